import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v5 } from 'uuid';
import { z } from 'zod';
import { ArticleInput } from '../articles/articles.schema.js';

/**
 * An event as it is posted. Its source names an article of the demo, as in `$article-2025-10-26`, in place of an id.
 */
const Line = z.looseObject({ source: z.looseObject({ article: z.string().startsWith('$') }) });
type Line = z.infer<typeof Line> & { id: string };

/** An article, and the events taken from it, which are recorded as one request. */
interface DemoChapter {
  article: z.output<typeof ArticleInput>;
  /** Bodies for `POST /v1/events`. Their ids are the same wherever the same story is loaded. */
  events: (articleId: string) => unknown[];
}

export interface DemoStory {
  /** In the order in which they are recorded. */
  chapters: DemoChapter[];
  eventIds: string[];
}

/** The namespace of the demo's ids (UUID version 5). */
const NAMESPACE = '6b1c40c3-9a5f-4a6e-8f8e-35a4c0c7f1d9';

/**
 * Reads the demo story: `facts.jsonl`, and the articles that it names. The ids are derived from the whole text, so that
 * an interrupted load is only continued with the same version of the story.
 */
export function readDemoStory(folder = demoFolder(import.meta.dirname)): DemoStory {
  const lines = readFileSync(join(folder, 'facts.jsonl'), 'utf8').split('\n').filter(Boolean);
  const facts = lines.map((line) => Line.parse(JSON.parse(line)));
  const names = [...new Set(facts.map(({ source }) => source.article))];
  const articles = names.map((name) => readFileSync(join(folder, `${name.slice(1)}.json`), 'utf8'));

  const story = v5([...articles, ...lines].join('\n'), NAMESPACE);
  const events: Line[] = facts.map((fact, index) => ({ ...fact, id: v5(lines[index] ?? '', story) }));
  return {
    chapters: names.map((name, index) => ({
      article: ArticleInput.parse(JSON.parse(articles[index] ?? '')),
      events: (article) =>
        events
          .filter(({ source }) => source.article === name)
          .map((fact) => ({ ...fact, source: { ...fact.source, article } })),
    })),
    eventIds: events.map(({ id }) => id),
  };
}

/** Finds the folder above the sources, or above the built files. */
function demoFolder(below: string): string {
  const folder = join(below, 'apps/server/demo');
  if (existsSync(folder)) return folder;
  if (dirname(below) === below) throw new Error('its folder, apps/server/demo, is missing');
  return demoFolder(dirname(below));
}
