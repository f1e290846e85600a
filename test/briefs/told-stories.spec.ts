import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from '../seed/record.js';
import type { PostedEvent } from '../seed/material.js';
import { startServer, type TestServer } from '../support/server.js';
import { readBrief, type BriefBody } from './read-brief.js';

/*
 * Stories unlike the demo, each told on several dates: the facts in `stories/*.jsonl`, and in `stories/*.txt` every
 * sentence of their briefs, as an editor has read and approved it.
 */
const FOLDER = join(import.meta.dirname, 'stories');

const STORIES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

/** The briefs of a story by their dates, as the file has them. */
function toldOf(story: string): [asOf: string, text: string][] {
  const parts = readFileSync(join(FOLDER, `${story}.txt`), 'utf8').split(/^As of (\S+)$/m);
  return parts.slice(1).flatMap((part, i, all) => (i % 2 === 0 ? [[part, (all[i + 1] ?? '').trim()]] : []));
}

/** Its facts, each from a paper of the day. */
const factsOf = (story: string): PostedEvent[] =>
  readFileSync(join(FOLDER, `${story}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line, i) => {
      const { attributedTo, ...event } = JSON.parse(line) as PostedEvent & { attributedTo?: string };
      const source = {
        publisher: 'Harbour Wire',
        url: `https://example.org/${story}/${i}`,
        publishedAt: event.occurredAt,
        ...(attributedTo !== undefined && { attributedTo }),
      };
      return { ...event, story, source };
    });

const asText = ({ headline, sections }: BriefBody): string =>
  [
    headline,
    ...sections.map(({ title, sentences }) => [title, ...sentences.map(({ text }) => `- ${text}`)].join('\n')),
  ].join('\n\n');

describe('the brief of a story unlike the demo', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
    for (const story of STORIES) await record(server, { name: story, articles: {}, events: factsOf(story) });
  }, 120_000);

  it('is told of five stories, each on three dates', () => {
    expect(STORIES.map((story) => toldOf(story).length)).toEqual([3, 3, 3, 3, 3]);
  });

  it.each(STORIES.flatMap((story) => toldOf(story).map(([asOf, text]) => [story, asOf, text] as const)))(
    '%s, as of %s, reads as approved',
    async (story, asOf, text) => {
      expect(asText(await readBrief(server, story, `?asOf=${asOf}`))).toBe(text);
    },
  );
});
