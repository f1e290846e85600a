// Verifying a log: events a second, and how far memory grows.
// npm run build && npm run bench:verify   (BENCH_DATABASE_URL: on a PostgreSQL of one's own)
import { Appender } from '#log/append/appender.js';
import { verifyLog } from '#log/verify/verify-log.js';
import { freshDatabase, openPool } from './database.mjs';
import { opened, tariff } from './events.mjs';
import { machine, rate, summary, table, whole } from './report.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 200_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const MIB = 1024 * 1024;

const database = await freshDatabase();
const pool = openPool(database.url, 4);
const appender = new Appender(pool);
await appender.append({ events: [opened('bench')], recordedBy: 'bench' });
for (let n = 1; n < EVENTS; n += 1000) {
  const events = Array.from({ length: Math.min(1000, EVENTS - n) }, (_, i) => tariff('bench', 'bulk', (n + i) % 10_000));
  const answer = await appender.append({ events, recordedBy: 'bench' });
  if (!answer.ok) throw new Error(answer.code);
}
await pool.query('analyze event');

const rounds = [];
const heap = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const began = performance.now();
  for await (const step of verifyLog(pool)) {
    if (step.kind === 'broken') throw new Error(step.problem);
    if (step.kind === 'verified' && step.verified !== EVENTS) throw new Error(`${step.verified} of ${EVENTS}`);
  }
  rounds.push((EVENTS / (performance.now() - began)) * 1000);
  heap.push(process.memoryUsage().rss / MIB);
}
console.log(machine(database));
console.log(`${whole(EVENTS)} events, ${ROUNDS} rounds, median (lowest–highest)`);
table([
  ['', 'events/s', 'resident after each round, MiB'],
  ['verify', rate(summary(rounds)), heap.map(whole).join('  ')],
]);
await pool.end();
await database.drop();
