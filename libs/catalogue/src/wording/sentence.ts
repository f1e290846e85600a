type Part = string | undefined;

/**
 * Puts a sentence together from its parts, those that are missing left out. A part that begins with a comma, a colon or
 * a semicolon follows without a space. A part that ends with a comma ("Geneva, Switzerland,") loses it before such a
 * mark, before a bracket and at the end. The first letter becomes a capital, and a full stop ends it unless the last
 * part (a quotation, say) brought its own.
 */
export function sentence(...parts: Part[]): string {
  let text = '';
  for (const part of parts) {
    if (part === undefined || part === '') continue;
    if (/^[,:;]/.test(part)) text = withoutComma(text) + part;
    else if (part.startsWith('(')) text = `${withoutComma(text)} ${part}`;
    else text += text === '' ? part : ` ${part}`;
  }
  return withStop(withoutComma(text.charAt(0).toUpperCase() + text.slice(1)));
}

const withoutComma = (text: string): string => text.replace(/,$/, '');

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
