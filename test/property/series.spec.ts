import { stderr } from 'node:process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { subjectOf, VIEWS, type ViewName } from '../oracle/subjects.js';
import { checkProperty } from './check-property.js';
import { drafts } from './drafts.js';
import { namesOf } from './names.js';
import { openingOf, postingsOf } from './postings.js';
import { post, postInRequests, type Requests } from './record.js';
import { fileArticles } from './sources.js';

const LONG = process.env['DATELINE_TEST_LONG'] === 'true';
/** How many stories, how many series of each, and how many cells of a series are compared. */
const STORIES = LONG ? 150 : 10;
const SERIES = 6;
const CELLS = 8;

const HEADLINES: Readonly<Record<ViewName, readonly string[]>> = {
  tariffs: ['ratePercent', 'comparator', 'basis', 'status'],
  truces: ['status', 'validUntil'],
  talks: ['status', 'round'],
  meetings: ['status', 'scheduledFor'],
  restrictions: ['status', 'until'],
  summits: ['status', 'until'],
  deals: ['status'],
  stories: ['status'],
  visits: ['status', 'date'],
};
/** A cell has a date of its own. */
const fieldOf = (property: string): string => (property === 'date' ? 'stateDate' : property);

type Clock = 'asOf' | 'knownOn' | 'reportedAsOf' | 'recordedAsOf';

/** A series before its story is recorded. */
interface Sketch {
  clock: Clock;
  step: '1d' | '1w' | '1m';
  /** Where it begins, and how many days it spans; on the record's clock how long it is, and how long ago it ends. */
  start: number;
  days: number;
  fixedDate: string | undefined;
  fixedPublication: string | undefined;
  /** How many of the last events the record does not have yet. */
  unrecorded: number | undefined;
  undated: 'include' | undefined;
  cells: number[];
  limit: number;
}

const sketch: fc.Arbitrary<Sketch> = fc.record<Sketch>({
  clock: fc.constantFrom('asOf', 'knownOn', 'reportedAsOf', 'recordedAsOf'),
  step: fc.constantFrom('1d', '1d', '1w', '1m'),
  start: fc.nat(140),
  days: fc.integer({ min: 0, max: 330 }),
  fixedDate: fc.constantFrom(undefined, '2025-04-10', '2025-05', '2026'),
  fixedPublication: fc.constantFrom(undefined, undefined, '2025-04-10', '2025-05-12', '2025-10-26'),
  unrecorded: fc.constantFrom(undefined, undefined, 0, 1, 5),
  undated: fc.constantFrom(undefined, undefined, 'include' as const),
  cells: fc.array(fc.nat(1_000_000), { minLength: CELLS, maxLength: CELLS }),
  limit: fc.constantFrom(1, 3, 7, 200),
});

const requests = fc.record<Requests>({
  sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
  atOnce: fc.constantFrom(1, 1, 2),
});

interface Item {
  state: Record<string, unknown> | null;
  since: string | null;
  contested: boolean;
  dateUncertain: boolean;
  undated?: number;
  counts: { claims: number };
  clocks: object;
}

interface Cell {
  date: string;
  view: ViewName;
  subject: string;
  since: string | null;
  clocks?: object;
}

const DAY = 86_400_000;
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

let server: TestServer;
let articles: string[];
let cases = 0;

beforeAll(async () => {
  server = await startServer();
  articles = await fileArticles(server);
}, 120_000);

/** Dates the record back: each position is a day, the last one today. */
const spreadOverDays = (): Promise<void> =>
  asOwner(server.ownerUrl, async (owner) => {
    await owner.query(`
      alter table event disable trigger user;
      update event set recorded_at = recorded_at
        - ((select max(position) from event) - request_end) * interval '1 day'
        - (recorded_at - date_trunc('second', now()))
       where true;
      alter table event enable trigger user`);
  });

