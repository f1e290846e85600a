/** A part of an article's text, in UTF-16 units: start inclusive, end exclusive. */
export interface Passage {
  start: number;
  end: number;
}

/** The longest passage that the server takes as a quote, characters. */
export const MAX_QUOTE = 2000;

/** `120-188`, as it stands in the address of a page. */
export const passageText = ({ start, end }: Passage): string => `${start}-${end}`;

/** The passage of such a text; `null` where it is none of an article of this length. */
export function parsePassage(text: string | undefined, length: number): Passage | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  const passage = { start: Number(start ?? NaN), end: Number(end ?? NaN) };
  return passage.start < passage.end && passage.end <= length ? passage : null;
}

/** A passage without white space around it: so the server stores a quote. `null` where nothing is left. */
export function trimPassage(text: string, { start, end }: Passage): Passage | null {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = end - (part.length - part.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** The sentences of a text, each without the white space around it. A line break ends a sentence. */
export function sentencesOf(text: string, language: string | null): Passage[] {
  return [...segmenter(language, 'sentence').segment(text)].flatMap(({ segment, index }) => {
    const passage = trimPassage(text, { start: index, end: index + segment.length });
    return passage ? [passage] : [];
  });
}

/** The languages of articles are tags that the server has checked; a browser may still not know one. */
function segmenter(language: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? 'en', { granularity });
  } catch {
    return new Intl.Segmenter('en', { granularity });
  }
}

/**
 * A passage with its first or last word left out, and with what stands around that word. A passage of one word stays as
 * it is.
 */
export function withoutWord(text: string, passage: Passage, side: 'first' | 'last'): Passage {
  const part = text.slice(passage.start, passage.end);
  const words = [...segmenter(null, 'word').segment(part)].filter(({ isWordLike }) => isWordLike);
  const [second, last] = [words[1], words.at(-2)];
  if (!second || !last) return passage;
  // Quotation marks before a word belong to it; what ends the sentence goes with its last word.
  const opening = side === 'first' ? (/[\p{Pi}\p{Ps}"']*$/u.exec(part.slice(0, second.index))?.[0].length ?? 0) : 0;
  return side === 'first'
    ? { start: passage.start + second.index - opening, end: passage.end }
    : { start: passage.start, end: passage.start + last.index + last.segment.length };
}

/** A piece of a text, all of which is marked or not, and used or not. */
export interface TextPiece extends Passage {
  marked: boolean;
  used: boolean;
}

/** Cuts a part of a text where marks and used passages begin and end. */
export function piecesOf(part: Passage, marked: Passage | null, used: readonly Passage[]): TextPiece[] {
  const ends = [part, ...(marked ? [marked] : []), ...used].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set(ends)].filter((at) => at >= part.start && at <= part.end).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const piece = { start, end: cuts[index + 1] ?? start };
    return {
      ...piece,
      marked: marked !== null && overlaps(marked, piece),
      used: used.some((one) => overlaps(one, piece)),
    };
  });
}

export const overlaps = (one: Passage, other: Passage): boolean => one.start < other.end && other.start < one.end;

/** Why a passage cannot be the quote of a fact; `null`: it can. */
export function passageFault(text: string, { start, end }: Passage): string | null {
  const length = [...text.slice(start, end)].length;
  return length > MAX_QUOTE ? `has ${length.toLocaleString('en')} characters, of at most 2,000: mark less` : null;
}

/** Whether the same words stand earlier in the text: the server marks the first place of a quote. */
export function standsEarlier(text: string, { start, end }: Passage): boolean {
  const found = text.indexOf(text.slice(start, end));
  return found !== -1 && found < start;
}
