import { sentence } from '#catalogue/wording/sentence.js';

/** Parts put together as in a sentence, without its capital and its stop. */
export function fragment(...parts: Parameters<typeof sentence>): string {
  const text = sentence(...parts).replace(/\.$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}
