import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event as an editor posts it. */
export interface PostedEvent {
  type: string;
  story: string;
  occurredAt: string;
  certainty?: string;
  data: Record<string, unknown>;
  source?: { article?: string; quote?: string; attributedTo?: string };
}

/** Articles, by the name that the events have for their id, and the events taken from them. */
export interface Material {
  name: string;
  articles: Readonly<Record<string, Record<string, unknown>>>;
  events: PostedEvent[];
}

const SEED = '../shared/seed';
const DEMO = 'apps/server/demo';

/**
 * One article of 26 October 2025 and its facts: the seed, if its folder exists next to the checkout, and the demo's
 * last article without the others.
 */
export function articlesAlone(): Material[] {
  const alone: Material = {
    name: 'the last article of the demo, read alone',
    articles: { $ARTICLE: articleIn(DEMO, 'article-2025-10-26.json') },
    events: eventsIn('test/demo', 'last-article-alone.jsonl'),
  };
  if (!existsSync(SEED)) return [alone];
  return [
    {
      name: 'the seed',
      articles: { $ARTICLE: articleIn(SEED, 'article.json') },
      events: eventsIn(SEED, 'facts.jsonl'),
    },
    alone,
  ];
}

/** The whole demo story: several articles, precise dates. */
export function demo(): Material {
  const files = readdirSync(DEMO).filter((file) => file.endsWith('.json'));
  const articles = Object.fromEntries(files.map((file) => [`$${file.replace('.json', '')}`, articleIn(DEMO, file)]));
  return { name: 'the demo story', articles, events: eventsIn(DEMO, 'facts.jsonl') };
}

/** The body is in the file of the article, or in a text file that it names. */
function articleIn(folder: string, file: string): Record<string, unknown> {
  const article = JSON.parse(read(folder, file)) as Record<string, unknown>;
  const { body } = article;
  return typeof body === 'string' && body.endsWith('.txt') ? { ...article, body: read(folder, body) } : article;
}

const eventsIn = (folder: string, file: string): PostedEvent[] =>
  read(folder, file)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as PostedEvent);

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
