import { beforeAll, describe, expect, it } from '@jest/globals';
import { openStory } from '../http/recording.js';
import { demo } from '../seed/material.js';
import { record } from '../seed/record.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await record(server, demo());
}, 60_000);

const csv = (path: string) => server.get(path, { accept: 'text/csv' });

/** Reads CSV as RFC 4180 has it. */
function parse(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const row: string[] = [];
    for (let more = true; more;) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
      const cell = quoted ? quoted[0] : (/^[^,\r\n"]*/.exec(text.slice(at))?.[0] ?? '');
      row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell);
      at += cell.length;
      more = text[at] === ',';
      at += more ? 1 : 2;
    }
    rows.push(row);
  }
  const [columns = [], ...values] = rows;
  return values.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? ''])));
}

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
  it.each(['tariffs', 'truces', 'talks', 'meetings', 'restrictions', 'summits', 'deals', 'stories'])(
    '%s: has all its items, a row each',
    async (view) => {
      const answer = await csv(`/v1/views/${view}?asOf=2025-10-26`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(answer.text.endsWith('\r\n')).toBe(true);
      const rows = parse(answer.text);
      const all = await items(`/v1/views/${view}?asOf=2025-10-26`);
      expect(rows.map((row) => row['subject'])).toEqual(all.map((item) => item.subject));
      for (const [index, { state }] of all.entries()) {
        for (const [name, value] of Object.entries(state ?? {})) {
          if (value !== null && typeof value === 'object' && !Array.isArray(value)) continue;
          const told = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
          expect([name, rows[index]?.[`state.${name}`]]).toEqual([name, told]);
        }
      }
    },
  );

  it('has a place in columns of its own', async () => {
    const rows = parse((await csv('/v1/views/meetings')).text);
    expect(rows.some((row) => row['state.place.country'] === 'KOR')).toBe(true);
  });

  it('is the same list of columns, also where there is nothing', async () => {
    const [whole, none] = [await csv('/v1/views/tariffs'), await csv('/v1/views/tariffs?story=nobody-has-told-it')];
    expect(none.text).toBe(`${whole.text.split('\r\n')[0]}\r\n`);
  });

  it('holds nothing that a spreadsheet would run', async () => {
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
    const rows = parse((await csv(`/v1/views/summits?story=${story}`)).text);
    expect(rows.map((row) => row['state.name'])).toEqual(texts.map((text) => `'${text}`));
  });

  it('is whole: it has no pages', async () => {
    for (const query of ['limit=5', 'cursor=abc']) {
      const answer = await csv(`/v1/views/tariffs?${query}`);
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'bad-parameter', errors: [{ pointer: `/${query.split('=')[0]}` }] },
      });
    }
  });

  it('of a view that there is not is not there', async () => {
    expect(await csv('/v1/views/weather')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
