// How soon the workers bring the summaries up to date: after one fact at a time, and after 1,000 stories became stale;
// and their memory over 20,000 jobs. npm run bench -- jobs (BENCH_QUEUES=Redis|PostgreSQL: the backend of the queues,
// by default PostgreSQL; for Redis, redis-server must be on the PATH. BENCH_STORIES, BENCH_FACTS of each; BENCH_ASKED:
// facts one at a time; BENCH_ROUNDS of one job a story)
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase, openPool } from './database.mjs';
import { higher, lower, machine, printMetrics, whole } from './report.mjs';
import { startDateline } from './serving.mjs';
import { setting } from './settings.mjs';

const STORIES = setting('STORIES', 1_000);
const FACTS = setting('FACTS', 50);
const SINGLE_FACTS = setting('ASKED', 100);
const ROUNDS = setting('ROUNDS', 20, 2);
const metrics = [];
const FRESH = `
select (select position from summary_feed) = (select position from log_head)
   and not exists (select 1 from summary s where made_at is null or made_from < touched
                     or fresh_until <= extract(epoch from clock_timestamp()) * 1000000) as fresh`;
const backend = process.env.BENCH_QUEUES ?? 'PostgreSQL';
if (!['PostgreSQL', 'Redis'].includes(backend)) throw new Error('BENCH_QUEUES must be PostgreSQL or Redis');

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const database = await freshDatabase({ migrated: false });
const redis = backend === 'Redis' ? await startRedis() : null;
const pool = openPool(database.url, 4);
console.log(`Queues on ${backend}. ${machine(database)}`);

const api = await startServer('api,projector');
let worker = await startServer('worker');
await recordAll([{ type: 'StoryOpened', story: 'one', occurredAt: '2025-01-01', data: { title: 'One' } }]);
await untilFresh();
await oneByOne(SINGLE_FACTS);

await worker.stop();
for (let n = 0; n < STORIES; n += 1) {
  const story = `story-${n}`;
  const opened = { type: 'StoryOpened', story, occurredAt: '2025-01-01', data: { title: `The story ${n}` } };
  await recordAll([opened, ...Array.from({ length: FACTS }, (_, i) => tariff(story, n, i))]);
}
await until(
  async () => (await one('select (select position from checkpoint) = (select position from log_head) as done')).done,
);
let began = performance.now();
worker = await startServer('worker');
console.log(`\n${whole(STORIES)} stories of ${FACTS} facts, none with a summary; a worker starts`);
const ready = performance.now();
await untilFresh();
const made = performance.now();
metrics.push(lower('all summaries made', 's', (made - ready) / 1_000));
console.log(`  ready after ${seconds(ready - began)}, all summaries made ${seconds(made - ready)} later`);
await pool.query('update summary set fresh_until = made_at');
began = performance.now();
await untilFresh();
const fresh = performance.now();
metrics.push(lower('all made stale, until fresh', 's', (fresh - began) / 1_000));
console.log(`  all made stale at once: fresh after ${seconds(fresh - began)}`);

console.log(`\nMemory of the worker over ${whole(ROUNDS * STORIES)} more jobs`);
const before = memoryOf(worker);
console.log(`  before: ${whole(before)} MB`);
began = performance.now();
for (let round = 1; round <= ROUNDS; round += 1) {
  await recordAll(Array.from({ length: STORIES }, (_, n) => tariff(`story-${n}`, n, FACTS + round)));
  await untilFresh();
  if (round % 5 === 0) console.log(`  after ${whole(round * STORIES)}: ${whole(memoryOf(worker))} MB`);
}
const took = (performance.now() - began) / 1_000;
metrics.push(
  higher('jobs', 'jobs/s', (ROUNDS * STORIES) / took),
  lower('memory of the worker', 'MB', memoryOf(worker)),
);
console.log(
  `  grown by ${whole(memoryOf(worker) - before)} MB; ` +
    `${whole((ROUNDS * STORIES) / took)} jobs/s, recording and projecting included`,
);

await worker.stop();
await api.stop();
await pool.end();
await redis?.stop();
await database.drop();
rmSync(folder, { recursive: true, force: true });
printMetrics('jobs', metrics);

/** Measures the time from the 201 to the stored brief, for one fact after the other in one story. */
async function oneByOne(facts) {
  const times = [];
  for (let n = 0; n < facts; n += 1) {
    await sleep(200);
    const position = await recordAll([tariff('one', 0, n)]);
    const started = performance.now();
    await until(
      async () =>
        Number((await one(`select made_from from summary where story = 'one' and kind = 'brief'`)).made_from) >=
        position,
    );
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (part) => Math.round(times[Math.floor(part * (times.length - 1))]);
  metrics.push(
    lower('from the 201 to the stored brief', 'ms (p50)', at(0.5)),
    lower('from the 201 to the stored brief', 'ms (p95)', at(0.95)),
  );
  console.log(
    `\n${facts} facts, one at a time, idle: from the 201 to the stored brief ${at(0.5)} ms (median), ` +
      `${at(0.95)} ms (p95), ${at(1)} ms (longest)`,
  );
}

/** Resolves once every summary is up to date with the log. */
function untilFresh() {
  return until(async () => (await one(FRESH)).fresh, 25);
}

async function one(sql) {
  return (await pool.query(sql)).rows[0];
}

/** Polls at an interval in milliseconds that is long enough not to disturb the measurement. */
async function until(holds, every = 2) {
  while (!(await holds())) await sleep(every);
}

async function recordAll(events) {
  const answer = await fetch(`${api.url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(events),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()).position;
}

function startServer(roles) {
  return startDateline(database.url, roles, { LOG_LEVEL: 'warn', ...(redis && { REDIS_URL: redis.url }) });
}

async function startRedis() {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn('redis-server', ['--port', String(port), '--dir', folder, '--save', ''], { stdio: 'ignore' });
  await sleep(500);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => (child.kill('SIGTERM'), new Promise((resolve) => child.once('exit', resolve))),
  };
}

function tariff(story, n, i) {
  const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
  return {
    ...{
      type: 'TariffChanged',
      story,
      occurredAt: day,
      source: { url: `https://example.org/${story}/${i}`, publisher: 'Gazette', publishedAt: day },
    },
    data: { imposedBy: 'USA', appliesTo: 'CHN', measure: `measure-${n}`, ratePercent: 10 + (i % 90) },
  };
}

/** The resident memory of a server, MB. */
function memoryOf({ pid }) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
