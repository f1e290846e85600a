import { isDeepStrictEqual } from 'node:util';
import type { AnyView, AppendList } from '#views/define-view.js';
import { LATEST, latest } from '#views/lists/latest.js';

type List = readonly unknown[];

/** The append lists of a state, by property. */
export type Lists = Readonly<Record<string, List>>;

/**
 * What a fact did to each append list of its view, in order: JSON of a `StoredChange`. `null` or absent: nothing;
 * `NO_CHANGES`: to none.
 */
export type ListChanges = readonly (string | null)[];

/** What a fact did to one list of its subject. */
interface StoredChange {
  /** The entries that were appended. */
  add?: List;
  /** By key: the fields that other entries got. */
  set?: Record<string, object>;
  /** The list consists of the appended entries alone. */
  whole?: true;
}

export const NO_LISTS: Lists = {};
export const NO_CHANGES: ListChanges = [];
const EMPTY: List = [];

/** A state without the entries of its append lists, and these lists. */
export function separateLists({ appendLists }: AnyView, state: unknown): { rest: unknown; lists: Lists } {
  if (!appendLists || state === null) return { rest: state, lists: NO_LISTS };
  const rest: Record<string, unknown> = { ...state };
  const lists: Record<string, List> = {};
  for (const { property } of appendLists) {
    lists[property] = rest[property] as List;
    rest[property] = EMPTY;
  }
  return { rest, lists };
}

/** The state that was separated from its lists. */
export const joinLists = (rest: unknown, lists: Lists): unknown =>
  rest === null || lists === NO_LISTS ? rest : { ...rest, ...lists };

/** The changes that turn the append lists of one state into those of the next state. */
export function listChangesBetween({ appendLists }: AnyView, before: Lists, after: Lists): ListChanges {
  if (!appendLists) return NO_CHANGES;
  const changes = appendLists.map((list) =>
    changeBetween(list, before[list.property] ?? EMPTY, after[list.property] ?? EMPTY),
  );
  return changes.every((change) => change === null) ? NO_CHANGES : changes;
}

/** The append lists after some changes. */
export function applyListChanges({ appendLists }: AnyView, before: Lists, changes: ListChanges): Lists {
  if (!appendLists || changes === NO_CHANGES) return before;
  const after: Record<string, List> = {};
  for (const [n, list] of appendLists.entries()) {
    const own = before[list.property] ?? EMPTY;
    const change = changes[n];
    after[list.property] = change ? applyChange(list, own, JSON.parse(change) as StoredChange) : own;
  }
  return after;
}

/**
 * The append lists of a view from what facts did to them.
 *
 * @param texts for each list its changes, newest first, a line each: at least those after which fewer than `LATEST`
 * entries were appended
 */
export function assembleLists({ appendLists }: AnyView, texts: readonly (string | null | undefined)[]): Lists {
  if (!appendLists) return NO_LISTS;
  const lists = appendLists.map((list, n): [string, List] => {
    return [list.property, changesThatMatter(texts[n]).reduce((before, one) => applyChange(list, before, one), EMPTY)];
  });
  return Object.fromEntries(lists);
}

/** The changes after which fewer than `LATEST` entries were appended, oldest first. */
function changesThatMatter(newestFirst: string | null | undefined): StoredChange[] {
  const changes: StoredChange[] = [];
  let added = 0;
  for (const text of newestFirst ? newestFirst.split('\n') : []) {
    if (added >= LATEST) break;
    const change = JSON.parse(text) as StoredChange;
    added += change.whole ? LATEST : (change.add?.length ?? 0);
    changes.push(change);
  }
  return changes.reverse();
}

export const isSameLists = (a: Lists, b: Lists): boolean =>
  a === b || Object.keys({ ...a, ...b }).every((property) => isSameList(a[property] ?? EMPTY, b[property] ?? EMPTY));

const isSameList = (a: List, b: List): boolean =>
  a === b || (a.length === b.length && a.every((entry, n) => entry === b[n] || isDeepStrictEqual(entry, b[n])));

export const isSameListChanges = (a: ListChanges, b: ListChanges): boolean =>
  (a.length < b.length ? b : a).every((_, n) => (a[n] ?? null) === (b[n] ?? null));

const keyOf = ({ key }: AppendList, entry: unknown): string =>
  (key === undefined ? entry : (entry as Record<string, unknown>)[key]) as string;

/**
 * Entries are recognized by their keys. Where the list is not the end of the one before it, with entries appended, it
 * is stored whole.
 */
function changeBetween(list: AppendList, before: List, after: List): string | null {
  if (before === after) return null;
  const kept = keptEntries(list, before, after);
  const [first, add] = [before.length - kept, after.slice(kept)];
  if (first !== Math.max(0, before.length + add.length - LATEST))
    return JSON.stringify({ add: after, whole: true } satisfies StoredChange);
  const set: Record<string, object> = {};
  for (let n = 0; n < kept; n += 1) {
    const [old, entry] = [before[first + n], after[n]];
    if (old === entry) continue;
    const fields = differingFields(old as object, entry as object);
    if (fields === null) return JSON.stringify({ add: after, whole: true } satisfies StoredChange);
    if (Object.keys(fields).length > 0) set[keyOf(list, entry)] = fields;
  }
  const hasSet = Object.keys(set).length > 0;
  if (add.length === 0 && !hasSet) return null;
  return JSON.stringify({ ...(add.length > 0 && { add }), ...(hasSet && { set }) } satisfies StoredChange);
}

/** How many of the last entries before are the first ones after. */
function keptEntries(list: AppendList, before: List, after: List): number {
  if (after.length === 0) return 0;
  const key = keyOf(list, after[0]);
  const first = before.findIndex((entry) => keyOf(list, entry) === key);
  if (first === -1 || before.length - first > after.length) return 0;
  for (let n = first; n < before.length; n += 1) if (keyOf(list, before[n]) !== keyOf(list, after[n - first])) return 0;
  return before.length - first;
}

/** The fields of an entry that it did not have before, or with another value; `null`: it lacks one that it had. */
function differingFields(before: object, after: object): object | null {
  const [old, now] = [Object.entries(before), Object.entries(after)];
  if (old.some(([name]) => !(name in after))) return null;
  const values = new Map<string, unknown>(old);
  return Object.fromEntries(
    now.filter(([name, value]) => !values.has(name) || !isDeepStrictEqual(values.get(name), value)),
  );
}

function applyChange(list: AppendList, before: List, { add = EMPTY, set, whole }: StoredChange): List {
  if (whole) return add;
  const changed = set
    ? before.map((entry) => {
        const fields = set[keyOf(list, entry)];
        return fields ? { ...(entry as object), ...fields } : entry;
      })
    : before;
  return latest([...changed, ...add]);
}
