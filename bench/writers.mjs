// A process of writers, for append.mjs. Each waits for its result before it appends the next event. The process sends
// back the events a second.
import pg from 'pg';
import { tariff } from './events.mjs';
import { openAppender } from './program.mjs';

const [url, writers, seconds, process_] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 2 });
const appendAll = openAppender(pool);
const append = (w, n) => appendAll([tariff('bench', `p${process_}-${w}`, n % 10_000)]);
await append(0, 0);
const began = performance.now();
const until = began + Number(seconds) * 1000;
let done = 0;
await Promise.all(
  Array.from({ length: Number(writers) }, async (_, w) => {
    for (let n = 0; performance.now() < until; n += 1, done += 1) await append(w, n);
  }),
);
process.send((done / (performance.now() - began)) * 1000);
await pool.end();
process.disconnect();
