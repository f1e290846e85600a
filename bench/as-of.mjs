// As-of reads in logs of growing length, and compared with folding a stream on demand. npm run bench -- as-of
// (BENCH_SIZES=2000,20000,…: the lengths; BENCH_ASKED: reads of each kind; BENCH_MENDED=0.05: the share of events about
// earlier facts: corroborations that agree or differ, corrections, retractions)
import { freshDatabase, openPool } from './database.mjs';
import { mending, opened, tariff } from './events.mjs';
import { foldTariffs, openAppender, openProjector, openReads } from './program.mjs';
import { lower, machine, printMetrics, table, whole } from './report.mjs';
import { isPaired, setting } from './settings.mjs';

const SIZES = (process.env.BENCH_SIZES ?? (isPaired ? '20000' : '2000,20000,200000,1000000')).split(',').map(Number);
const READS = setting('ASKED', 400);
const MENDED = setting('MENDED', 0);
/** A story has ten subjects of 100 facts each, whatever the size of the log. */
const SUBJECTS = 10;
const FACTS = 100;
const PER_STORY = SUBJECTS * FACTS;
const EPOCH = Date.UTC(1990, 0, 1) * 1000;
const DAY = 86_400_000_000;

const database = await freshDatabase();
const pool = openPool(database.url, 4);
const appendAll = openAppender(pool);
let stored = 0;
let stories = 0;

async function grow(size) {
  while (stories * PER_STORY < size) {
    const story = `story-${stories}`;
    await append([opened(story)]);
    await append(eventsOf(story));
    stories += 1;
  }
  await project();
  await pool.query('analyze');
  // Otherwise the reads would share the disk with the writing of dirty pages.
  await pool.query('checkpoint');
}

/** The events of a story: facts in order, and among them events about one of the earlier facts. */
function eventsOf(story) {
  const targets = [];
  return Array.from({ length: PER_STORY }, (_, n) => {
    if (targets.length === 0 || Math.random() >= MENDED) {
      const fact = tariff(story, `s${stories}-m${n % SUBJECTS}`, Math.floor(n / SUBJECTS));
      targets.push(fact);
      return fact;
    }
    // Each fact is a target at most once, since nothing can refer to a retracted fact.
    const [target] = targets.splice(random(targets.length), 1);
    return mending(target, Math.random());
  });
}

async function append(events) {
  stored = await appendAll(events);
}

async function project() {
  const client = await pool.connect();
  const next = await openProjector(client);
  while (await next(1000));
  client.release();
}

const random = (n) => Math.floor(Math.random() * n);
const clocks = (days = FACTS + 20) => ({ asOf: EPOCH + random(days) * DAY, position: stored });

/** The median and the 99th percentile of the duration of a read, milliseconds. */
async function timed(read, count = READS) {
  for (let n = 0; n < 20; n += 1) await read();
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(count / 2)], p99: times[Math.floor(count * 0.99)] };
}

const ms = ({ p50, p99 }) => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;
const rows = [['events', 'one subject', 'board of ten', 'timeline page', 'history page']];
const medians = [];
const metrics = [];
for (const size of SIZES) {
  await grow(size);
  const reads = await openReads(pool);
  const subject = (story = random(stories)) => `USA>CHN:s${story}-m${random(SUBJECTS)}`;
  const measured = [
    await timed(() => reads.item(subject(), clocks())),
    await timed(() => reads.board(`story-${random(stories)}`, clocks())),
    await timed(() => reads.timeline(`story-${random(stories)}`, clocks())),
    await timed(() => reads.history(subject(), clocks())),
  ];
  metrics.push(...measured.map(({ p50 }, i) => lower(`${rows[0][i + 1]}, ${whole(size)} events`, 'ms (p50)', p50)));
  medians.push(measured.map((one) => one.p50));
  rows.push([whole(size), ...measured.map(ms)]);
}
console.log(machine(database));
console.log(
  `p50 / p99 in ms of ${READS} reads at random dates, one after the other` +
    (MENDED > 0 ? `; ${MENDED * 100} % of the events are about earlier facts` : ''),
);
table(rows);
console.log(
  'growth of p50 from the first to the last size:',
  medians
    .at(-1)
    .map((last, i) => (last / medians[0][i]).toFixed(2))
    .join('  '),
);

// A subject of 10,000 facts, read as of a date: from the index, and by reading and folding its stream.
await append([opened('long')]);
for (let n = 0; n < 10_000; n += 1000)
  await append(Array.from({ length: 1000 }, (_, i) => tariff('long', 'long', n + i)));
await project();
const reads = await openReads(pool);
const indexed = await timed(() => reads.item('USA>CHN:long', clocks(10_000)));
metrics.push(lower('a subject of 10,000 facts', 'ms (p50)', indexed.p50));
console.log(`a subject of 10,000 facts: ${ms(indexed)} ms by the index`);
if (!isPaired) {
  const folded = await timed(() => foldStream(clocks(10_000).asOf), 20);
  console.log(`by folding its stream ${ms(folded)} ms: ${(folded.p50 / indexed.p50).toFixed(0)} times`);
}
await pool.end();
await database.drop();
printMetrics('as-of', metrics);

/** An as-of read without an index: reads the stream up to the date and folds it. */
async function foldStream(asOf) {
  const { rows: events } = await pool.query(
    `select position, envelope from event where story = 'long' order by version`,
  );
  const until = new Date(asOf / 1000).toISOString().slice(0, 10);
  const happened = events.filter(({ envelope }) => envelope.occurredAt <= until);
  return foldTariffs(happened.map(({ position, envelope }) => ({ position: Number(position), envelope })));
}
