import type { RowItem } from './row.js';

const texts = new WeakMap<RowItem, string>();

/**
 * An item as it is stored. Items are never changed once folded, and each may be compared many times before it is written: it is put into words once. The
 * keys are always in the same order, since the same code wrote them.
 */
export function itemText(item: RowItem): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  texts.set(item, text);
  return text;
}
