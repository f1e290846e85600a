/** A text as the part before a quote, the quote, and the part after it. Offsets are in UTF-16 units. */
export interface QuoteParts {
  before: string;
  quote: string;
  after: string;
}

/** Cuts a text at the offsets of a quote; `null` where they do not lie in it. */
export function quoteParts(text: string, start: number | undefined, end: number | undefined): QuoteParts | null {
  if (start === undefined || end === undefined || start < 0 || end > text.length || start >= end) return null;
  return { before: text.slice(0, start), quote: text.slice(start, end), after: text.slice(end) };
}
