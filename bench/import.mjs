// Importing lines over HTTP into a server of the role api, compared in the same run with bare multi-row INSERTs of the
// same events; and the memory that an import takes. npm run bench -- import (BENCH_LINES: how many; BENCH_ROUNDS)
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 } from 'uuid';
import { freshDatabase, openPool } from './database.mjs';
import { day } from './events.mjs';
import { sealEvent } from './program.mjs';
import { higher, lower, machine, printMetrics, summary, table, whole } from './report.mjs';
import { startDateline } from './serving.mjs';
import { isPaired, setting } from './settings.mjs';

const LINES = setting('LINES', 500_000, 100_000);
const ROUNDS = setting('ROUNDS', 1);

const database = await freshDatabase({ migrated: false });
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const server = await startDateline(database.url, 'api');
const pool = openPool(database.url, 4);
await pool.query('create table bare (like event including all)');

/** A line of a newspaper's archive. There are facts of several types, each with a quote, half of them with an id. */
function fact(n) {
  const [type, data] = KINDS[n % KINDS.length](n);
  const source = {
    url: `https://example.org/news/${n % 1000}`,
    publisher: 'A paper',
    publishedAt: day(n % 9000),
    quote: `Sentence ${n} of an article, as long as they usually are.`,
  };
  return {
    ...(n % 2 === 0 && { id: v7() }),
    type,
    story: STORY,
    occurredAt: day(n % 9000),
    certainty: 'reported',
    data,
    source,
  };
}
const STORY = 'an-archive';
const OPENED = { type: 'StoryOpened', story: STORY, occurredAt: '1990-01-01', data: { title: 'An archive' } };
const KINDS = [
  (n) => ['TariffChanged', { imposedBy: 'USA', appliesTo: 'CHN', measure: `m${n % 500}`, ratePercent: n % 100 }],
  (n) => [
    'MilestoneReported',
    { text: `Milestone ${n} of the story was reached, and somebody said so.`, parties: ['USA'] },
  ],
  (n) => [
    'TalksSessionHeld',
    { talks: `talks-${n % 200}`, hours: 6, comparator: 'about', topics: ['tariffs', 'soybeans'] },
  ],
];

const file = join(folder, 'lines.ndjson');
await write(file, LINES);
const small = join(folder, 'small.ndjson');
await write(small, 20_000, LINES);
await importFile(small);

const rates = { dateline: [], bare: [], ratio: [], growth: [], most: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  if (round > 0) await write(file, LINES, (round + 1) * LINES);
  const began = memory();
  let most = began;
  const watch = setInterval(() => (most = Math.max(most, memory())), 100);
  const dateline = await importFile(file);
  clearInterval(watch);
  const inserted = isPaired ? NaN : await insertBare();
  rates.dateline.push(dateline);
  rates.bare.push(inserted);
  rates.ratio.push(dateline / inserted);
  rates.growth.push(most - began);
  rates.most.push(most);
}
console.log(machine(database));
console.log(`${whole(LINES)} lines a round, ${ROUNDS} round(s), median; the server alone, with DATELINE_ROLES=api`);
table([
  ['Dateline, lines/s', 'bare INSERT, events/s', 'ratio', 'growth of memory, MB'],
  [
    whole(summary(rates.dateline).median),
    whole(summary(rates.bare).median),
    summary(rates.ratio).median.toFixed(2),
    whole(Math.max(...rates.growth) / 1e6),
  ],
]);
await server.stop();
await pool.end();
await database.drop();
rmSync(folder, { recursive: true, force: true });
printMetrics('import', [
  higher('importing', 'lines/s', summary(rates.dateline).median),
  lower('memory of the server, at most', 'MB', Math.max(...rates.most) / 1e6),
]);

async function write(path, count, from = 0) {
  const out = createWriteStream(path);
  const lines = function* () {
    if (from === LINES) yield `${JSON.stringify(OPENED)}\n`;
    for (let n = from; n < from + count; n += 100)
      yield Array.from({ length: Math.min(100, from + count - n) }, (_, i) => `${JSON.stringify(fact(n + i))}\n`).join(
        '',
      );
  };
  await pipeline(lines, out);
}

/** Imports a file, and returns the lines a second. */
async function importFile(path) {
  const began = performance.now();
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${server.adminKey}` };
  const sending = request(`${server.url}/v1/events/import`, { method: 'POST', headers });
  const answer = new Promise((resolve, reject) => sending.once('response', resolve).once('error', reject));
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), sending);
  let text = '';
  for await (const piece of await answer) text += piece;
  const last = JSON.parse(text.trim().split('\n').at(-1));
  if (last.error) throw new Error(JSON.stringify(last));
  return (last.imported / (performance.now() - began)) * 1000;
}

/** Events a second of bare INSERTs: a thousand rows in a statement, numbered by the client, not checked or chained. */
async function insertBare() {
  const columns =
    '(position, id, story, version, type, kind, target, fact_id, fact_type, request_end, recorded_at, recorded_by, ' +
    'content_hash, hash, envelope)';
  const values = Array.from(
    { length: 1000 },
    (_, r) => `(${Array.from({ length: 15 }, (_, c) => `$${r * 15 + c + 1}`).join(', ')})`,
  ).join(', ');
  const statement = { name: 'bare-many', text: `insert into bare ${columns} values ${values}` };
  await pool.query('truncate bare');
  let spent = 0;
  for (let n = 0; n < LINES; n += 1000) {
    // Making the rows is not measured.
    const rows = Array.from({ length: Math.min(1000, LINES - n) }, (_, i) => sealed(n + i));
    const began = performance.now();
    await pool.query({ ...statement, values: rows.flatMap(bareRow) });
    spent += performance.now() - began;
  }
  return (LINES / spent) * 1000;
}

function sealed(n) {
  const { id = v7(), ...rest } = fact(n);
  const { text, contentHash } = sealEvent({ id, ...rest });
  return { n: n + 1, id, type: rest.type, envelope: text, contentHash };
}

function bareRow({ n, id, type, envelope, contentHash }) {
  return [
    ...[n, id, STORY, n, type, 0, null, id, type, n, new Date(), 'bench'],
    ...[Buffer.from(contentHash, 'hex'), Buffer.alloc(32), envelope],
  ];
}

/** The resident memory of the server, bytes. */
function memory() {
  const [, resident] = readFileSync(`/proc/${server.pid}/statm`, 'utf8').split(' ');
  return Number(resident) * 4096;
}
