import { beforeAll, describe, expect, it } from '@jest/globals';
import { openStory, PAGE, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { parseCsv } from './parse-csv.js';

let server: TestServer;

const SUBJECT = encodeURIComponent('USA>CHN:all');
const STORY = 'tables';

/** A rate that changes twice and is disputed, a truce that runs out, and a text that looks like a formula. */
beforeAll(async () => {
  server = await startServer();
  await openStory(server, STORY, { parties: ['USA', 'CHN'] });
  const post = async (path: string, body: object) => {
    const answer = await server.post(path, body, { prefer: 'wait=20' });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as { events: { id: string }[] };
  };
  const { events } = await post('/v1/events', [
    tariff(STORY, '2025-04-09', 125),
    tariff(STORY, '2025-04-11', 145, { source: { ...PAGE, quote: '=HYPERLINK("https://example.org","x")' } }),
    {
      type: 'TruceAgreed',
      story: STORY,
      occurredAt: '2025-05',
      data: { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2025-11-10' },
      source: PAGE,
    },
    ...Array.from({ length: 450 }, (_, n) => ({
      type: 'MilestoneReported',
      story: STORY,
      occurredAt: `2025-0${1 + (n % 9)}-${10 + (n % 19)}`,
      data: { text: n === 0 ? '-1+2 "quoted", and more' : `The milestone ${n}.` },
      source: PAGE,
    })),
  ]);
  await post(`/v1/events/${events[1]?.id}/corroboration`, {
    source: { ...PAGE, publisher: 'Evening Ledger' },
    data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 140 },
  });
}, 120_000);

/** The lists, each with the field that names an item, and with the number of its items where it is known. */
const LISTS: [string, string, number | null][] = [
  ['/v1/views/tariffs', 'subject', 1],
  [`/v1/views/tariffs/${SUBJECT}/history`, 'since', null],
  [`/v1/stories/${STORY}/timeline`, 'id', 453],
  ['/v1/timeline?order=asc', 'id', 453],
  ['/v1/timeline?type=TariffChanged&reportedAsOf=2025-11', 'id', 2],
  ['/v1/disputes', 'property', 1],
  ['/v1/deadlines?asOf=2025-10-26', 'subject', 1],
  ['/v1/deadlines?asOf=2025-12&state=settled', 'subject', 1],
];

const withFormat = (path: string, format: string) => `${path}${path.includes('?') ? '&' : '?'}format=${format}`;

/** All items of a list as JSON, page by page. */
async function itemsOf(path: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const url = `${path}${path.includes('?') ? '&' : '?'}limit=170${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await server.get(url);
    if (answer.status !== 200) throw new Error(answer.text);
    const body = answer.body as { items: Record<string, unknown>[]; next: string | null };
    found.push(...body.items);
    cursor = body.next;
  }
  return found;
}

interface ClocksShown {
  asOf: string | null;
  reportedAsOf: string | null;
  recordedAsOf: string | null;
  position: number;
}

const clocksOf = async (path: string) => ((await server.get(path)).body as { clocks: ClocksShown }).clocks;

describe.each(LISTS)('%s', (path, name, count) => {
  it('is NDJSON with all items, each with the clocks, by `format` and by `Accept`', async () => {
    const answer = await server.get(withFormat(path, 'ndjson'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const lines = answer.text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const clocks = await clocksOf(path);
    const items = await itemsOf(path);
    if (count !== null) expect(items).toHaveLength(count);
    expect(items.length).toBeGreaterThan(0);
    expect(lines).toEqual(items.map((item) => ({ ...item, clocks })));
    expect((await server.get(path, { accept: 'application/x-ndjson' })).text).toBe(answer.text);
  });

  it('is CSV with a row for each item, and the clocks at its end', async () => {
    const answer = await server.get(withFormat(path, 'csv'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect((await server.get(path, { accept: 'text/csv' })).text).toBe(answer.text);
    const [header = ''] = answer.text.split('\r\n');
    expect(header.endsWith(',clocks.asOf,clocks.reportedAsOf,clocks.recordedAsOf,clocks.position')).toBe(true);
    const rows = parseCsv(answer.text);
    const items = await itemsOf(path);
    expect(rows.map((row) => row[name])).toEqual(items.map((item) => item[name]));
    const { asOf, reportedAsOf, position } = await clocksOf(path);
    for (const row of rows)
      expect([
        row['clocks.asOf'],
        row['clocks.reportedAsOf'],
        row['clocks.recordedAsOf'],
        row['clocks.position'],
      ]).toEqual([asOf ?? '', reportedAsOf ?? '', '', String(position)]);
  });

  it('is JSON with `format=json`, whatever is accepted, and its pages keep the format', async () => {
    const answer = await server.get(`${withFormat(path, 'json')}&limit=1`, { accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { next } = answer.body as { next: string | null };
    if (next === null) return;
    expect(answer.headers.get('link')).toContain('format=json');
    expect((await server.get(`${withFormat(path, 'json')}&cursor=${next}`)).status).toBe(200);
  });

  it.each(['limit=1', 'cursor=abc'])('has no pages as CSV or NDJSON: %s is refused', async (query) => {
    for (const format of ['csv', 'ndjson'])
      expect(await server.get(`${withFormat(path, format)}&${query}`)).toMatchObject({
        status: 400,
        body: { code: 'bad-parameter', errors: [{ pointer: `/${query.split('=')[0]}` }] },
      });
  });

  it('is refused in a format that it does not have', async () => {
    for (const [format, suggestion] of [
      ['CSV', 'csv'],
      ['xlsx', expect.any(String)],
      ['', expect.any(String)],
      ['md', expect.any(String)],
    ])
      expect(await server.get(withFormat(path, String(format)))).toMatchObject({
        status: 400,
        body: { code: 'bad-parameter', errors: [{ pointer: '/format', suggestion }] },
      });
    expect(await server.get(path, { accept: 'text/markdown' })).toMatchObject({
      status: 406,
      body: { code: 'not-acceptable' },
    });
  });
});

describe('a table', () => {
  const table = async (path: string) => parseCsv((await server.get(withFormat(path, 'csv'))).text);

  it('of facts has all clocks of each, and the source that is followed', async () => {
    const rows = await table(`/v1/stories/${STORY}/timeline?type=TariffChanged&order=asc`);
    expect(rows[1]).toMatchObject({
      occurredAt: '2025-04-11',
      reportedAt: '2025-10-26',
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      position: '3',
      story: STORY,
      type: 'TariffChanged',
      certainty: 'reported',
      'source.publisher': 'Morning Gazette',
      'source.url': PAGE.url,
      'counts.sources': '2',
      'counts.corrected': '0',
      data: '{"appliesTo":"CHN","imposedBy":"USA","measure":"all","ratePercent":145}',
    });
  });

  it('has no cell that a spreadsheet would run, and keeps quotes and commas', async () => {
    const tariffs = await table(`/v1/stories/${STORY}/timeline?type=TariffChanged&order=asc`);
    expect(tariffs[1]?.['source.quote']).toBe('\'=HYPERLINK("https://example.org","x")');
    const milestones = await table(`/v1/timeline?type=MilestoneReported&to=2025-01-10`);
    expect(milestones.some((row) => row['data']?.includes('"quoted\\", and more'))).toBe(true);
    for (const path of LISTS.map(([one]) => one))
      for (const row of await table(path))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t]|^-(?!\d+(\.\d+)?$)/);
  });

  it('of the record as of a position has that position as a text, defused', async () => {
    const [row] = await table('/v1/views/tariffs?recordedAsOf=@2');
    expect([row?.['clocks.recordedAsOf'], row?.['clocks.position']]).toEqual([
      expect.stringMatching(/^'@\d+$/),
      expect.any(String),
    ]);
  });

  it('of the history has the columns of the items, and what brought each', async () => {
    const names = async (path: string) => (await server.get(withFormat(path, 'csv'))).text.split('\r\n')[0];
    expect(await names(`/v1/views/tariffs/${SUBJECT}/history`)).toBe(
      (await names('/v1/views/tariffs'))?.replace(',clocks.asOf', ',by,clocks.asOf'),
    );
    const rows = await table(`/v1/views/tariffs/${SUBJECT}/history`);
    expect(rows.map((row) => [row['since'], row['state.ratePercent']])).toEqual(
      expect.arrayContaining([
        ['2025-04-09', '125'],
        ['2025-04-11', '145'],
      ]),
    );
  });

  it('of disputes has the value that is followed, and all candidates', async () => {
    expect(await table('/v1/disputes')).toEqual([
      expect.objectContaining({
        view: 'tariffs',
        subject: 'USA>CHN:all',
        open: 'true',
        'followed.value': '{"ratePercent":145,"comparator":"eq"}',
        'followed.occurredAt': '2025-04-11',
        'followed.publishers': '["Morning Gazette"]',
        'counts.candidates': '2',
      }),
    ]);
  });

  it('of deadlines has dates and numbers', async () => {
    const rows = await table('/v1/deadlines?asOf=2025-10-26');
    expect(rows).toEqual([
      expect.objectContaining({ date: '2025-11-10', daysLeft: '15', kind: 'expires', view: 'truces', story: STORY }),
    ]);
  });

  it('without a row has its columns', async () => {
    const [all, none] = await Promise.all(
      ['/v1/timeline', '/v1/timeline?party=FRA'].map((path) => server.get(withFormat(path, 'csv'))),
    );
    expect(none?.text).toBe(`${all?.text.split('\r\n')[0]}\r\n`);
  });
});

describe('a brief', () => {
  it('is Markdown with `format=md`', async () => {
    const path = `/v1/stories/${STORY}/brief?asOf=2025-06`;
    const [named, accepted] = [
      await server.get(`${path}&format=md`),
      await server.get(path, { accept: 'text/markdown' }),
    ];
    expect(named.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(named.text).toBe(accepted.text);
    expect((await server.get(`${path}&format=csv`)).body).toMatchObject({ errors: [{ pointer: '/format' }] });
  });
});

it.each([
  '/v1/stories/none/timeline',
  '/v1/timeline?story=none',
  '/v1/disputes?story=none',
  '/v1/deadlines?story=none',
  '/v1/views/tariffs?story=none',
  '/v1/views/no-view',
])('a list of what is not there is 404 in each format: %s', async (path) => {
  for (const format of ['json', 'csv', 'ndjson']) {
    const answer = await server.get(withFormat(path, format));
    expect([format, answer.status, (answer.body as { code: string }).code]).toEqual([format, 404, 'not-found']);
  }
});

it('a resource with one format takes no `format`', async () => {
  for (const path of ['/v1/stories', `/v1/stories/${STORY}`, '/v1/events'])
    expect(await server.get(withFormat(path, 'csv'))).toMatchObject({
      status: 400,
      body: { code: 'bad-parameter', errors: [{ pointer: '/format', detail: expect.stringContaining('one format') }] },
    });
});
