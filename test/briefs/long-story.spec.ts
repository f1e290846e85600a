import { beforeAll, describe, expect, it } from '@jest/globals';
import { stderr } from 'node:process';
import { startServer, type TestServer } from '../support/server.js';
import { readBrief, sentencesOf } from './read-brief.js';

const FACTS = 10_000;
const BATCH_SIZE = 1_000;
/** Milliseconds. Far above what a brief takes, and far below what reading all facts would take. */
const TIME_LIMIT = 2_000;

const day = (i: number): string => new Date(Date.UTC(2025, 0, 1) + i * 3_600_000).toISOString().slice(0, 10);

/** The nth fact of a story with `subjects` subjects of each kind. */
function nthFact(story: string, i: number, subjects: number) {
  const n = i % subjects;
  const [type, data] = [
    ['TariffChanged', { imposedBy: 'USA', appliesTo: 'CHN', measure: `steel-${n}`, ratePercent: i % 100 }],
    ['TruceExtended', { truce: `truce-${n}`, validUntil: day(i + 2_000) }],
    ['TalksStarted', { talks: `talks-${n}`, parties: ['USA', 'CHN'], round: 1 + (Math.floor(i / 7) % 300) }],
    [
      'MeetingScheduled',
      {
        meeting: `meeting-${n}`,
        participants: [{ name: 'Ada Moreno' }, { name: 'Li Wen' }],
        scheduledFor: day(i + 500),
      },
    ],
    ['StatementMade', { speaker: { name: 'Ada Moreno' }, quote: `Statement ${i}.` }],
    ['TariffChanged', { imposedBy: 'CHN', appliesTo: 'USA', measure: `cotton-${n}`, ratePercent: i % 90 }],
    ['MilestoneReported', { text: `Milestone ${i}.` }],
  ][i % 7] as [string, object];
  return {
    type,
    story,
    occurredAt: day(i),
    certainty: i % 11 === 0 ? 'claimed' : 'reported',
    data,
    source: { url: 'https://example.org/', publisher: 'Morning Gazette', publishedAt: '2026-03-01' },
  };
}

describe.each([
  ['few subjects', 3],
  ['many subjects', 150],
])('a story of 10,000 facts on %s', (name, subjects) => {
  let server: TestServer;
  const story = name.replace(' ', '-');

  beforeAll(async () => {
    server = await startServer();
    await server.post('/v1/stories', { slug: story, title: name });
    for (let from = 0; from < FACTS; from += BATCH_SIZE) {
      const answer = await server.post(
        '/v1/events',
        Array.from({ length: BATCH_SIZE }, (_, i) => nthFact(story, from + i, subjects)),
        { prefer: 'wait=30' },
      );
      if (answer.status !== 201) throw new Error(answer.text);
    }
  }, 240_000);

  it('has a brief of at most 40 sentences in bounded time, in valid time and as of the record', async () => {
    for (const query of ['?asOf=2026-02-10', '?asOf=2025-06', `?recordedAsOf=@${FACTS / 2}`]) {
      const took: number[] = [];
      for (let i = 0; i < 7; i++) {
        const started = performance.now();
        const sentences = sentencesOf(await readBrief(server, story, query));
        took.push(performance.now() - started);
        expect(sentences.length).toBeGreaterThan(20);
        expect(sentences.length).toBeLessThanOrEqual(40);
      }
      const median = took.sort((a, b) => a - b)[3] ?? Infinity;
      stderr.write(`brief of ${FACTS} facts on ${name}, ${query}: median of 7 ${median.toFixed(0)} ms\n`);
      expect(median).toBeLessThan(TIME_LIMIT);
    }
  }, 60_000);

  it('has digests in bounded time', async () => {
    const started = performance.now();
    const answer = await server.get(`/v1/stories/${story}/digests?period=week&limit=10`);
    const took = performance.now() - started;
    expect((answer.body as { items: unknown[] }).items).toHaveLength(10);
    stderr.write(`10 weekly digests of ${FACTS} facts on ${name}: ${took.toFixed(0)} ms\n`);
    expect(took).toBeLessThan(5 * TIME_LIMIT);
  }, 60_000);
});
