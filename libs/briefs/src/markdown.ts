import { date } from '#catalogue/wording/dates.js';
import type { Section } from './sentence.js';

/** Where an event was read, or, of one without a source, why it was recorded. */
export interface Note {
  quote: string | null;
  publisher: string | null;
  url: string | null;
  /** When it was published, as precisely as known. */
  publishedAt: string | null;
  attributedTo: string | null;
  /** Of a correction or a retraction. */
  reason: string | null;
}

/** A text in sections as Markdown, with a footnote for each source that it cites. Events of one quotation share a footnote. */
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
  const told = sections.flatMap(({ title, sentences }) => [
    `## ${escape(title)}`,
    sentences.map(({ text, events }) => `- ${escape(text)}${marks(events)}`).join('\n'),
  ]);
  const below = footnotes.map((note, i) => `[^${i + 1}]: ${note}`).join('\n');
  return `${[`# ${escape(headline)}`, `_${escape(about)}_`, ...told, below].filter((part) => part !== '').join('\n\n')}\n`;
}

function footnote(note: Note | undefined): string {
  if (!note) return 'An event of this record.';
  const { quote, publisher, url, publishedAt, attributedTo, reason } = note;
  const where = publisher === null ? null : url === null ? escape(publisher) : `[${escape(publisher)}](<${address(url)}>)`;
  const source = [where, publishedAt === null ? null : date(publishedAt)].filter((part) => part !== null).join(', ');
  const parts = [
    quote === null ? null : `“${escape(quote.replace(/^[“"]|[”"]$/g, ''))}”`,
    attributedTo === null ? null : `By ${escape(attributedTo)}.`,
    reason === null ? null : `${escape(reason)}.`,
    source === '' ? null : `${source}.`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'An event of this record.' : parts.join(' ');
}

/** Nothing that somebody has written becomes markup. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

const address = (url: string): string => url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
