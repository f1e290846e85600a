/**
 * After a difference, two texts match again where this many characters are equal. The number is larger than what
 * neighbouring records of a list have in common.
 */
const BLOCK = 64;
/** How far apart the places are at which the text is looked up in the other text after a difference, in characters. */
const STEP = 16;
/** How many characters of the other text are searched for a match. */
const NEAR = 1_000;
/** How many characters are compared at a time. */
const AT_ONCE = 256;

/** A part that is copied from the other text, by its place and length there, or a new text. */
type Part = [place: number, length: number] | string;

/**
 * Encodes a text as its difference from another: a JSON array of `[place, length]` in the other text and of new
 * strings. Meant for texts that differ in few places, in the same order: it makes one pass over both. The idea is that
 * of VCDIFF (RFC 3284).
 *
 * @param most how long the result may be, in characters
 * @returns `null` where it would be longer
 */
export function encodeDelta(other: string, text: string, most: number): string | null {
  const parts: Part[] = [];
  let literals = 0;
  for (let [from, place] = [0, 0]; place < text.length;) {
    const length = sameLength(other, from, text, place);
    if (length > 0) parts.push([from, length]);
    [from, place] = [from + length, place + length];
    if (place === text.length) break;
    const again = nextMatch(other, from, text, place, most - literals);
    const literal = text.slice(place, again?.place);
    parts.push(literal);
    literals += literal.length;
    if (literals > most) return null;
    [from, place] = [again?.from ?? from, place + literal.length];
  }
  const delta = JSON.stringify(parts);
  return delta.length > most ? null : delta;
}

/** Decodes what `encodeDelta` encoded against the same other text. */
export function applyDelta(other: string, delta: string): string {
  const parts = JSON.parse(delta) as Part[];
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

/**
 * The next places from which both texts match again, the earliest in the text. It looks at `most` characters at most.
 */
function nextMatch(
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
