import { z } from 'zod';

const MAX_LENGTH = 2000;

/** Text on one line: trimmed, in Unicode's composed form (NFC), 1 to 2,000 characters. */
export const Text = z
  .string()
  .overwrite((text) => text.trim().normalize('NFC'))
  .refine((text) => faultOf(text, NOT_ON_A_LINE) === null, {
    error: (issue) => faultOf(String(issue.input), NOT_ON_A_LINE) ?? 'is not a text',
  })
  .meta({ id: 'Text', description: 'Text on one line, 1 to 2,000 characters', minLength: 1, maxLength: MAX_LENGTH });
export type Text = z.infer<typeof Text>;

/** Words of a source, verbatim: trimmed, but otherwise unchanged, with line breaks and tabs. */
export const Quote = z
  .string()
  .overwrite((text) => text.trim())
  .refine((text) => faultOf(text, NOT_IN_A_TEXT) === null, {
    error: (issue) => faultOf(String(issue.input), NOT_IN_A_TEXT) ?? 'is not a text',
  })
  .meta({
    id: 'Quote',
    description: 'Words of the source, verbatim, 1 to 2,000 characters',
    minLength: 1,
    maxLength: MAX_LENGTH,
  });
export type Quote = z.infer<typeof Quote>;

/** Half a surrogate pair has no UTF-8 encoding, so PostgreSQL cannot store it. */
const LONE_SURROGATE = /\p{Cs}/u;
const NOT_ON_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const NOT_IN_A_TEXT = /[^\P{Cc}\t\n\r]/u;

/** A fast path: most texts match this and need no further checks. */
const PLAIN = new RegExp(`^[\\x20-\\x7e]{1,${MAX_LENGTH}}$`);

function faultOf(text: string, controls: RegExp): string | null {
  if (PLAIN.test(text)) return null;
  if (text.length === 0) return 'must not be empty';
  if (isLongerThan(text, MAX_LENGTH)) return `must be at most ${MAX_LENGTH} characters`;
  if (controls.test(text))
    return controls === NOT_ON_A_LINE
      ? 'must not hold control characters or line breaks'
      : 'must not hold control characters';
  if (LONE_SURROGATE.test(text)) return 'must be well-formed Unicode: it holds half a surrogate pair';
  return null;
}

/** Counts characters, not UTF-16 code units; splits the text only if the two could differ in the result. */
function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  return text.length > 2 * max || [...text].length > max;
}
