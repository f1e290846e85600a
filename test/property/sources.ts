import type { TestServer } from '../support/server.js';
import type { SourceDraft } from './drafts.js';

export const PUBLISHERS = [
  { publisher: 'Morning Gazette', publishedAt: '2025-10-26' },
  { publisher: 'Evening Post', publishedAt: '2025-06-01T12:34:56.789012Z' },
  { publisher: 'Weekly Ledger', publishedAt: undefined },
  { publisher: 'Harbour Wire', publishedAt: '2025-04-12' },
] as const;

const QUOTE = 'the two sides said what they said';

/** Files one article of each publisher. Returns their ids. */
export async function fileArticles(server: TestServer): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, { publisher, publishedAt }] of PUBLISHERS.entries()) {
    const body = `On this day, as ${publisher} has it, ${QUOTE}, and more was not said.`;
    const article = {
      url: `https://example.org/property/${i}`,
      headline: `What ${publisher} has`,
      publisher,
      publishedAt,
      body,
    };
    const answer = await server.post('/v1/articles', article);
    if (answer.status !== 201) throw new Error(`filing an article: ${answer.status} ${answer.text}`);
    ids.push((answer.body as { id: string }).id);
  }
  return ids;
}

/** A source as it is posted, and the fields that the oracle knows of it. */
export function sourceOf({ publisher: number, from, attributedTo }: SourceDraft, articles: readonly string[]) {
  const { publisher, publishedAt } = PUBLISHERS[number];
  if (from === 'article')
    return {
      posted: { article: articles[number], quote: QUOTE, attributedTo },
      known: { publisher, publishedAt, attributedTo },
    };
  const posted = { url: 'https://example.org/property/page', publisher, ...from, attributedTo };
  return { posted, known: { publisher, publishedAt: from.publishedAt, attributedTo } };
}