/** The parameters of a series besides its subjects. `steps`: which of them name its days. */
function parametersOf(one: Sketch, opened: number, head: number): Record<string, string> {
  const { clock, step, start, days, fixedDate, fixedPublication, unrecorded, undated } = one;
  const today = Date.now();
  const recordAt = unrecorded === undefined ? undefined : `@${Math.max(opened, head - unrecorded)}`;
  // The story was opened so many days ago.
  const age = head - opened + 1;
  const last = clock === 'recordedAsOf' ? today - (days % age) * DAY : Date.UTC(2024, 11, 20) + (start + days) * DAY;
  const first = last - (clock === 'recordedAsOf' ? start % 40 : days) * DAY;
  const given: Record<string, string | undefined> = {
    clock,
    step,
    from: day(first),
    to: day(last),
    ...(clock !== 'asOf' && clock !== 'knownOn' && { asOf: fixedDate }),
    ...(clock !== 'reportedAsOf' && clock !== 'knownOn' && { reportedAsOf: fixedPublication }),
    ...(clock !== 'recordedAsOf' && { recordedAsOf: recordAt }),
    undated,
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const pathOf = (path: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams(query).toString()}`;

/** The cell that the read of its day gives. */
async function expectedOf({ date, view, subject }: Cell, parameters: Record<string, string>): Promise<object> {
  const { clock = 'asOf', from: _from, to: _to, step: _step, ...fixed } = parameters;
  const path = pathOf(`/v1/views/${view}/${encodeURIComponent(subject)}`, { ...fixed, [clock]: date });
  const answer = await server.get(path);
  const onPress = clock === 'knownOn' || clock === 'reportedAsOf' || fixed['reportedAsOf'] !== undefined;
  const none = { state: null, since: null, contested: false, dateUncertain: false, counts: { claims: 0 } };
  // On the record's clock a subject may not be known yet.
  if (answer.status !== 200 && !(answer.status === 404 && clock === 'recordedAsOf'))
    throw new Error(`GET ${path}: ${answer.text}`);
  const item = answer.status === 404 ? { ...none, ...(onPress && { undated: 0 }) } : (answer.body as Item);
  const { state, since, contested, dateUncertain, undated, counts } = item as Item;
  return {
    date,
    view,
    subject,
    ...Object.fromEntries(HEADLINES[view].map((name) => [fieldOf(name), state?.[name] ?? null])),
    ...{ since, contested, dateUncertain, claims: counts.claims },
    ...(undated !== undefined && { undated }),
    ...(answer.status === 200 && { clocks: (answer.body as Item).clocks }),
  };
}

async function linesOf(query: Record<string, string>): Promise<Cell[]> {
  const answer = await server.get(pathOf('/v1/series', query), { accept: 'application/x-ndjson' });
  if (answer.status !== 200) throw new Error(`${pathOf('/v1/series', query)}: ${answer.text}`);
  return answer.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Cell);
}

async function pagesOf(query: Record<string, string>, limit: number): Promise<Cell[]> {
  const found: Cell[] = [];
  let path: string | null = pathOf('/v1/series', { ...query, limit: String(limit) });
  while (path !== null) {
    const answer = await server.get(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    const { items, next } = answer.body as { items: Cell[]; next: string | null };
    found.push(...items);
    path = next === null || found.length > 60 ? null : pathOf('/v1/series', { cursor: next });
  }
  return found;
}

const withoutClocks = ({ clocks: _, ...cell }: Cell) => cell;

describe('a series', () => {
  it('has in each cell what the read of its day gives, on each clock', async () => {
    let compared = 0;
    let withState = 0;
    const run = fc.asyncProperty(
      drafts,
      requests,
      fc.array(sketch, { minLength: SERIES, maxLength: SERIES }),
      async (events, how, sketches) => {
        const names = namesOf((cases += 1));
        const opened = await post(server, names.stories.map(openingOf));
        const recorded = [...opened, ...(await postInRequests(server, postingsOf(events, names, articles), how))];
        const head = recorded.at(-1)?.position ?? 0;
        await server.get(`/v1/stories/${names.stories[0]}?minPosition=${head}`);
        await spreadOverDays();
        const views = VIEWS.filter((view) => recorded.some((event) => nameOf(event)?.view === view));
        for (const [n, one] of sketches.entries()) {
          const view = views[n % views.length] as ViewName;
          const parameters = parametersOf(one, opened.at(-1)?.position ?? 0, head);
          const query = { view, story: names.stories[n % 2] as string, ...parameters };
          const cells = await linesOf(query);
          const picked = cells.length === 0 ? [] : one.cells.map((at) => cells[at % cells.length] as Cell);
          for (const cell of picked) {
            const expected = await expectedOf(cell, parameters);
            const got = 'clocks' in expected ? cell : withoutClocks(cell);
            if (JSON.stringify(got) !== JSON.stringify(expected)) {
              const posted = recorded.map((event) => JSON.stringify(event)).join('\n');
              throw new Error(
                `${JSON.stringify(query)}\n${posted}\nexpected ${JSON.stringify(expected)}\ngot      ${JSON.stringify(got)}`,
              );
            }
            compared += 1;
            if (cell.since !== null) withState += 1;
          }
          const paged = await pagesOf(query, one.limit);
          expect(paged).toEqual(cells.slice(0, paged.length).map(withoutClocks));
        }
      },
    );
    await checkProperty(run, STORIES);
    stderr.write(`property: ${compared} cells, ${withState} of them with a state\n`);
    expect(withState).toBeGreaterThan((STORIES * SERIES * CELLS) / 8);
  }, 900_000);
});

const nameOf = (event: object) =>
  'type' in event && 'data' in event && event.data ? subjectOf(event as Parameters<typeof subjectOf>[0]) : null;
