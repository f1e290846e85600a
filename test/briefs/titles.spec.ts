import { beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '../seed/record.js';
import { openPool } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { readBrief, textOf } from './read-brief.js';

const STORY = 'committee';
const PARTIES = ['KHM', 'THA'];

interface Fact {
  id: string;
  type: string;
  sentence: string;
  data: Record<string, unknown>;
}

let server: TestServer;
let ids: string[];
let head: number;

/** Records facts, each from a paper of its day; returns the last position. */
async function record(...facts: { type: string; occurredAt: string; data: object; published?: string }[]) {
  const events = facts.map(({ published, ...fact }, i) => ({
    ...fact,
    story: STORY,
    source: {
      publisher: 'Harbour Wire',
      url: `https://example.org/${fact.type}/${i}`,
      publishedAt: published ?? fact.occurredAt,
    },
  }));
  const answer = await server.post('/v1/events', events, { prefer: 'wait=10' });
  if (answer.status !== 201) throw new Error(answer.text);
  return (answer.body as { events: { id: string; position: number }[] }).events;
}

const timeline = async (query = ''): Promise<Record<string, string>> => {
  const { items } = await read<{ items: Fact[] }>(server, `/v1/stories/${STORY}/timeline${query}`);
  return Object.fromEntries(items.map(({ type, sentence }) => [type, sentence]));
};

const titleAt = async (query = ''): Promise<unknown> =>
  (await read<{ state: { title: unknown } }>(server, `/v1/views/talks/gbc${query}`)).state.title;

beforeAll(async () => {
  server = await startServer();
  await server.post('/v1/stories', { slug: STORY, title: 'Border committee' });
  const recorded = await record(
    { type: 'TalksAnnounced', occurredAt: '2025-07-31', data: { talks: 'gbc', parties: PARTIES } },
    {
      type: 'TalksStarted',
      occurredAt: '2025-08-04',
      data: { talks: 'gbc', title: 'General Border Committee talks', parties: PARTIES },
    },
    { type: 'TopicDiscussed', occurredAt: '2025-08-05', data: { talks: 'gbc', topics: ['the ceasefire'] } },
    {
      type: 'TalksConcluded',
      occurredAt: '2025-08-07',
      data: { talks: 'gbc', title: 'Border Committee meeting' },
      published: '2025-09-01',
    },
  );
  ids = recorded.map(({ id }) => id);
  head = recorded.at(-1)?.position ?? 0;
}, 120_000);

describe('the title of a subject', () => {
  it('is in its item from the date of the fact that gives it; the latest one stands', async () => {
    expect(await titleAt('?asOf=2025-08-03')).toBeNull();
    expect(await titleAt('?asOf=2025-08-06')).toBe('General Border Committee talks');
    expect(await titleAt('?asOf=2025-08-07')).toBe('Border Committee meeting');
  });

  it('names the subject in the sentences of all of its facts, at each point of the clocks', async () => {
    expect(await timeline('?asOf=2025-08-03')).toEqual({
      TalksAnnounced: 'Talks between Cambodia and Thailand were announced.',
    });
    const told = {
      TalksAnnounced: 'The General Border Committee talks between Cambodia and Thailand were announced.',
      TalksStarted: 'The General Border Committee talks between Cambodia and Thailand began.',
      TopicDiscussed: 'The General Border Committee talks covered the ceasefire.',
    };
    expect(await timeline('?asOf=2025-08-06')).toEqual(told);
    expect(await timeline('?asOf=2025-08-07')).toMatchObject({
      TopicDiscussed: 'The Border Committee meeting covered the ceasefire.',
      TalksConcluded: 'The Border Committee meeting concluded.',
    });
    expect(await timeline('?asOf=2025-08-07&reportedAsOf=2025-08-10')).toEqual(told);
  });

  it('names it in the facts of the item, in similar facts and in a replay', async () => {
    const facts = await read<{ items: Fact[] }>(server, '/v1/views/talks/gbc/facts?asOf=2025-08-06');
    expect(facts.items.map(({ sentence }) => sentence)).toContain(
      'The General Border Committee talks covered the ceasefire.',
    );
    const replay = await server.get(`/v1/stories/${STORY}/replay`);
    expect(replay.text).toContain('Talks between Cambodia and Thailand were announced.');
    expect(replay.text).toContain('The General Border Committee talks covered the ceasefire.');
    const [another] = await record({
      type: 'TopicDiscussed',
      occurredAt: '2025-08-06',
      data: { talks: 'gbc', topics: ['fences'] },
    });
    const similar = await read<{ items: Fact[] }>(server, `/v1/events/${another?.id}/similar`);
    expect(similar.items.map(({ sentence }) => sentence)).toEqual([
      'The Border Committee meeting covered the ceasefire.',
    ]);
  });

  it('leaves the data of a fact as they were given', async () => {
    const { items } = await read<{ items: Fact[] }>(server, `/v1/stories/${STORY}/timeline?asOf=2025-08-07`);
    expect(items.find(({ type }) => type === 'TopicDiscussed')?.data).not.toHaveProperty('title');
    expect(items.find(({ type }) => type === 'TalksStarted')?.data).toMatchObject({
      title: 'General Border Committee talks',
    });
  });

  it('is cited in a brief with the fact that gives it, which is still told itself', async () => {
    const brief = await readBrief(server, STORY, `?asOf=2025-08-05&recordedAsOf=@${head}`);
    const [announced, started, topics] = ids;
    expect(brief.headline).toBe('Border committee: General Border Committee talks under way');
    const sentences = brief.sections.flatMap((section) => section.sentences);
    expect(sentences).toContainEqual({
      text: 'The General Border Committee talks covered the ceasefire.',
      events: [topics, started],
    });
    expect(sentences).toContainEqual({
      text: 'On Thursday, 31 July, the General Border Committee talks between Cambodia and Thailand were announced.',
      events: [announced, started],
    });
    expect(textOf(brief)).toContain(
      'talks between Cambodia and Thailand are under way: they began on Monday, 4 August.',
    );
  });

  it('does not contradict another title', async () => {
    const corroborated = await server.post(
      `/v1/events/${ids[1]}/corroboration`,
      {
        data: { talks: 'gbc', title: 'GBC meeting', parties: PARTIES },
        source: { publisher: 'Evening Ledger', url: 'https://example.org/ledger', publishedAt: '2025-08-05' },
      },
      { prefer: 'wait=10' },
    );
    expect(corroborated.status).toBe(201);
    expect(await read(server, '/v1/views/talks/gbc?asOf=2025-08-06')).toMatchObject({
      state: { title: 'General Border Committee talks' },
      contested: false,
      disputes: [],
    });
  });

  it.each([
    ['', 'title'],
    ['two\nlines', 'title'],
    [3, 'title'],
    ['x'.repeat(2_001), 'title'],
  ])('is refused if it is no line of text: %j', async (title, place) => {
    const answer = await server.post('/v1/events', {
      type: 'TalksConcluded',
      story: STORY,
      occurredAt: '2025-08-08',
      data: { talks: 'gbc', title },
      source: { publisher: 'Harbour Wire', url: 'https://example.org/x', publishedAt: '2025-08-08' },
    });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(place)]);
  });
});

