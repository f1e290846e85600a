import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { ProjectionsBody } from '../../apps/server/src/admin/projections.schema.js';
import { importText } from '../bulk/importing.js';
import { bodyOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** Valid lines of one subject and one day, each of another publisher with another rate. They are imported together. */
const LINES = Number(process.env['DATELINE_HOSTILE_LINES'] ?? 3_000);
/** How long `/livez` may take at most, and how often it is asked. Milliseconds. */
const AT_MOST = 250;
const EVERY = 50;
/** In which a server on the same database must be ready. Milliseconds. */
const READY = 10_000;
/** In which the views must be up to date. Milliseconds. */
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
 * A process that computes the same few milliseconds for each answer: how much slower the machine is at a moment than at
 * its best.
 */
class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<BareServer> {
    const program = `let sum = 0;
      const s = require('http').createServer((q, a) => { for (let i = 0; i < 5e6; i++) sum += i % 7; a.end(); }).listen(0, '127.0.0.1', () => console.log(s.address().port));
      process.stdin.resume().on('end', () => process.exit());`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    return new BareServer(child, `http://127.0.0.1:${String(port).trim()}`);
  }

  stop(): void {
    this.child.kill();
  }
}

interface Waited {
  /** Milliseconds. */
  livez: number;
  bare: number;
  /** How many processes wanted each processor. */
  crowd: number;
}

async function took(url: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url);
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  return performance.now() - begun;
}

/** How many processes want each processor at the moment, at least 1; where the system does not tell, 1. */
function crowding(): number {
  try {
    const wanting = Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[3]?.split('/')[0]);
    return Math.max(1, wanting / availableParallelism());
  } catch {
    return 1;
  }
}

/**
 * Asks whether a server lives, again and again, beside the bare one, until told to stop. Answers do not wait for one
 * another.
 */
async function watch(server: TestServer, bare: BareServer, stop: AbortSignal): Promise<Waited[]> {
  const asked: Promise<Waited>[] = [];
  while (!stop.aborted) {
    const crowd = crowding();
    asked.push(
      Promise.all([took(`${server.url}/livez`), took(bare.url)]).then(([livez, bare]) => ({ livez, bare, crowd })),
    );
    await sleep(EVERY);
  }
  return Promise.all(asked);
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
  let waited: Waited[];
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
    waited = await watched;
    const slowest = waited.reduce((a, b) => (b.livez > a.livez ? b : a));
    process.stdout.write(
      `${LINES} lines: ${seconds.toFixed(1)} s; /livez asked ${waited.length} times, ${Math.round(slowest.livez)} ms at most, a bare server then ${Math.round(slowest.bare)} ms\n`,
    );
  }, PROJECTED + 60_000);

  it('keep no request waiting while the views take them in', () => {
    expect(waited.length).toBeGreaterThan(2);
    const best = Math.min(...waited.map((one) => one.bare));
    expect(waited.filter(({ livez, bare, crowd }) => livez > AT_MOST * Math.max(bare / best, crowd))).toEqual([]);
  });

  it('leave all views up to date, and no subject aside', async () => {
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

  it('keep no server from starting again', async () => {
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
