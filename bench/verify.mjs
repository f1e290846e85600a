// Verifying a log: events a second, and the memory that it takes. npm run bench -- verify (BENCH_EVENTS, BENCH_ROUNDS)
import { freshDatabase, openPool } from './database.mjs';
import { opened, tariff } from './events.mjs';
import { openAppender, verify } from './program.mjs';
import { higher, lower, machine, printMetrics, rate, summary, table, whole } from './report.mjs';
import { setting } from './settings.mjs';

const EVENTS = setting('EVENTS', 200_000);
const ROUNDS = setting('ROUNDS', 5, 2);
const MIB = 1024 * 1024;

const database = await freshDatabase();
const pool = openPool(database.url, 4);
const append = openAppender(pool);
await append([opened('bench')]);
for (let n = 1; n < EVENTS; n += 1000) {
  await append(Array.from({ length: Math.min(1000, EVENTS - n) }, (_, i) => tariff('bench', 'bulk', (n + i) % 10_000)));
}
await pool.query('analyze event');

const rounds = [];
const heap = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const began = performance.now();
  const verified = await verify(pool);
  if (verified !== EVENTS) throw new Error(`${verified} of ${EVENTS}`);
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
printMetrics('verify', [
  higher('verify', 'events/s', summary(rounds).median),
  lower('resident after the last round', 'MiB', heap.at(-1)),
]);
