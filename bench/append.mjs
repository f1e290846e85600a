// Appending, compared in the same run with bare INSERTs of the same rows into a table with the same columns and
// indexes. npm run bench -- append (BENCH_ROUNDS, BENCH_SECONDS of each round; BENCH_BULK: how many by thousands)
import { fork } from 'node:child_process';
import { freshDatabase, openPool } from './database.mjs';
import { opened, tariff } from './events.mjs';
import { openAppender } from './program.mjs';
import { higher, machine, printMetrics, rate, summary, table } from './report.mjs';
import { isPaired, setting } from './settings.mjs';

const ROUNDS = setting('ROUNDS', 5, 1);
const SECONDS = setting('SECONDS', 2);
const BULK = setting('BULK', 20_000);

const database = await freshDatabase();
const pool = openPool(database.url, 34);
await pool.query('create table bare (like event including all)');
const append = openAppender(pool);
await append([opened('bench')]);

const COLUMNS =
  '(position, id, story, version, type, kind, target, fact_id, fact_type, request_end, recorded_at, recorded_by, ' +
  'content_hash, hash, envelope)';
let next = 1;
/** The values of one bare row. The client assigns position and version; nothing is checked or chained. */
const bareRow = (one) => {
  const n = next++;
  return [
    n,
    one.id,
    one.story,
    n,
    one.type,
    0,
    null,
    one.id,
    one.type,
    n,
    new Date(),
    'bench',
    Buffer.from(one.contentHash, 'hex'),
    Buffer.alloc(32),
    one.envelope,
  ];
};
const parameters = (rows) =>
  rows.map((_, r) => `(${Array.from({ length: 15 }, (_, c) => `$${r * 15 + c + 1}`).join(', ')})`).join(', ');
const INSERT_ONE = { name: 'bare-one', text: `insert into bare ${COLUMNS} values ${parameters([0])}` };
const INSERT_MANY = {
  name: 'bare-many',
  text: `insert into bare ${COLUMNS} values ${parameters(Array(1000).fill(0))}`,
};

/** Events a second of some writers. Each waits for its result before it appends the next event. */
async function perSecond(writers, write) {
  const until = performance.now() + SECONDS * 1000;
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, w) => {
      for (let n = 0; performance.now() < until; n += 1) {
        await write(w, n);
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - began)) * 1000;
}

async function bulk(write) {
  const events = Array.from({ length: BULK }, (_, n) => tariff('bench', 'bulk', n % 10_000));
  const began = performance.now();
  for (let i = 0; i < BULK; i += 1000) await write(events.slice(i, i + 1000));
  return (BULK / (performance.now() - began)) * 1000;
}

const cases = [1, 8, 32].map((writers) => ({
  name: `${writers} writer${writers > 1 ? 's' : ''}`,
  dateline: () => perSecond(writers, (w, n) => append([tariff('bench', `w${w}`, n % 10_000)])),
  bare: () =>
    perSecond(writers, (w, n) => pool.query({ ...INSERT_ONE, values: bareRow(tariff('bench', `w${w}`, n % 10_000)) })),
}));
cases.push({
  name: 'by thousands',
  dateline: () => bulk(append),
  bare: () => bulk((events) => pool.query({ ...INSERT_MANY, values: events.flatMap(bareRow) })),
});

const peer = isPaired
  ? null
  : await import('./peers/emmett.mjs').then(
      ({ emmett }) => emmett(database.url),
      () => console.log('!!! Emmett is not installed and not measured: npm ci --prefix bench/peers'),
    );
const metrics = [];
const commit = await commitTime();
const rows = [['', 'Dateline, events/s', 'bare INSERT, events/s', 'ratio']];
for (const { name, dateline, bare } of cases) {
  const measured = { dateline: [], bare: [], ratio: [] };
  await dateline();
  if (!isPaired) await bare();
  for (let round = 0; round < ROUNDS; round += 1) {
    const [d, b] = [await dateline(), isPaired ? NaN : await bare()];
    measured.dateline.push(d);
    measured.bare.push(b);
    measured.ratio.push(d / b);
  }
  const { median, low, high } = summary(measured.ratio);
  metrics.push(higher(name, 'events/s', summary(measured.dateline).median));
  rows.push([
    name,
    rate(summary(measured.dateline)),
    rate(summary(measured.bare)),
    `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`,
  ]);
}
const emmettRows = [['', 'Emmett, events/s', 'Dateline to Emmett']];
for (const writers of peer ? [1, 32] : []) {
  const data = { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: 10 };
  await perSecond(writers, (w) => peer.append(w, 'TariffChanged', data));
  const rounds = { emmett: [], ratio: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await perSecond(writers, (w) => peer.append(w, 'TariffChanged', data));
    rounds.emmett.push(one);
    rounds.ratio.push((await cases.find(({ name }) => name.startsWith(`${writers} `)).dateline()) / one);
  }
  emmettRows.push([
    `${writers} writer${writers > 1 ? 's' : ''}`,
    rate(summary(rounds.emmett)),
    summary(rounds.ratio).median.toFixed(1),
  ]);
}
console.log(machine(database));
console.log(`a commit of one row takes ${commit.toFixed(2)} ms; ${ROUNDS} rounds, median (lowest–highest)`);
table(rows);
if (peer) {
  table(emmettRows);
  await peer.close();
}
await twoProcesses();
await pool.end();
await database.drop();
printMetrics('append', metrics);

/** Compares 32 writers in one process with 16 in each of two. */
async function twoProcesses() {
  const rounds = { one: [], two: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [processes, list] of [
      [1, rounds.one],
      [2, rounds.two],
    ]) {
      const counts = await Promise.all(Array.from({ length: processes }, (_, p) => writerProcess(32 / processes, p)));
      list.push(counts.reduce((a, b) => a + b, 0));
    }
  }
  metrics.push(higher('two processes of 16 writers', 'events/s', summary(rounds.two).median));
  const ratio = summary(rounds.two.map((two, i) => two / rounds.one[i]));
  table([
    ['', 'events/s'],
    ['one process of 32 writers', rate(summary(rounds.one))],
    ['two processes of 16', `${rate(summary(rounds.two))}, ${ratio.median.toFixed(2)} of one`],
  ]);
}

function writerProcess(writers, p) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./writers.mjs', import.meta.url), [
      database.url,
      String(writers),
      String(SECONDS),
      String(p),
    ]);
    child.once('message', resolve);
    child.once('error', reject);
  });
}

async function commitTime() {
  const client = await pool.connect();
  await client.query('create table commit_probe (n int)');
  const times = [];
  for (let n = 0; n < 200; n += 1) {
    const began = performance.now();
    await client.query({ name: 'probe', text: 'insert into commit_probe values ($1)', values: [n] });
    times.push(performance.now() - began);
  }
  client.release();
  return summary(times).median;
}
