import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { ProjectionsBody } from '../../apps/server/src/admin/projections.controller.js';
import { importText } from '../bulk/importing.js';
import { bodyOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** Valid lines of one subject and one day, each of another publisher with another rate. They are imported together. */
const LINES = Number(process.env['DATELINE_HOSTILE_LINES'] ?? 3_000);
/** How long `/livez` may take, and how often it is requested; milliseconds. */
const MAX_LIVEZ = 250;
const EVERY = 50;
/** How long the start of a server on the same database may take, milliseconds. */
const READY = 10_000;
/** How long the views may take to be up to date, milliseconds. */
const PROJECTED = 480_000;

const SUBJECT = '/v1/views/tariffs/USA%3ECHN%3Aall';

const text = [
  JSON.stringify({ type: 'StoryOpened', story: 'story', occurredAt: '2025-01-01', data: { title: 'A story' } }),
  ...Array.from({ length: LINES }, (_, n) =>
    JSON.stringify({
      type: 'TariffChanged',
      story: 'story',
      occurredAt: '2025-04-10',
      data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 1 + n / 10 },
      source: { url: `https://example.org/${n}`, publisher: `Paper ${n}`, publishedAt: '2025-04-11' },
    }),
  ),
].join('\n');

/**
 * A process that computes for the same few milliseconds for each answer. It shows how much slower the machine is at a
 * moment than at its best.
 */
class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<BareServer> {
    const program = `let sum = 0;
      const s = require('http').createServer((q, a) => { for (let i = 0; i < 5e6; i++) sum += i % 7; a.end(); });
      s.listen(0, '127.0.0.1', () => console.log(s.address().port));
      process.stdin.resume().on('end', () => process.exit());`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    return new BareServer(child, `http://127.0.0.1:${String(port).trim()}`);
  }

  stop(): void {
    this.child.kill();
  }
}

interface Sample {
  /** Milliseconds. */
  livez: number;
  bare: number;
  /** How many runnable processes there were for each processor. */
  crowd: number;
}

async function took(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url);
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  return performance.now() - begun;
}

/** How many runnable processes there are for each processor, at least 1; 1 where the system does not report it. */
function crowding(): number {
  try {
    const runnable = Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[3]?.split('/')[0]);
    return Math.max(1, runnable / availableParallelism());
  } catch {
    return 1;
  }
}

/** Requests `/livez`, and an answer of the bare server, again and again. It does not wait for one before the next. */
async function watch(server: TestServer, bare: BareServer, stop: AbortSignal): Promise<Sample[]> {
  const samples: Promise<Sample>[] = [];
  while (!stop.aborted) {
    const crowd = crowding();
    samples.push(
      Promise.all([took(`${server.url}/livez`), took(bare.url)]).then(([livez, bare]) => ({ livez, bare, crowd })),
    );
    await sleep(EVERY);
  }
  return Promise.all(samples);
}

type Projections = z.output<typeof ProjectionsBody>;
const projectionsOf = async (server: TestServer): Promise<Projections> =>
  bodyOf(ProjectionsBody, await server.get('/v1/admin/projections'));

let bare: BareServer;
let first: TestServer;

beforeAll(async () => {
  bare = await BareServer.start();
  first = await startServer();
}, 120_000);
afterAll(() => bare.stop());

describe(`${LINES} lines of one subject and one day, each of another publisher with another rate`, () => {
  let samples: Sample[];
  let seconds: number;

  beforeAll(async () => {
    const stop = new AbortController();
    const watched = watch(first, bare, stop.signal);
    const begun = performance.now();
    expect(await importText(first, text)).toContainEqual({ imported: LINES + 1, duplicates: 0, position: LINES + 1 });
    await until('the views hold them', async () => (await projectionsOf(first)).lag === 0, PROJECTED).finally(() =>
      stop.abort(),
    );
    seconds = (performance.now() - begun) / 1000;
    samples = await watched;
    const slowest = samples.reduce((a, b) => (b.livez > a.livez ? b : a));
    process.stdout.write(
      `${LINES} lines: ${seconds.toFixed(1)} s; /livez requested ${samples.length} times, ` +
        `${Math.round(slowest.livez)} ms at most, a bare server then ${Math.round(slowest.bare)} ms\n`,
    );
  }, PROJECTED + 60_000);

  it('delay no request while they are projected', () => {
    expect(samples.length).toBeGreaterThan(2);
    const best = Math.min(...samples.map((one) => one.bare));
    expect(samples.filter(({ livez, bare, crowd }) => livez > MAX_LIVEZ * Math.max(bare / best, crowd))).toEqual([]);
  });

  it('leave all views up to date, and halt no subject', async () => {
    const { items, lag, position } = await projectionsOf(first);
    expect([lag, position]).toEqual([0, LINES + 1]);
    expect(items.map(({ status, haltedSubjects }) => [status, haltedSubjects])).toEqual(
      items.map(() => ['active', []]),
    );
    expect(await first.get(SUBJECT)).toMatchObject({
      status: 200,
      body: { contested: true, state: { ratePercent: 1 }, disputes: [{ counts: { candidates: LINES } }] },
    });
  });

  it('do not delay the next start of a server', async () => {
    await first.kill();
    const begun = performance.now();
    const second = await startServer({}, { databaseUrl: first.databaseUrl, ownerUrl: first.ownerUrl });
    const ready = performance.now() - begun;
    process.stdout.write(`ready again after ${Math.round(ready)} ms\n`);
    expect(ready).toBeLessThan(READY);
    const { items, lag } = await projectionsOf(second);
    expect(lag).toBe(0);
    expect(items.map(({ status, haltedSubjects }) => [status, haltedSubjects])).toEqual(
      items.map(() => ['active', []]),
    );
    expect((await second.get(SUBJECT)).status).toBe(200);
  }, 120_000);
});
