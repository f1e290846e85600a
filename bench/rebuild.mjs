// Rebuilding a view from the log by a running server: how fast it is alone, and how it slows down reads beside it.
// npm run bench -- rebuild (BENCH_EVENTS; BENCH_SECONDS of reads alone)
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase, openPool } from './database.mjs';
import { day, opened, tariff } from './events.mjs';
import { openAppender } from './program.mjs';
import { higher, lower, machine, printMetrics, table, whole } from './report.mjs';
import { startDateline } from './serving.mjs';
import { setting } from './settings.mjs';

const EVENTS = setting('EVENTS', 200_000, 50_000);
const SECONDS = setting('SECONDS', 10);
/** A story has ten subjects of 100 facts each. The rebuilt view takes every event. */
const SUBJECTS = 10;
const FACTS = 100;
const STORIES = Math.ceil(EVENTS / (SUBJECTS * FACTS));
/** Readers, and the pause of each after a response, milliseconds. */
const READERS = 4;
const REST = 20;
const agent = new Agent({ keepAlive: true });

const database = await freshDatabase({ migrated: false });
const pool = openPool(database.url, 4);
const server = await startDateline(database.url, 'api,projector');
await fill();

async function fill() {
  const append = openAppender(pool);
  for (let s = 0; s < STORIES; s += 1) {
    await append([opened(`story-${s}`)]);
    await append(
      Array.from({ length: SUBJECTS * FACTS }, (_, n) =>
        tariff(`story-${s}`, `s${s}-m${n % SUBJECTS}`, Math.floor(n / SUBJECTS)),
      ),
    );
  }
  const behind = async () =>
    (await pool.query('select from log_head h join checkpoint c on c.position < h.position')).rowCount > 0;
  while (await behind()) await sleep(200);
  await pool.query('analyze');
}

/** Sends a request with a minimal client, since the client runs on the same two cores. */
function send(path, method = 'GET') {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${server.adminKey}`, 'accept-encoding': 'gzip' };
    const sending = request(server.url + path, { method, agent, headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode >= 300) reject(new Error(`${path}: ${answer.statusCode}`));
        else resolve(Buffer.concat(chunks));
      });
    });
    sending.on('error', reject);
    sending.end();
  });
}

/** The resident memory of the server, MiB, read without a request to it. */
const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;

/** Rebuilds the view. Returns the events a second, and the greatest growth of the server's memory. */
async function rebuild() {
  const before = resident();
  const began = performance.now();
  await send('/v1/admin/projections/tariffs/rebuild', 'POST');
  let most = before;
  const building = async () => (await pool.query(`select from projection where status = 'building'`)).rowCount > 0;
  for (let n = 0; await building(); n += 1) {
    await sleep(20);
    if (n % 10 === 0) most = Math.max(most, resident());
  }
  return { perSecond: (STORIES * (SUBJECTS * FACTS + 1)) / ((performance.now() - began) / 1000), grown: most - before };
}

const random = (n) => Math.floor(Math.random() * n);
const reads = [
  () => `/v1/stories/story-${random(STORIES)}?asOf=${day(random(FACTS))}`,
  () => {
    const story = random(STORIES);
    const subject = encodeURIComponent(`USA>CHN:s${story}-m${random(SUBJECTS)}`);
    return `/v1/views/tariffs/${subject}?asOf=${day(random(FACTS))}`;
  },
  () => `/v1/stories/story-${random(STORIES)}/timeline?limit=20`,
];

/** Reads while a task runs. Returns its result, and the count and the durations of the reads, milliseconds. */
async function readDuring(task) {
  const times = [];
  let over = false;
  const reader = async () => {
    for (let n = 0; !over; n += 1) {
      const path = reads[n % reads.length]();
      const began = performance.now();
      await send(path);
      times.push(performance.now() - began);
      await sleep(REST);
    }
  };
  const readers = Array.from({ length: READERS }, reader);
  const result = await task();
  over = true;
  await Promise.all(readers);
  times.sort((a, b) => a - b);
  return {
    result,
    count: times.length,
    p50: times[Math.floor(times.length / 2)],
    p99: times[Math.floor(times.length * 0.99)],
  };
}

await readDuring(() => sleep(3_000));
const quiet = await readDuring(() => sleep(SECONDS * 1_000));
const alone = await rebuild();
const beside = await readDuring(rebuild);
console.log(machine(database));
console.log(
  `${whole(EVENTS)} events of one view, rebuilt by the server that answers; ` +
    `${READERS} readers, each ${REST} ms after its last response`,
);
const read = ({ count, p50, p99 }) => [whole(count), p50.toFixed(1), p99.toFixed(1)];
const built = ({ perSecond, grown }) => [whole(perSecond), grown.toFixed(0)];
table([
  ['', 'events/s', 'memory grown, MiB', 'reads', 'p50, ms', 'p99, ms'],
  ['reads alone', '–', '–', ...read(quiet)],
  ['a build alone', ...built(alone), '–', '–', '–'],
  ['a build beside reads', ...built(beside.result), ...read(beside)],
]);
await server.stop();
await pool.end();
await database.drop();
printMetrics('rebuild', [
  higher('a build alone', 'events/s', alone.perSecond),
  higher('a build beside reads', 'events/s', beside.result.perSecond),
  lower('reads alone', 'ms (p99)', quiet.p99),
  lower('reads beside a build', 'ms (p50)', beside.p50),
  lower('reads beside a build', 'ms (p99)', beside.p99),
]);
