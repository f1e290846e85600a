/** The longest that an answer may wait for the views, in seconds. */
export const LONGEST_WAIT = 30;

/**
 * The `wait` of a `Prefer` header (RFC 7240) in whole seconds, at most 30; `null` where there is none that can be read,
 * as the standard has it: a preference is never an error. The first of several counts.
 */
export function preferredWait(prefer: string | readonly string[] | undefined): number | null {
  if (prefer === undefined) return null;
  const text = typeof prefer === 'string' ? prefer : prefer.join(',');
  for (const preference of text.split(',')) {
    const [name, value] = (preference.split(';', 1)[0] ?? '').split('=', 2).map((part) => part.trim());
    if (name?.toLowerCase() !== 'wait') continue;
    const seconds = /^"?(\d{1,9})"?$/.exec(value ?? '')?.[1];
    return seconds === undefined ? null : Math.min(Number(seconds), LONGEST_WAIT);
  }
  return null;
}

/** The `Preference-Applied` header for a wait that was granted. */
export const appliedWait = (seconds: number): string => `wait=${seconds}`;
