// Series of 1,000 days × 20 subjects in a log of 200,000 events, on each clock, against one SQL statement that reads
// the same rows. npm run bench -- series (BENCH_SIZE: events; BENCH_DAYS; BENCH_SUBJECTS; BENCH_ROUNDS)
import { freshDatabase, openPool } from './database.mjs';
import { day, event, opened, tariff } from './events.mjs';
import { openAppender, openProjector, openReads } from './program.mjs';
import { lower, machine, printMetrics, summary, table, whole } from './report.mjs';
import { isPaired, setting } from './settings.mjs';

const SIZE = setting('SIZE', 200_000, 20_000);
const DAYS = setting('DAYS', 1_000, 200);
const SUBJECTS = setting('SUBJECTS', 20);
const ROUNDS = setting('ROUNDS', 7, 3);
/** How many times as long the series is of which the memory is watched. */
const LONGER = 40;
const EPOCH = Date.UTC(1990, 0, 1) * 1000;
const A_DAY = 86_400_000_000;

const database = await freshDatabase();
const pool = openPool(database.url, 4);
const append = openAppender(pool);
const subjects = Array.from({ length: SUBJECTS }, (_, n) => `m${String(n).padStart(2, '0')}`);

/** Each subject has a fact on each day, in print on the next one: no two cells of it are the same. */
function busyDay(n) {
  const source = { url: 'https://example.org/news/1', publisher: 'A paper', publishedAt: day(n + 1) };
  return subjects.map((measure) => {
    const data = { imposedBy: 'USA', appliesTo: 'CHN', measure, ratePercent: n % 100 };
    return event('TariffChanged', 'busy', day(n), data, { source });
  });
}

let position = await append([opened('busy')]);
for (let n = 0; n < DAYS; n += 50)
  position = await append(Array.from({ length: Math.min(50, DAYS - n) }, (_, i) => busyDay(n + i)).flat());
for (let story = 0; position < SIZE; story += 1) {
  await append([opened(`story-${story}`)]);
  position = await append(
    Array.from({ length: 1_000 }, (_, n) => tariff(`story-${story}`, `s${story}-m${n % 10}`, Math.floor(n / 10))),
  );
}
const client = await pool.connect();
const project = await openProjector(client);
while (await project(1_000));
client.release();
// The record is dated back, so that its clock has something to step through: a request is a day.
await pool.query('alter table event disable trigger user');
await pool.query(`
  update event e set recorded_at = now() - (r.last - r.n + 1) * interval '1 day'
    from (select request_end, row_number() over (order by request_end) as n, count(*) over () as last
            from (select distinct request_end from event) d) r
   where r.request_end = e.request_end`);
await pool.query('vacuum analyze');
await pool.query('checkpoint');

const reads = await openReads(pool);
const names = subjects.map((measure) => `USA>CHN:${measure}`);
const today = Math.floor((Date.now() * 1000) / A_DAY);
const dates = { from: EPOCH, to: EPOCH + (DAYS - 1) * A_DAY };
const record = { from: (today - DAYS) * A_DAY, to: (today - 1) * A_DAY };
const series = (clock, span, asOf) => reads.series(names, { clock, ...span, asOf, position });

async function cellsIn(parts) {
  let cells = 0;
  for await (const part of parts) cells += part.length;
  return cells;
}

/** The rows behind the series: what any reader of them has to fetch. */
async function floor() {
  const { rows } = await pool.query(
    `select v.subject, v.valid_from, v.position, v.item, v.state from view_version v
      where v.projection = $1 and v.subject = any($2) and v.known_from <= $3 and v.known_to > $3
      order by v.valid_from, v.subject`,
    [reads.projection, names, position],
  );
  return rows.length;
}

async function timed(run) {
  const times = [];
  for (let n = 0; n <= ROUNDS; n += 1) {
    const began = performance.now();
    await run();
    if (n > 0) times.push(performance.now() - began);
  }
  return summary(times);
}

/** The highest resident memory while something runs, MiB above that before it. */
async function memoryOf(run) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  await run();
  clearInterval(timer);
  return (Math.max(peak, process.memoryUsage().rss) - before) / 2 ** 20;
}

const last = dates.to + A_DAY - 1;
const kinds = [
  ['asOf', () => series('asOf', dates)],
  ['recordedAsOf', () => series('recordedAsOf', record, last)],
  ['knownOn', () => series('knownOn', dates)],
  ['reportedAsOf', () => series('reportedAsOf', dates, last)],
];
const ms = ({ median, low, high }) => `${whole(median)} (${whole(low)}–${whole(high)})`;
const rows = [['', 'cells', 'ms']];
const metrics = [];
if (!isPaired) {
  const bare = await timed(floor);
  rows.push(['one SQL statement for the rows', whole(await floor()), ms(bare)]);
}
for (const [clock, run] of kinds) {
  const time = await timed(() => cellsIn(run()));
  rows.push([`series, clock=${clock}`, whole(await cellsIn(run())), ms(time)]);
  metrics.push(lower(`series of ${DAYS} days, ${SUBJECTS} subjects, clock=${clock}`, 'ms', time.median));
}
console.log(machine(database));
console.log(`${whole(position)} events; median (lowest–highest) of ${ROUNDS} rounds, after one that does not count`);
table(rows);

if (!isPaired) {
  const longer = { from: EPOCH, to: EPOCH + (DAYS * LONGER - 1) * A_DAY };
  const [short, long] = [
    await memoryOf(() => cellsIn(series('asOf', dates))),
    await memoryOf(() => cellsIn(series('asOf', longer))),
  ];
  const cells = DAYS * SUBJECTS;
  console.log(
    `resident memory grew by ${short.toFixed(0)} MiB for ${whole(cells)} cells, ` +
      `then by ${long.toFixed(0)} MiB for ${whole(cells * LONGER)} cells`,
  );
}
await pool.end();
await database.drop();
printMetrics('series', metrics);
