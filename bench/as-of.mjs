// As-of reads in logs of growing length, and against folding a stream on demand.
// npm run build && npm run bench:as-of   (BENCH_DATABASE_URL: on a PostgreSQL of one's own)   (BENCH_SIZES=2000,20000,… to choose)
//   BENCH_MENDED=0.05: so many of the events are about earlier facts: corroborations that agree or differ, corrections, retractions
import { Appender } from '#log/append/appender.js';
import { declareViews, readProjections } from '#projector/batch/projections.js';
import { projectBatch } from '#projector/batch/project-batch.js';
import { TailCache } from '#projector/batch/tail-cache.js';
import { readBoard } from '#projector/read/read-board.js';
import { readHistory } from '#projector/read/read-history.js';
import { readItems } from '#projector/read/read-items.js';
import { readTimeline } from '#projector/read/read-timeline.js';
import { views, viewNamed } from '#views/views.js';
import { freshDatabase, openPool } from './database.mjs';
import { mending, opened, tariff } from './events.mjs';
import { machine, table, whole } from './report.mjs';

const SIZES = (process.env.BENCH_SIZES ?? '2000,20000,200000,1000000').split(',').map(Number);
const ASKED = Number(process.env.BENCH_ASKED ?? 400);
const MENDED = Number(process.env.BENCH_MENDED ?? 0);
/** A story has ten subjects of 100 facts each, whatever the size of the log. */
const SUBJECTS = 10;
const FACTS = 100;
const PER_STORY = SUBJECTS * FACTS;
const EPOCH = Date.UTC(1990, 0, 1) * 1000;
const DAY = 86_400_000_000;
const tariffs = viewNamed('tariffs');

const database = await freshDatabase();
const pool = openPool(database.url, 4);
const appender = new Appender(pool);
let stored = 0;
let stories = 0;

async function grow(size) {
  while (stories * PER_STORY < size) {
    const story = `story-${stories}`;
    await append([opened(story)]);
    await append(told(story));
    stories += 1;
  }
  await project();
  await pool.query('analyze');
  // Else reads would write out, now and then, what was recorded before.
  await pool.query('checkpoint');
}

/** What is recorded of a story: facts in order, and among them those about one of the facts before. */
function told(story) {
  const standing = [];
  return Array.from({ length: PER_STORY }, (_, n) => {
    if (standing.length === 0 || Math.random() >= MENDED) {
      const fact = tariff(story, `s${stories}-m${n % SUBJECTS}`, Math.floor(n / SUBJECTS));
      standing.push(fact);
      return fact;
    }
    // Each at most once: what is retracted cannot be spoken of any more.
    const [target] = standing.splice(random(standing.length), 1);
    return mending(target, Math.random());
  });
}

async function append(events) {
  const answer = await appender.append({ events, recordedBy: 'bench' });
  if (!answer.ok) throw new Error(answer.code);
  stored = answer.position;
}

async function project() {
  const client = await pool.connect();
  await declareViews(client, views);
  const cache = new TailCache();
  while ((await projectBatch(client, views, 1000, cache)).kind === 'moved');
  client.release();
}

const random = (n) => Math.floor(Math.random() * n);
const clocks = (position = stored) => {
  const asOf = EPOCH + random(FACTS + 20) * DAY;
  return { asOf, reportedAsOf: Infinity, position, instant: asOf, recordedAsOf: null };
};

/** Median and 99th percentile of a read, milliseconds. */
async function timed(read, asked = ASKED) {
  for (let n = 0; n < 20; n += 1) await read();
  const times = [];
  for (let n = 0; n < asked; n += 1) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(asked / 2)], p99: times[Math.floor(asked * 0.99)] };
}

const ms = ({ p50, p99 }) => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;
const rows = [['events', 'one subject', 'board of ten', 'timeline page', 'history page']];
const medians = [];
for (const size of SIZES) {
  await grow(size);
  const projection = (await readProjections(pool)).find((one) => one.view === 'tariffs').id;
  const subject = (story = random(stories)) => ({ view: tariffs, projection, subject: `USA>CHN:s${story}-m${random(SUBJECTS)}` });
  const measured = [
    await timed(() => readItems(pool, [subject()], clocks())),
    await timed(() => readBoard(pool, views, `story-${random(stories)}`, clocks())),
    await timed(() => readTimeline(pool, `story-${random(stories)}`, {}, clocks(), null, 50)),
    await timed(() => readHistory(pool, subject(), clocks(), null, 50)),
  ];
  medians.push(measured.map((one) => one.p50));
  rows.push([whole(size), ...measured.map(ms)]);
}
console.log(machine(database));
console.log(
  `p50 / p99 in ms of ${ASKED} reads at random dates, one after the other${MENDED > 0 ? `; ${MENDED * 100} % about earlier facts` : ''}`,
);
table(rows);
console.log(
  'growth of p50 from the first to the last size:',
  medians
    .at(-1)
    .map((last, i) => (last / medians[0][i]).toFixed(2))
    .join('  '),
);

// A subject of 10,000 facts, read as of a date: by the index, and by reading and folding its stream.
await append([opened('long')]);
for (let n = 0; n < 10_000; n += 1000) await append(Array.from({ length: 1000 }, (_, i) => tariff('long', 'long', n + i)));
await project();
const projection = (await readProjections(pool)).find((one) => one.view === 'tariffs').id;
const at = () => ({ ...clocks(), asOf: EPOCH + random(10_000) * DAY });
const indexed = await timed(() => readItems(pool, [{ view: tariffs, projection, subject: 'USA>CHN:long' }], at()));
const folded = await timed(() => foldStream(at().asOf), 20);
console.log(
  `a subject of 10,000 facts: ${ms(indexed)} ms by the index, ${ms(folded)} ms by folding its stream: ${(folded.p50 / indexed.p50).toFixed(0)} times`,
);
await pool.end();
await database.drop();

/** What stands in for an as-of read where there is only a stream: read it to the date and fold it. */
async function foldStream(asOf) {
  const { rows: events } = await pool.query(`select position, envelope from event where story = 'long' order by version`);
  const until = new Date(asOf / 1000).toISOString().slice(0, 10);
  let state = null;
  for (const { position, envelope } of events) {
    const on = tariffs.on[envelope.type];
    if (on && envelope.occurredAt <= until) state = on.fold(state, { ...envelope, position: Number(position) });
  }
  return state;
}
