type Part = string | undefined;

/**
 * Puts a sentence together from its parts, those that are missing left out. A part that begins with a comma, a colon or a semicolon follows
 * without a space. The first letter becomes a capital, and a full stop ends it unless the last part (a quotation, say) brought its own.
 */
export function sentence(...parts: Part[]): string {
  const text = parts
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
    .replace(/ (?=[,:;]( |$))/g, '');
  return withStop(text.charAt(0).toUpperCase() + text.slice(1));
}

/** Ends a text with a full stop, unless it ends with a mark of its own. */
export function withStop(text: string): string {
  return /[.!?…]["”’)]*$/.test(text) ? text : `${text}.`;
}

/** A part made from a value that may be missing: `when(place, (p) => in…)`. */
export function when<Value>(value: Value | undefined, part: (value: Value) => Part): Part {
  return value === undefined ? undefined : part(value);
}

/** Somebody's words in quotation marks, ended as they were spoken. */
export function quoted(text: string): string {
  return /^[“"].*[”"]$/su.test(text) ? text : `“${text}”`;
}
