import type { EventSource } from '#log/event.js';
import type { Article } from './article.entity.js';

/** The place of a quote in a body, in UTF-16 units: start inclusive, end exclusive. */
export interface QuotePlace {
  start: number;
  end: number;
}

/** A body in which quotes are found letter for letter, except that all runs of white space are equal. */
export interface QuotableBody {
  /** The first place of a quote, or `null` where the body does not contain it. */
  find(quote: string): QuotePlace | null;
  /** Whether the text at a place is the quote. */
  isAt(quote: string, place: QuotePlace): boolean;
  /** The longest beginning of a quote, in whole words, that the body contains; `null` for fewer than two words. */
  longestBeginning(quote: string): string | null;
}

/** Prepares a body for finding quotes in it. */
export function quotable(body: string): QuotableBody {
  const { folded, places } = fold(body);
  return {
    find(quote) {
      const words = fold(quote).folded.trim();
      const at = words === '' ? -1 : folded.indexOf(words);
      if (at < 0) return null;
      const last = places[at + words.length - 1] ?? 0;
      return { start: places[at] ?? 0, end: last + 1 };
    },
    isAt(quote, { start, end }) {
      const words = fold(quote).folded.trim();
      return words !== '' && end <= body.length && fold(body.slice(start, end)).folded === words;
    },
    longestBeginning(quote) {
      const words = fold(quote).folded.trim().split(' ');
      const beginning = (count: number): string => words.slice(0, count).join(' ');
      let [contained, missing] = [0, words.length + 1];
      while (missing - contained > 1) {
        const middle = Math.floor((contained + missing) / 2);
        if (folded.includes(beginning(middle))) contained = middle;
        else missing = middle;
      }
      return contained < 2 ? null : beginning(contained);
    },
  };
}

const WHITE_SPACE = /\s/;

/** The text with each run of white space as one space, and the original place of each of its units. */
function fold(text: string): { folded: string; places: Uint32Array } {
  const places = new Uint32Array(text.length);
  const units: string[] = [];
  let inSpace = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const isSpace = WHITE_SPACE.test(unit);
    if (isSpace && inSpace) continue;
    inSpace = isSpace;
    places[units.length] = at;
    units.push(isSpace ? ' ' : unit);
  }
  return { folded: units.join(''), places };
}

/**
 * Whether everything that a source states about an article agrees with the article: its publisher, date and headline,
 * and the quote, at the stated place where there is one.
 */
export function sourceAgrees(source: Omit<EventSource, 'unverified'>, article: Article, body: QuotableBody): boolean {
  const { publisher, publishedAt, headline, quote, quoteStart, quoteEnd } = source;
  const agrees =
    publisher === article.publisher && (publishedAt ?? null) === article.publishedAt && headline === article.headline;
  if (!agrees || quote === undefined) return agrees;
  return quoteStart === undefined || quoteEnd === undefined
    ? body.find(quote) !== null
    : body.isAt(quote, { start: quoteStart, end: quoteEnd });
}
