import { date } from '#catalogue/wording/dates.js';
import { quoted, withStop } from '#catalogue/wording/sentence.js';
import type { Section } from './sentence.js';

/** Where an event was read, and of a correction what was wrong. */
export interface Note {
  quote: string | null;
  publisher: string | null;
  url: string | null;
  /** When it was published, as precisely as known. */
  publishedAt: string | null;
  attributedTo: string | null;
  /** Of a correction. */
  reason: string | null;
}

/**
 * A text in sections as Markdown, with a footnote for each source that it cites. Events of one quotation share a
 * footnote.
 */
export function asMarkdown(
  { headline, sections }: { headline: string; sections: readonly Section[] },
  about: string,
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
  return `${[`# ${escape(headline)}`, `_${escape(about)}_`, ...lines, below].filter((part) => part !== '').join('\n\n')}\n`;
}

function footnote(note: Note | undefined): string {
  const unknown = 'An event of this record.';
  if (!note) return unknown;
  const { quote, publisher, url, publishedAt, attributedTo, reason } = note;
  const where =
    publisher === null ? [] : [url === null ? escape(publisher) : `[${escape(publisher)}](<${address(url)}>)`];
  const who = attributedTo === null ? where : [[escape(attributedTo), ...where].join(', as reported by ')];
  const source = [...who, ...(publishedAt === null ? [] : [date(publishedAt)])].join(', ');
  const said =
    quote === null ? (reason === null ? [] : [`Correction: ${escape(reason)}`]) : [escape(quoted(whole(quote)))];
  const parts = [...said, ...(source === '' ? [] : [source])];
  return parts.length === 0 ? unknown : withStop(parts.join(' – '));
}

/** Words that were cut out of a quotation, without the mark that only opens it. */
const whole = (quote: string): string => (/^“[^”]*$/.test(quote) ? quote.slice(1) : quote);

/** Nothing that somebody has written becomes markup: not within a line, and not at its start. */
const escape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const address = (url: string): string => url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
