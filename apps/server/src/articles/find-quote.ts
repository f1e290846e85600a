/** Where a quote stands in a body, in UTF-16 units: start inclusive, end exclusive. */
export interface QuotePlace {
  start: number;
  end: number;
}

/** A body in which quotes are looked up: letter for letter, but any run of white space is like any other. */
export interface QuotableBody {
  /** The first place of a quote, or `null` where it does not stand. */
  find(quote: string): QuotePlace | null;
  /** Whether a quote stands at a place, and fills it. */
  standsAt(quote: string, place: QuotePlace): boolean;
  /** As many of its first words as stand; `null` where fewer than two do. */
  longestBeginning(quote: string): string | null;
}

/** Prepares a body once for all its quotes. */
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
    standsAt(quote, { start, end }) {
      const words = fold(quote).folded.trim();
      return words !== '' && end <= body.length && fold(body.slice(start, end)).folded === words;
    },
    longestBeginning(quote) {
      const words = fold(quote).folded.trim().split(' ');
      const beginning = (count: number): string => words.slice(0, count).join(' ');
      let [stands, fails] = [0, words.length + 1];
      while (fails - stands > 1) {
        const middle = Math.floor((stands + fails) / 2);
        if (folded.includes(beginning(middle))) stands = middle;
        else fails = middle;
      }
      return stands < 2 ? null : beginning(stands);
    },
  };
}

const WHITE_SPACE = /\s/;

/** The text with each run of white space as one space, and where each of its units stood. */
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
