// From a 201 to the view, on an idle server: how long until a read shows what was recorded. Asked over HTTP, again and again until it does.
// npm run build && npm run bench:live   (BENCH_DATABASE_URL: on a PostgreSQL of one's own)
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase } from './database.mjs';
import { day } from './events.mjs';
import { machine, table } from './report.mjs';

const ASKED = Number(process.env.BENCH_ASKED ?? 400);
const KEY = 'the-key-of-the-benchmark-of-the-live-view';

const database = await freshDatabase({ migrated: false });
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const server = spawn(process.execPath, [new URL('../dist/apps/server/src/main.js', import.meta.url).pathname], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: database.url, DATELINE_ADMIN_KEY: KEY, LOG_LEVEL: 'warn' },
});
const url = await new Promise((resolve, reject) => {
  let said = '';
  server.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  server.stdout.on('data', (text) => {
    const found = /is running: (http:\/\/\S+)/.exec((said += text));
    if (found) resolve(found[1]);
  });
});

async function ask(method, path, body) {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const source = { url: 'https://example.org/news/1', publisher: 'A paper' };
await ask('POST', '/v1/stories', { slug: 'live', title: 'A story' });
const waits = [];
const reads = [];
for (let n = 0; n < ASKED + 20; n += 1) {
  await sleep(25);
  const data = { imposedBy: 'USA', appliesTo: 'CHN', measure: `m${n % 10}`, ratePercent: n % 100 };
  const { position } = await ask('POST', '/v1/events', { type: 'TariffChanged', story: 'live', occurredAt: day(n), data, source });
  const recorded = performance.now();
  for (let shown = 0; shown < position;) {
    const asked = performance.now();
    shown = (await ask('GET', '/v1/views/tariffs?story=live&limit=1')).clocks.position;
    reads.push(performance.now() - asked);
  }
  waits.push(performance.now() - recorded);
}
const at = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)].toFixed(1);
console.log(machine(database));
console.log(`${ASKED} events, one every 25 ms`);
table([
  ['milliseconds', 'p50', 'p99', 'longest'],
  ...[
    ['from the 201 to the answer of a read that shows it', waits.slice(20)],
    ['such a read alone', reads.slice(20)],
  ].map(([name, times]) => [name, at(times, 0.5), at(times, 0.99), Math.max(...times).toFixed(1)]),
]);
server.removeAllListeners('exit');
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
rmSync(folder, { recursive: true, force: true });
await database.drop();
