import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An article and the events that an editor takes from it. */
export interface Chapter {
  article: Record<string, unknown>;
  events: PostedEvent[];
}

export interface PostedEvent {
  type: string;
  story: string;
  occurredAt: string;
  certainty?: string;
  data: Record<string, unknown>;
  source?: { quote?: string; attributedTo?: string; [field: string]: unknown };
}

export interface Material {
  name: string;
  chapters: Chapter[];
}

const SEED = '../shared/seed';
const DEMO = 'apps/server/src/start/demo';

/** The first real input where it lies beside the checkout, and the facts of the demo story, which are the same in other words. */
export function materials(): Material[] {
  const demo = { name: 'the demo story', chapters: chaptersOf(DEMO) };
  if (!existsSync(SEED)) return [demo];
  return [{ name: 'the seed', chapters: [{ article: articleIn(SEED, 'article.json'), events: eventsIn(SEED, 'facts.jsonl') }] }, demo];
}

/** `article-x.json` goes with `facts-x.jsonl`. */
function chaptersOf(folder: string): Chapter[] {
  const articles = readdirSync(folder).filter((file) => /^article-.*\.json$/.test(file));
  if (articles.length === 0) throw new Error(`no articles in ${folder}`);
  return articles.sort().map((file) => ({
    article: articleIn(folder, file),
    events: eventsIn(folder, file.replace(/^article-(.*)\.json$/, 'facts-$1.jsonl')),
  }));
}

/** The body stands in the article, or in a text beside it. */
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
