import { beforeAll, describe, expect, it } from '@jest/globals';
import { openStory } from '../http/recording.js';
import { demo } from '../seed/material.js';
import { record } from '../seed/record.js';
import { startServer, type TestServer } from '../support/server.js';
import { parseCsv } from './parse-csv.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await record(server, demo());
}, 60_000);

const csv = (path: string) => server.get(path, { accept: 'text/csv' });

interface Item {
  subject: string;
  state: Record<string, unknown>;
}

async function items(path: string): Promise<Item[]> {
  const found: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await server.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    const body = answer.body as { items: Item[]; next: string | null };
    found.push(...body.items);
    cursor = body.next;
  }
  return found;
}

describe('a view as CSV', () => {
  it.each(['tariffs', 'truces', 'talks', 'meetings', 'restrictions', 'summits', 'deals', 'stories', 'visits'])(
    'has a row for each item of the view %s',
    async (view) => {
      const answer = await csv(`/v1/views/${view}?asOf=2025-10-26`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(answer.text.endsWith('\r\n')).toBe(true);
      const rows = parseCsv(answer.text);
      const all = await items(`/v1/views/${view}?asOf=2025-10-26`);
      expect(rows.map((row) => row['subject'])).toEqual(all.map((item) => item.subject));
      for (const [index, { state }] of all.entries()) {
        for (const [name, value] of Object.entries(state ?? {})) {
          if (value !== null && typeof value === 'object' && !Array.isArray(value)) continue;
          const cell = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
          expect([name, rows[index]?.[`state.${name}`]]).toEqual([name, cell]);
        }
      }
    },
  );

  it('has a column for each field of a place', async () => {
    const rows = parseCsv((await csv('/v1/views/meetings')).text);
    expect(rows.some((row) => row['state.place.country'] === 'KOR')).toBe(true);
  });

  it('has the same columns without any item', async () => {
    const [all, none] = [await csv('/v1/views/tariffs'), await csv('/v1/views/tariffs?party=FRA')];
    expect(none.text).toBe(`${all.text.split('\r\n')[0]}\r\n`);
  });

  it('has no cell that a spreadsheet would run', async () => {
    const story = 'formulas';
    await openStory(server, story);
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://example.org","x")', '＝1'];
    const source = { url: 'https://example.org/1', publisher: 'A paper' };
    const events = texts.map((name, n) => ({
      type: 'SummitOpened',
      story,
      occurredAt: '2025-01-01',
      data: { summit: `s-${n}`, name },
      source,
    }));
    const answer = await server.post('/v1/events', events, { prefer: 'wait=10' });
    expect(answer.status).toBe(201);
    const rows = parseCsv((await csv(`/v1/views/summits?story=${story}`)).text);
    expect(rows.map((row) => row['state.name'])).toEqual(texts.map((text) => `'${text}`));
  });

  it('has no pages: it accepts neither a limit nor a cursor', async () => {
    for (const query of ['limit=5', 'cursor=abc']) {
      const answer = await csv(`/v1/views/tariffs?${query}`);
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'bad-parameter', errors: [{ pointer: `/${query.split('=')[0]}` }] },
      });
    }
  });

  it('is not found for an unknown view', async () => {
    expect(await csv('/v1/views/weather')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
