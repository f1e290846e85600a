// Projecting a log into all views: one type in order, a mixed load with late facts, and the same with events about
// events. npm run bench -- project (BENCH_CASES=order,mixed,mended,dates,day: the loads; BENCH_EVENTS, BENCH_BATCH)
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { freshDatabase, openPool } from './database.mjs';
import { day, event, loadFacts, mending, opened, tariff } from './events.mjs';
import { openAppender, openProjector, viewCount } from './program.mjs';
import { higher, machine, printMetrics, table, whole } from './report.mjs';
import { AS_STARTED } from './serving.mjs';
import { setting } from './settings.mjs';

// The server sets the same flag: garbage is collected before there is much of it.
setFlagsFromString('--heap-growing-percent=60');

const EVENTS = setting('EVENTS', 100_000, 40_000);
const BATCH = setting('BATCH', 500);
const DAY = Math.min(EVENTS, 10_000);
const MIB = 1024 * 1024;

/** A pseudo-random sequence, the same in each run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** TariffChanged on 100 subjects, each subject in the order of the dates. */
const inOrder = (n) => tariff('story-0', `m${n % 100}`, Math.floor(n / 100));

/** TariffChanged on one subject, all on one day, as in a load test, or in a newsroom on a bad day. */
const oneDay = (n) =>
  event('TariffChanged', 'story-0', day(0), {
    imposedBy: 'USA',
    appliesTo: 'CHN',
    measure: 'all',
    ratePercent: n % 100,
  });

/** TariffChanged on one subject, at random dates: each changes the rows of a few others. */
function anyDate() {
  const chance = random(5);
  return (n) =>
    event('TariffChanged', 'story-0', day(Math.floor(chance() * 40_000)), {
      imposedBy: 'USA',
      appliesTo: 'CHN',
      measure: 'all',
      ratePercent: n % 100,
    });
}

/**
 * All types of facts in 200 stories. The subjects are skewed: a few have most of the facts. 5 % are late by up to 100
 * facts of their subject.
 */
function mixed() {
  const chance = random(7);
  const today = new Map();
  return () => {
    const type = loadFacts[Math.floor(chance() * loadFacts.length)];
    const subject = Math.floor(chance() ** 3 * 1000);
    const key = `${type.type}:${subject}`;
    const now = (today.get(key) ?? 0) + 1;
    today.set(key, now);
    const late = chance() < 0.05 ? Math.floor(chance() * Math.min(100, now)) : 0;
    return event(type.type, `story-${subject % 200}`, day(now - late), renamed(type.example, subject));
  };
}

/** The example of a type, with its slugs (talks, truce, measure, …) replaced by those of one subject. */
function renamed(example, subject) {
  const named = Object.entries(example).map(([key, value]) => [
    key,
    ['talks', 'truce', 'meeting', 'restriction', 'summit', 'deal', 'accord', 'visit'].includes(key)
      ? `${key}-${subject}`
      : value,
  ]);
  const data = Object.fromEntries(named);
  if ('imposedBy' in data && 'appliesTo' in data && !('restriction' in data)) data.measure = `m${subject}`;
  return data;
}

/**
 * The same, with 5 % events about facts recorded up to 10,000 events before: corroborations that agree or differ,
 * corrections, retractions.
 */
function mixedAndMended() {
  const fact = mixed();
  const chance = random(11);
  const recorded = [];
  return () => {
    if (recorded.length === 0 || chance() >= 0.05) {
      const made = fact();
      recorded.push(made);
      return made;
    }
    const [target] = recorded.splice(
      Math.floor(recorded.length - 1 - chance() * Math.min(9_500, recorded.length - 1)),
      1,
    );
    return mending(target, chance());
  };
}

async function measure(make, count = EVENTS) {
  const database = await freshDatabase();
  const pool = openPool(database.url, 4);
  const append = openAppender(pool);
  await append(Array.from({ length: 200 }, (_, s) => opened(`story-${s}`)));
  // Requests of one event each, as an editor sends them. This is the worst case for a projector, since each request is
  // a point of the record's clock.
  for (let n = 0; n < count; n += 1000)
    await Promise.all(Array.from({ length: Math.min(1000, count - n) }, (_, i) => append([make(n + i)])));
  // The log is at rest while it is projected.
  await pool.query('vacuum analyze event');
  await pool.query('checkpoint');
  const { seconds, grown } = await projectApart(database.url);
  const rows = (await pool.query('select count(*) from view_version')).rows[0].count;
  await pool.end();
  await database.drop();
  return { database, perSecond: count / seconds, rows: Number(rows), grown };
}

/** Projects the log of a database in a fresh process, so that its memory is that of projecting alone. */
async function projectApart(url) {
  const child = fork(import.meta.filename, {
    execArgv: [...process.execArgv, ...AS_STARTED],
    env: { ...process.env, BENCH_PROJECT: url },
  });
  const ended = once(child, 'exit');
  const [answer] = await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the projector ended'))),
  ]);
  await ended;
  return answer;
}

/** Projects a log. Returns the seconds, and by how many MiB the process grew. */
async function project(url) {
  const pool = openPool(url, 1);
  const client = await pool.connect();
  const next = await openProjector(client);
  const memory = { start: process.memoryUsage().rss, most: 0 };
  const began = performance.now();
  while (await next(BATCH)) memory.most = Math.max(memory.most, process.memoryUsage().rss);
  const seconds = (performance.now() - began) / 1000;
  client.release();
  await pool.end();
  return { seconds, grown: (memory.most - memory.start) / MIB };
}

if (process.env.BENCH_PROJECT) {
  const answer = await project(process.env.BENCH_PROJECT);
  process.send(answer, () => process.exit());
  await once(process, 'exit');
}

const cases = [
  { key: 'order', name: 'one type, in order', make: inOrder },
  { key: 'mixed', name: 'all types, 200 stories, 5 % late', make: mixed() },
  { key: 'mended', name: 'the same with 5 % about earlier facts', make: mixedAndMended() },
  ...[5_000, 10_000, 20_000]
    .filter((count) => count <= EVENTS)
    .map((count) => ({
      key: 'dates',
      name: `one subject, at random dates (${whole(count)})`,
      make: anyDate(),
      count,
    })),
  { key: 'day', name: `one subject, all on one day (${whole(DAY)})`, make: oneDay, count: DAY },
];
const chosen = process.env.BENCH_CASES?.split(',');
const rows = [['', 'events/s', 'rows of views', 'memory grown, MiB']];
const metrics = [];
let about;
for (const { key, name, make, count } of cases) {
  if (chosen && !chosen.includes(key)) continue;
  const one = await measure(make, count);
  about = one.database;
  metrics.push(higher(name, 'events/s', one.perSecond));
  rows.push([name, whole(one.perSecond), whole(one.rows), one.grown.toFixed(0)]);
}
console.log(machine(about));
console.log(`${whole(EVENTS)} events, batches of ${BATCH}, ${viewCount} views`);
table(rows);
printMetrics('project', metrics);
