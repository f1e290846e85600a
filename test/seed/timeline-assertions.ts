import { expect } from '@jest/globals';
import type { TestServer } from '../support/server.js';
import { read, type RecordedEvent } from './record.js';

/** A line of the timeline. */
export interface Line {
  id: string;
  type: string;
  occurredAt: string;
  certainty: string;
  sentence: string;
  data: Record<string, unknown>;
  sources: { quote?: string; attributedTo?: string }[];
}

export const timeline = async (server: TestServer, story: string): Promise<Line[]> =>
  (await read<{ items: Line[] }>(server, `/v1/stories/${story}/timeline?limit=200`)).items;

export const storiesOf = (events: readonly RecordedEvent[]): string[] => [
  ...new Set(events.map((event) => event.story)),
];

/**
 * Expects that each fact is one line of its story's timeline, newest first, with a sentence and its source. The source
 * has the quote and the person whom it is attributed to.
 */
export async function expectTimelineToHaveAll(server: TestServer, events: readonly RecordedEvent[]): Promise<void> {
  for (const story of storiesOf(events)) {
    const facts = events.filter((event) => event.story === story && event.type !== 'StoryOpened');
    const lines = await timeline(server, story);
    expect(lines.map((line) => line.id).sort()).toEqual(facts.map((fact) => fact.id).sort());
    const starts = lines.map((line) => line.occurredAt.padEnd(10, '-01'));
    expect(starts).toEqual(starts.toSorted().reverse());
    for (const { id, type, occurredAt, certainty = 'reported', data, source } of facts) {
      const line = lines.find((one) => one.id === id);
      expect(line).toMatchObject({ type, occurredAt, certainty, data, sentence: expect.stringMatching(/^\S.+\S$/) });
      expect(line?.sources).toHaveLength(1);
      expect(line?.sources[0]).toMatchObject({ quote: source?.quote });
      expect(JSON.stringify(line?.sources[0])).toContain(source?.article);
      if (source?.attributedTo !== undefined)
        expect(line?.sources[0]).toMatchObject({ attributedTo: source.attributedTo });
    }
  }
}

/** Expects that a replay has the facts up to a date one by one, and ends with the board as of it. */
export async function expectReplayToEndWithBoard(
  server: TestServer,
  events: readonly RecordedEvent[],
  to: string,
): Promise<void> {
  for (const story of storiesOf(events)) {
    const board = await read<Record<string, unknown>>(server, `/v1/stories/${story}?asOf=${encodeURIComponent(to)}`);
    const replay = await server.get(`/v1/stories/${story}/replay?to=${encodeURIComponent(to)}`);
    expect([replay.status, replay.headers.get('content-type')]).toEqual([200, expect.stringMatching(/ndjson/)]);
    const frames = replay.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event?: unknown; board?: Record<string, unknown> });
    expect({ ...frames.at(-1)?.board, clocks: board['clocks'] }).toEqual(board);
    const replayed = JSON.stringify(frames.filter((frame) => frame.event !== undefined));
    const facts = events.filter((event) => event.story === story && event.type !== 'StoryOpened');
    const started = facts.filter((fact) => fact.occurredAt.slice(0, to.length) <= to);
    for (const fact of started) expect(replayed).toContain(fact.id);
    for (const fact of facts.filter((one) => !started.includes(one))) expect(replayed).not.toContain(fact.id);
  }
}
