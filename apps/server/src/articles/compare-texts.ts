import { commonRuns, type CommonRun } from './common-runs.js';

/** A run of text that both texts have, or only the one before, or only the one after. */
export interface TextPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export interface TextComparison {
  /**
   * In the order of the text, neighbours of different kinds. What is `same` or `added` makes up the text after; what is
   * `same` or `removed` the text before, but for white space.
   */
  parts: TextPart[];
  /** Some passages differ in too much to be compared word by word, and are shown as replaced. */
  coarse: boolean;
}

/**
 * How many words or paragraphs a comparison compares with one another, in all: up to n × d for texts that share n
 * words, with d differences among these. It is enough for an article of 2,000 words of which half were replaced.
 */
export const MAX_COMPARED = 4_000_000;
/** After about so many parts the rest of the texts is shown as replaced. */
export const MAX_PARTS = 10_000;

/**
 * Compares two texts word by word. White space is not compared, as in a quote. First their paragraphs are compared,
 * then the words of those that differ; so a long text of which a few paragraphs change is compared exactly.
 *
 * The work and the answer are bounded whatever the texts are, and depend on nothing else.
 */
export function compareTexts(before: string, after: string): TextComparison {
  const comparison = new Comparison();
  comparison.compare(before.trimStart(), after.trimStart(), PARAGRAPH);
  return { parts: comparison.parts, coarse: comparison.coarse };
}

/** A paragraph with the white space after it. It begins with what is no white space. */
const PARAGRAPH = /[^\n]+(?:\n\s*)?/g;

/** A character of a script that puts no spaces between words: each is compared as a word. */
const SPACELESS = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const LETTERS = `(?:(?!${SPACELESS})[\\p{L}\\p{M}\\p{N}])+`;
/**
 * A word, a number or a sign, with the white space after it: `U.S`, `1,000`, `co-operate` and `didn’t` are one each.
 */
const WORD = new RegExp(`(?:${SPACELESS}\\p{M}*|${LETTERS}(?:['’.,-]${LETTERS})*|\\S)\\s*`, 'gu');

class Comparison {
  readonly parts: TextPart[] = [];
  coarse = false;
  private left = MAX_COMPARED;

  /** Compares two texts by paragraphs, and what differs of them by words; or by words alone. */
  compare(before: string, after: string, unit: RegExp): void {
    const [old, now] = [before.match(unit) ?? [], after.match(unit) ?? []];
    // Half of what is left: a passage that takes much leaves something for those after it.
    const { runs, compared, exact } = commonRuns(...keysOf(old, now, unit), Math.ceil(this.left / 2));
    this.left -= compared;
    if (unit === WORD && !exact) this.coarse = true;
    const end: CommonRun = { old: old.length, now: now.length, count: 0 };
    let [oldAt, nowAt] = [0, 0];
    for (const run of [...runs, end]) {
      const isFull = this.parts.length >= MAX_PARTS;
      const { old: oldEnd, now: nowEnd, count } = isFull ? end : run;
      const [removed, added] = [old.slice(oldAt, oldEnd).join(''), now.slice(nowAt, nowEnd).join('')];
      if (isFull) this.coarse = true;
      if (unit === PARAGRAPH && !isFull && removed !== '' && added !== '') {
        this.compare(removed, added, WORD);
      } else {
        this.add('removed', removed);
        this.add('added', added);
      }
      if (isFull) return;
      this.add('same', now.slice(nowEnd, nowEnd + count).join(''));
      [oldAt, nowAt] = [oldEnd + count, nowEnd + count];
    }
  }

  private add(kind: TextPart['kind'], text: string): void {
    const last = this.parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else this.parts.push({ kind, text });
  }
}

/** Numbers that are equal exactly where the texts are, but for white space. */
function keysOf(old: readonly string[], now: readonly string[], unit: RegExp): [old: number[], now: number[]] {
  const known = new Map<string, number>();
  const keyOf = (text: string): number => {
    const trimmed = text.trimEnd();
    const folded = unit === WORD ? trimmed : trimmed.replaceAll(/\s+/g, ' ');
    const key = known.get(folded) ?? known.size;
    if (key === known.size) known.set(folded, key);
    return key;
  };
  return [old.map(keyOf), now.map(keyOf)];
}
