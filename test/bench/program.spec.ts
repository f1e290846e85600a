import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase } from '../support/database.js';

/** What a benchmark measures at a point of the clocks. `asOf` in microseconds. */
interface Point {
  asOf: number;
  position: number;
}

interface Drafted {
  envelope: string;
}

/** The adapter of the benchmarks, which is JavaScript, as far as they use it (bench/program.mjs, bench/events.mjs). */
interface Program {
  openAppender: (pool: pg.Pool) => (events: Drafted[]) => Promise<number>;
  openProjector: (client: pg.Client) => Promise<(batch: number) => Promise<boolean>>;
  openReads: (pool: pg.Pool) => Promise<{
    item: (subject: string, at: Point) => Promise<{ item: { state: unknown } }[]>;
    history: (subject: string, at: Point) => Promise<{ items: unknown[] }>;
    board: (story: string, at: Point) => Promise<{ views: Record<string, unknown[]> } | null>;
    timeline: (story: string, at: Point) => Promise<{ items: unknown[] }>;
    series: (
      subjects: string[],
      range: { clock: string; from: number; to: number; position: number },
    ) => AsyncIterable<unknown[]>;
  }>;
  foldTariffs: (events: { position: number; envelope: unknown }[]) => { ratePercent: number };
  verify: (pool: pg.Pool) => Promise<number>;
  viewCount: number;
}
interface Events {
  opened: (story: string) => Drafted;
  tariff: (story: string, measure: string, n: number) => Drafted;
  day: (n: number) => string;
}

const adapter = async <Module>(file: string): Promise<Module> =>
  (await import(join(import.meta.dirname, '../../bench', file))) as Module;

/** A benchmark whose adapter does not fit the program any more measures nothing, or something else. */
describe('the adapter of the benchmarks', () => {
  const SUBJECT = 'USA>CHN:all';
  let program: Program;
  let events: Events;
  let pool: pg.Pool;
  let head: number;
  const micros = (n: number): number => Date.parse(events.day(n)) * 1000;

  beforeAll(async () => {
    program = await adapter<Program>('program.mjs');
    events = await adapter<Events>('events.mjs');
    const { url, ownerUrl } = await createTestDatabase();
    pool = new pg.Pool({ connectionString: url, max: 4 });
    const append = program.openAppender(pool);
    await append([events.opened('measured')]);
    for (let n = 0; n < 10; n++) head = await append([events.tariff('measured', 'all', n)]);
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const project = await program.openProjector(client);
    let batches = 0;
    while (await project(4)) batches += 1;
    await client.end();
    expect([head, batches, program.viewCount]).toEqual([11, 3, 9]);
  });
  afterAll(() => pool.end());

  it('reads what was projected, at a date', async () => {
    const reads = await program.openReads(pool);
    const at = { asOf: micros(6), position: head };
    expect(await reads.item(SUBJECT, at)).toMatchObject([{ item: { state: { ratePercent: 6 } } }]);
    expect((await reads.history(SUBJECT, at)).items).toHaveLength(7);
    expect(await reads.board('measured', at)).toMatchObject({ views: { tariffs: [{ state: { ratePercent: 6 } }] } });
    expect((await reads.timeline('measured', at)).items).toHaveLength(7);
  });

  it.each(['asOf', 'knownOn', 'reportedAsOf', 'recordedAsOf'])('reads a series by %s', async (clock) => {
    const reads = await program.openReads(pool);
    const cells = [];
    const range = { clock, from: micros(2), to: micros(5), position: head };
    for await (const part of reads.series([SUBJECT], range)) cells.push(...part);
    expect(cells).toHaveLength(4);
  });

  it('folds a stream, and verifies the log', async () => {
    const { rows } = await pool.query<{ position: number; envelope: unknown }>(
      'select position::int, envelope::json from event order by position',
    );
    expect(program.foldTariffs(rows)).toMatchObject({ ratePercent: 9 });
    expect(await program.verify(pool)).toBe(11);
  });
});
