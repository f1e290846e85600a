import { createHash } from 'node:crypto';
import { badHeader } from '../problems/problem.js';

/**
 * An entity tag of what an answer says. Weak (RFC 9110, 8.8.1): the same may be said in other bytes, packed or with
 * another clock that nobody set.
 */
export const entityTag = (text: string): string =>
  `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` names the tag: compared weakly (RFC 9110, 13.1.2), `*` names any. */
export function noneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return true;
  if (header.trim() === '*') return false;
  return !tagsIn(header).some((given) => given.replace(/^W\//, '') === tag.replace(/^W\//, ''));
}

/**
 * The story version that `If-Match: "<version>"` asks for; `null` where there is no header, or `*`, which any version
 * fulfils. A weak tag, or one that is no version, asks for one that no story can have: -1.
 * @throws Problem `bad-parameter` where the header is no single entity tag
 */
export function matchedVersion(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const tags = tagsIn(header);
  const [tag] = tags;
  if (tag === undefined || tags.length !== 1) throw badHeader('If-Match', 'must be one version in quotes, as in "17"');
  return Number(/^"([1-9]\d{0,14})"$/.exec(tag)?.[1] ?? -1);
}

/** The tags of a list, none where it is malformed. */
function tagsIn(header: string): string[] {
  const list = /^\s*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"\s*(?:,\s*|$))+$/;
  return list.test(header) ? (header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []) : [];
}
