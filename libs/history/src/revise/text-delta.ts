/**
 * Texts are taken to go on the same where so many characters are the same: more than what one record of a list has in
 * common with the next.
 */
const BLOCK = 64;
/** Where they differ, the text is looked at each so many characters for a place from which on they are the same, */
const STEP = 16;
/** among so many characters of the other. */
const NEAR = 1_000;
/** So many characters are compared at a time. */
const AT_ONCE = 256;

/** What is copied from the other text, by its place and length there, and what is said anew. */
type Part = [place: number, length: number] | string;

/**
 * A text as what it has in common with another and what is new in it: a JSON array of `[place, length]` in the other
 * text and of strings. Meant for texts that differ in few places, in the same order: it is found in one pass over both.
 * The idea is that of VCDIFF (RFC 3284).
 *
 * @param most how long it may be, in characters
 * @returns `null` where it would be longer
 */
export function encodeDelta(other: string, text: string, most: number): string | null {
  const parts: Part[] = [];
  let said = 0;
  for (let [from, place] = [0, 0]; place < text.length;) {
    const length = sameLength(other, from, text, place);
    if (length > 0) parts.push([from, length]);
    [from, place] = [from + length, place + length];
    if (place === text.length) break;
    const again = sameAgain(other, from, text, place, most - said);
    const literal = text.slice(place, again?.place);
    parts.push(literal);
    said += literal.length;
    if (said > most) return null;
    [from, place] = [again?.from ?? from, place + literal.length];
  }
  const difference = JSON.stringify(parts);
  return difference.length > most ? null : difference;
}

/** The text of which a difference from another was taken. */
export function applyDelta(other: string, difference: string): string {
  const parts = JSON.parse(difference) as Part[];
  return parts.map((part) => (typeof part === 'string' ? part : other.slice(part[0], part[0] + part[1]))).join('');
}

function sameLength(other: string, from: number, text: string, place: number): number {
  const end = Math.min(other.length - from, text.length - place);
  let length = 0;
  const next = (of: string, begin: number): string => of.slice(begin + length, begin + length + AT_ONCE);
  while (length + AT_ONCE < end && next(other, from) === next(text, place)) length += AT_ONCE;
  while (length < end && other.charCodeAt(from + length) === text.charCodeAt(place + length)) length += 1;
  return length;
}

/** Where both go on the same, the earliest place in the text; looked for within `most` characters. */
function sameAgain(
  other: string,
  from: number,
  text: string,
  place: number,
  most: number,
): { from: number; place: number } | null {
  const end = Math.min(text.length - BLOCK, place + most + STEP);
  const near = other.slice(from, from + NEAR);
  for (let at = place; at <= end; at += STEP) {
    const found = near.indexOf(text.slice(at, at + BLOCK));
    if (found === -1) continue;
    let back = 0;
    while (back < found && at - back > place && text.charCodeAt(at - back - 1) === near.charCodeAt(found - back - 1))
      back += 1;
    return { from: from + found - back, place: at - back };
  }
  return null;
}
