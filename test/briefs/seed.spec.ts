import { beforeAll, describe, expect, it } from '@jest/globals';
import { articlesAlone, demo } from '../seed/material.js';
import { read, record, type RecordedEvent } from '../seed/record.js';
import { timeline } from '../seed/timeline-assertions.js';
import { startServer, type TestServer } from '../support/server.js';
import { readBrief, sentencesOf, textOf, type BriefBody } from './read-brief.js';

const STORY = 'us-china-trade';

describe.each(articlesAlone())('the brief of $name', (material) => {
  let server: TestServer;
  let events: RecordedEvent[];

  beforeAll(async () => {
    server = await startServer();
    events = await record(server, material);
  }, 120_000);

  it('has on 26 October what an editor-in-chief has to know, each sentence with facts of the story', async () => {
    const brief = await readBrief(server, STORY, '?asOf=2025-10-26');
    expect(brief.headline).toMatch(/: fifth round under way in Malaysia$/);
    const sentences = sentencesOf(brief);
    expect(sentences.length).toBeGreaterThanOrEqual(8);
    const facts = (await timeline(server, STORY)).map(({ id }) => id);
    for (const sentence of sentences) expect(facts).toEqual(expect.arrayContaining(sentence.events));
    expect(brief.sections.map(({ title }) => title)).toEqual([
      'What holds now',
      'What was new on Sunday, 26 October',
      'What is disputed or only claimed',
      'What is due',
      'How it came to this',
    ]);
    const [holds, , doubts, due] = brief.sections.map((section) => textOf({ sections: [section] }));
    expect(holds).toContain('The fifth round of trade talks between the US and China is under way in Malaysia');
    expect(holds).toMatch(
      new RegExp(
        'Vice Premier He Lifeng leads for China and Treasury Secretary Scott Bessent for the US|' +
          'Scott Bessent leads for the US and Vice Premier He Lifeng for China',
      ),
    );
    expect(holds).toContain('The US-China tariff truce, agreed in August, is in force.');
    expect(holds).toContain('China’s tariffs on the US stand at up to 125 percent');
    expect(holds).toContain('the US reduced its tariffs on China from 145 percent to a rate that is not known.');
    expect(holds).not.toContain('157');
    expect(doubts).toContain('According to Donald Trump, the US tariffs on China stood at 157 percent');
    expect(due).toContain(
      'President Donald Trump and President Xi Jinping are to meet in South Korea on Thursday, 30 October',
    );
    expect(due).toContain('The last day of the US-China tariff truce is Monday, 10 November.');
    expect(brief).toMatchObject({
      stale: false,
      madeFrom: brief.clocks.position,
      freshUntil: '2025-10-31T00:00:00.000000Z',
    });
  });

  it('has on 12 November that the truce has run out, and that no meeting was reported', async () => {
    const brief = await readBrief(server, STORY, '?asOf=2025-11-12');
    expect(brief.headline).toMatch(/: tariff truce has run out$/);
    expect(textOf(brief)).toContain(
      'The US-China tariff truce has run out: its last day was Monday, 10 November, and no extension ' +
        'has been reported.',
    );
    expect(textOf(brief)).toMatch(
      /The fifth round .* began in Malaysia .*; whether it has ended has not been reported\./,
    );
    expect(textOf(brief)).not.toContain('under way');
    expect(textOf(brief)).toContain(
      'were to meet in South Korea on Thursday, 30 October, on the occasion of the APEC summit; ' +
        'whether they did has not been reported.',
    );
  });

  it('never states a claim as a fact', async () => {
    const claims = events.filter(({ certainty }) => certainty === 'claimed').map(({ id }) => id);
    for (const story of [...new Set(events.map((event) => event.story))]) {
      const { sections } = await readBrief(server, story, '?asOf=2025-10-27');
      const asFacts = sections
        .filter(({ title }) => title !== 'What is disputed or only claimed')
        .flatMap(({ sentences }) => sentences);
      expect(asFacts.filter((sentence) => sentence.events.some((id) => claims.includes(id)))).toEqual([]);
    }
  });

  it('comes as Markdown with the quotation, publisher, address and date of each source', async () => {
    const answer = await server.get(`/v1/stories/${STORY}/brief?asOf=2025-10-26`, { accept: 'text/markdown' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const { sections, headline } = await readBrief(server, STORY, '?asOf=2025-10-26');
    expect(answer.text).toMatch(new RegExp(`^# ${headline}\n\n_As of 26 October 2025._\n\n## What holds now\n\n- `));
    for (const { title } of sections) expect(answer.text).toContain(`\n## ${title}\n`);
    const marks = new Set([...answer.text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    const notes = [...answer.text.matchAll(/^\[\^(\d+)\]: (.*)$/gm)];
    expect(notes.map(([, number]) => number)).toEqual([...marks].sort((a, b) => Number(a) - Number(b)));
    for (const [, , note] of notes)
      expect(note).toMatch(/^“.+” – (?:.+, as reported by )?\[.+\]\(<https?:\/\/\S+>\), 26 October 2025\.$/);
    const again = await server.get(`/v1/stories/${STORY}/brief?asOf=2025-10-26`, {
      accept: 'text/markdown',
      'if-none-match': answer.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
    expect((await server.get(`/v1/stories/${STORY}/brief`, { accept: 'text/html' })).status).toBe(406);
  });

  it('is 304 for the same point and tag, whatever is recorded of other stories', async () => {
    const first = await server.get(`/v1/stories/${STORY}/brief?asOf=2025-10-26`);
    const tag = first.headers.get('etag') ?? '';
    await server.post(
      '/v1/stories',
      { slug: `another-${material.name.length}`, title: 'Another' },
      { prefer: 'wait=10' },
    );
    const again = await server.get(`/v1/stories/${STORY}/brief?asOf=2025-10-26`, { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect((await server.get(`/v1/stories/${STORY}/brief?asOf=2025-11-12`, { 'if-none-match': tag })).status).toBe(200);
    expect((await server.get('/v1/stories/never-heard-of/brief')).status).toBe(404);
    expect((await server.get(`/v1/stories/${STORY}/brief?recordedAsOf=@0`)).status).toBe(404);
    expect((await server.get(`/v1/stories/${STORY}/brief?limit=3`)).status).toBe(400);
  });

  it('contains on each clock only what was known then', async () => {
    const { position } = (await readBrief(server, STORY)).clocks;
    const before = await readBrief(server, STORY, '?reportedAsOf=2025-10-25');
    expect(before.sections).toEqual([]);
    const published = await readBrief(server, STORY, '?asOf=2025-10-26&reportedAsOf=2025-10-26');
    expect(published.sections).toEqual((await readBrief(server, STORY, '?asOf=2025-10-26')).sections);
    const recorded: BriefBody = await readBrief(server, STORY, `?asOf=2025-10-26&recordedAsOf=@${position}`);
    expect(recorded.sections).toEqual(published.sections);
  });
});

describe('digests of the demo story', () => {
  interface Digest extends Pick<BriefBody, 'headline' | 'sections'> {
    kind: string;
    period: string;
    from: string;
    to: string;
  }
  interface Page {
    items: Digest[];
    next: string | null;
  }
  let server: TestServer;
  let events: RecordedEvent[];
  const path = `/v1/stories/${STORY}/digests`;

  beforeAll(async () => {
    server = await startServer();
    events = await record(server, demo());
  }, 120_000);

  it.each(['day', 'week', 'month'])('contain each fact once, by the %s', async (period) => {
    const { items, next } = await read<Page>(server, `${path}?period=${period}&limit=200`);
    expect(next).toBeNull();
    const starts = items.map(({ from }) => from);
    expect(starts).toEqual(starts.toSorted().reverse());
    const citedFacts = items
      .flatMap(({ sections }) =>
        sections.filter(({ title }) => title.startsWith('What happened') || title.includes('claimed')),
      )
      .flatMap(({ sentences }) => sentences.flatMap((one) => one.events));
    const facts = events.filter(
      ({ story, type, occurredAt }) => story === STORY && type !== 'StoryOpened' && occurredAt.length >= 10,
    );
    expect(citedFacts.sort()).toEqual(facts.map(({ id }) => id).sort());
    for (const { from, to, sections } of items) {
      const cited = sections
        .filter(({ title }) => title === 'What happened')
        .flatMap(({ sentences }) => sentences.flatMap((one) => one.events));
      for (const fact of facts.filter(({ id }) => cited.includes(id)))
        expect(from <= fact.occurredAt && fact.occurredAt <= to).toBe(true);
    }
  });

  it('contain the week of the extension: what happened, and what held as a result', async () => {
    const { items } = await read<Page>(server, `${path}?period=week&limit=200`);
    const week = items.find(({ period }) => period === '2025-W33');
    expect(week).toMatchObject({
      kind: 'week',
      from: '2025-08-11',
      to: '2025-08-17',
      headline: 'US–China trade: 11 to 17 August 2025',
    });
    const [happened, , changed] = week?.sections ?? [];
    expect(happened?.sentences[0]?.text).toBe(
      'On Monday, 11 August, the US and China extended their tariff truce until 10 November.',
    );
    expect(textOf({ sections: changed ? [changed] : [] })).toContain(
      'The US-China tariff truce, agreed on Monday, 12 May, and extended on Monday, 11 August, is in force.',
    );
  });

  it('are paged, all at the record position of the first page', async () => {
    const all = await read<Page>(server, `${path}?period=month&limit=200`);
    const items: Digest[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page = await read<Page>(
        server,
        cursor === undefined ? `${path}?period=month&limit=2` : `${path}?cursor=${cursor}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      items.push(...page.items);
      cursor = page.next;
    }
    expect(items).toEqual(all.items);
    expect(items.length).toBeGreaterThan(4);
  });

  it('list what was corrected and retracted since', async () => {
    const fact = events.find(({ type, occurredAt }) => type === 'TariffChanged' && occurredAt === '2025-03-04');
    const other = events.find(({ type, occurredAt }) => type === 'StatementMade' && occurredAt === '2025-05-12');
    await server.post(
      `/v1/events/${fact?.id}/correction`,
      { occurredAt: '2025-03-05', reason: 'it took effect a day later' },
      { prefer: 'wait=10' },
    );
    await server.post(`/v1/events/${other?.id}/retraction`, { reason: 'he did not say so' }, { prefer: 'wait=10' });
    const { items } = await read<Page>(server, `${path}?period=day&limit=200`);
    const corrected = items.find(({ period }) => period === '2025-03-05')?.sections.at(-1);
    expect(corrected).toMatchObject({ title: 'What has been corrected since' });
    expect(corrected?.sentences[0]?.text).toMatch(
      /^Corrected, and now reads: “The US raised .+” Reason: it took effect a day later\.$/,
    );
    expect(corrected?.sentences[0]?.events).toHaveLength(2);
    expect(items.map(({ period }) => period)).not.toContain('2025-03-04');
    expect(textOf(items.find(({ period }) => period === '2025-05-12') ?? { sections: [] })).toMatch(
      /Withdrawn: “.+” Reason: he did not say so\./,
    );
  });

  it.each([
    ['', 'period: is required'],
    ['?period=year', 'period: must be one of day, week, month'],
    ['?period=day&limit=0', 'limit'],
  ])('refuse %s', async (query, detail) => {
    const answer = await server.get(path + query);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(detail)]);
  });
});
