import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v5 } from 'uuid';
import { z } from 'zod';
import { ArticleInput } from '../articles/articles.schema.js';

/** An event as it is posted. Its source names an article of the demo, `$article-2025-10-26`, until that has an id. */
const Line = z.looseObject({ source: z.looseObject({ article: z.string().startsWith('$') }) });
type Line = z.infer<typeof Line> & { id: string };

/** An article, and what an editor took from it: recorded as one request. */
export interface DemoChapter {
  article: z.output<typeof ArticleInput>;
  /** Bodies of `POST /v1/events`, each with an id that it has wherever the same story is loaded. */
  events: (articleId: string) => unknown[];
}

export interface DemoStory {
  /** In the order in which they are recorded. */
  chapters: DemoChapter[];
  eventIds: string[];
}

/** Names the demo's events (UUID version 5). */
const DEMO = '6b1c40c3-9a5f-4a6e-8f8e-35a4c0c7f1d9';

/**
 * Reads the demo story: `facts.jsonl`, and the articles that it names.
 *
 * The ids follow from all of its text, so that a load that was cut off is continued with the very same story, and with
 * no other version of it.
 */
export function readDemoStory(folder = demoFolder(import.meta.dirname)): DemoStory {
  const lines = readFileSync(join(folder, 'facts.jsonl'), 'utf8').split('\n').filter(Boolean);
  const facts = lines.map((line) => Line.parse(JSON.parse(line)));
  const names = [...new Set(facts.map(({ source }) => source.article))];
  const articles = names.map((name) => readFileSync(join(folder, `${name.slice(1)}.json`), 'utf8'));

  const story = v5([...articles, ...lines].join('\n'), DEMO);
  const told: Line[] = facts.map((fact, index) => ({ ...fact, id: v5(lines[index] ?? '', story) }));
  return {
    chapters: names.map((name, index) => ({
      article: ArticleInput.parse(JSON.parse(articles[index] ?? '')),
      events: (article) =>
        told
          .filter(({ source }) => source.article === name)
          .map((fact) => ({ ...fact, source: { ...fact.source, article } })),
    })),
    eventIds: told.map(({ id }) => id),
  };
}

/** Lies in the same place above the sources as above what is built of them. */
function demoFolder(below: string): string {
  const folder = join(below, 'apps/server/demo');
  if (existsSync(folder)) return folder;
  if (dirname(below) === below) throw new Error('its folder, apps/server/demo, is not there');
  return demoFolder(dirname(below));
}