describe('a late fact that gives a title', () => {
  it('rewrites as many rows as one that gives any other value that is kept', async () => {
    const participants = [{ name: 'Ada Moreno' }, { name: 'Li Wen' }];
    const plan = (meeting: string, day: number, more: object = {}) => ({
      type: 'MeetingScheduled',
      occurredAt: `2025-03-${String(day).padStart(2, '0')}`,
      data: { meeting, participants, scheduledFor: `2025-04-${String(day).padStart(2, '0')}`, ...more },
    });
    const days = Array.from({ length: 25 }, (_, i) => i + 2);
    for (const meeting of ['titled', 'on-an-occasion']) await record(...days.map((day) => plan(meeting, day)));
    await record(plan('titled', 1, { title: 'Spring meeting' }));
    await record(plan('on-an-occasion', 1, { occasion: 'a spring fair' }));
    expect(await read(server, '/v1/views/meetings/titled')).toMatchObject({ state: { title: 'Spring meeting' } });
    const pool = openPool(server.databaseUrl, 1);
    const rowsOf = async (subject: string): Promise<number> => {
      const { rows } = await pool.query<{ rows: string }>(
        'select count(*) as rows from view_version where subject = $1',
        [subject],
      );
      return Number(rows[0]?.rows);
    };
    const [titled, other] = [await rowsOf('titled'), await rowsOf('on-an-occasion')];
    expect(titled).toBe(other);
    expect(titled).toBeGreaterThan(days.length);
  });
});
