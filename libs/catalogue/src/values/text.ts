import { z } from 'zod';

const LONGEST = 2000;

/** Text of the record: trimmed, in Unicode's composed form (NFC), on one line, 1 to 2,000 characters. */
export const Text = z
  .string()
  .overwrite((text) => text.trim().normalize('NFC'))
  .refine((text) => faultOf(text, NOT_ON_A_LINE) === null, {
    error: (issue) => faultOf(String(issue.input), NOT_ON_A_LINE) ?? 'is not a text',
  })
  .meta({ id: 'Text', description: 'Text on one line, 1 to 2,000 characters', minLength: 1, maxLength: LONGEST });
export type Text = z.infer<typeof Text>;

/**
 * Words taken from a source, letter for letter: trimmed, but otherwise as they stand there, line breaks and tabs
 * included.
 */
export const Quote = z
  .string()
  .overwrite((text) => text.trim())
  .refine((text) => faultOf(text, NOT_IN_A_TEXT) === null, {
    error: (issue) => faultOf(String(issue.input), NOT_IN_A_TEXT) ?? 'is not a text',
  })
  .meta({
    id: 'Quote',
    description: 'Words of the source, letter for letter, 1 to 2,000 characters',
    minLength: 1,
    maxLength: LONGEST,
  });
export type Quote = z.infer<typeof Quote>;

/** Half a surrogate pair is no character: it has no UTF-8, so no database keeps it. */
const LONE_SURROGATE = /\p{Cs}/u;
const NOT_ON_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const NOT_IN_A_TEXT = /[^\P{Cc}\t\n\r]/u;

/** Most texts are so, and nothing is wrong with them. */
const PLAIN = new RegExp(`^[\\x20-\\x7e]{1,${LONGEST}}$`);

function faultOf(text: string, controls: RegExp): string | null {
  if (PLAIN.test(text)) return null;
  if (text.length === 0) return 'must not be empty';
  if (isLongerThan(text, LONGEST)) return `must be at most ${LONGEST} characters`;
  if (controls.test(text))
    return controls === NOT_ON_A_LINE
      ? 'must not hold control characters or line breaks'
      : 'must not hold control characters';
  if (LONE_SURROGATE.test(text)) return 'must be well-formed Unicode: it holds half a surrogate pair';
  return null;
}

/** Counts characters, not UTF-16 units, and only where the two could differ. */
function isLongerThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  return text.length > 2 * most || [...text].length > most;
}
