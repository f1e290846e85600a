import { date } from '#catalogue/wording/dates.js';
import { quoted, withStop } from '#catalogue/wording/sentence.js';
import type { Section } from './model/sentence.js';

/** The source of an event, or the reason of a correction. */
export interface Note {
  quote: string | null;
  publisher: string | null;
  url: string | null;
  /** When it was published, as precisely as known. */
  publishedAt: string | null;
  attributedTo: string | null;
  /** The reason of a correction, `null` for any other event. */
  reason: string | null;
}

/**
 * A brief or digest as Markdown, with a footnote for each source that it cites. Events with the same footnote share it.
 *
 * @param about the lines under the headline
 * @param notes by event
 */
export function asMarkdown(
  { headline, sections }: { headline: string; sections: readonly Section[] },
  about: readonly string[],
  notes: ReadonlyMap<string, Note>,
): string {
  const footnotes: string[] = [];
  const numberOf = (event: string): number => {
    const note = footnote(notes.get(event));
    const known = footnotes.indexOf(note);
    return known >= 0 ? known + 1 : footnotes.push(note);
  };
  const marks = (events: readonly string[]): string =>
    [...new Set(events.map(numberOf))]
      .sort((a, b) => a - b)
      .map((number) => `[^${number}]`)
      .join('');
  const lines = sections.flatMap(({ title, sentences }) => [
    `## ${escape(title)}`,
    sentences.map(({ text, events }) => `- ${escape(text)}${marks(events)}`).join('\n'),
  ]);
  const below = footnotes.map((note, i) => `[^${i + 1}]: ${note}`).join('\n');
  const under = about.map((line) => `_${escape(line)}_`);
  const parts = [`# ${escape(headline)}`, ...under, ...lines, below].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

function footnote(note: Note | undefined): string {
  const unknown = 'An event of this record.';
  if (!note) return unknown;
  const { quote, publisher, url, publishedAt, attributedTo, reason } = note;
  const where =
    publisher === null ? [] : [url === null ? escape(publisher) : `[${escape(publisher)}](<${address(url)}>)`];
  const who = attributedTo === null ? where : [[escape(attributedTo), ...where].join(', as reported by ')];
  const source = [...who, ...(publishedAt === null ? [] : [date(publishedAt)])].join(', ');
  const correction = reason === null ? [] : [`Correction: ${escape(reason)}`];
  const words = quote === null ? correction : [escape(quoted(withoutOpeningMark(quote)))];
  const parts = [...words, ...(source === '' ? [] : [source])];
  return parts.length === 0 ? unknown : withStop(parts.join(' – '));
}

/** A quote can be the beginning of a quotation in the source; then its opening mark has no closing one. */
const withoutOpeningMark = (quote: string): string => (/^“[^”]*$/.test(quote) ? quote.slice(1) : quote);

/** Escapes all markup, within a line and at its start. */
const escape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const address = (url: string): string => url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
