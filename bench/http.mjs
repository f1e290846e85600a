// Recording and reading over HTTP from 64 connections, compared in the same run with a bare Fastify handler that makes
// one INSERT in autocommit. npm run bench -- http (BENCH_ROUNDS, BENCH_SECONDS of each round)
import autocannon from 'autocannon';
import { freshDatabase, openPool } from './database.mjs';
import { day } from './events.mjs';
import { higher, lower, machine, printMetrics, rate, summary, table, whole } from './report.mjs';
import { startBare, startDateline } from './serving.mjs';
import { isPaired, setting } from './settings.mjs';

const ROUNDS = setting('ROUNDS', 5, 1);
const BUSY = `
select (select position from checkpoint) < (select position from log_head)
    or (select position from summary_feed) < (select position from log_head)
    or exists (select 1 from summary where made_at is null or made_from < touched) as busy`;
const SECONDS = setting('SECONDS', 5);
const CONNECTIONS = 64;
/** A story has ten subjects of 100 facts each. */
const SUBJECTS = 10;
const FACTS = 100;

const fact = (story, n) => ({
  type: 'TariffChanged',
  story,
  occurredAt: day(n),
  data: { imposedBy: 'USA', appliesTo: 'CHN', measure: `m${n % SUBJECTS}`, ratePercent: n % 100 },
  source: {
    url: 'https://example.org/news/1',
    publisher: 'A paper',
    quote: 'A sentence of an article, as long as they usually are.',
  },
});
const facts = Array.from({ length: 1000 }, (_, n) => JSON.stringify(fact('load', n)));

const STORIES = 100;
/** News as it comes: in many stories, each fact later than the one before it of its subject. */
let sent = 0;
const nextFact = () => {
  const n = (sent += 1);
  const date = day(Math.floor(n / (STORIES * SUBJECTS)));
  return JSON.stringify({ ...fact(`load-${n % STORIES}`, Math.floor(n / STORIES)), occurredAt: date });
};

/** Requests a second, and the 99th percentile in ms. Each connection goes through the list of requests. */
async function load(url, requests, seconds = SECONDS) {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} responses were not 2xx, ${result.errors} requests failed`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
}

const authorized = (server) => ({ authorization: `Bearer ${server.key}`, 'content-type': 'application/json' });
const recording = (server) =>
  load(
    server.url,
    facts.map((body) => ({ method: 'POST', path: '/v1/events', headers: authorized(server), body })),
  );
const inserting = ({ url }) =>
  load(
    url,
    facts.map((body) => ({ method: 'POST', path: '/', headers: { 'content-type': 'application/json' }, body })),
  );
const recordingNews = (path, headers, server) =>
  load(server.url, [{ method: 'POST', path, headers, setupRequest: (request) => ({ ...request, body: nextFact() }) }]);
const reading = (server, path) => load(server.url, [{ method: 'GET', path, headers: authorized(server) }]);

async function post(server, path, body) {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminKey}`, 'content-type': 'application/json', prefer: 'wait=30' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Starts a server, and makes a key of the role editor, as a newsroom's program has. */
async function open(database, roles) {
  const server = await startDateline(database.url, roles);
  const { key } = await post(server, '/v1/admin/keys', { name: `bench ${roles}`, role: 'editor' });
  return { ...server, key };
}

/** A comparison with another commit leaves out the bare handler. */
const openBare = () => (isPaired ? null : startBare(database.url, 32));
const metrics = [];
let database = await freshDatabase({ migrated: false });
let bare = await openBare();
const api = await open(database, 'api');
await fetch(`${api.url}/v1/stories`, {
  method: 'POST',
  headers: authorized(api),
  body: JSON.stringify({ slug: 'load', title: 'Load' }),
});

const rows = [['recording, one event a request', 'requests/s', 'p99 ms', 'to bare']];
const measured = { bare: [], api: [] };
for (let round = -1; round < ROUNDS; round += 1) {
  const one = { bare: bare && (await inserting(bare)), api: await recording(api) };
  if (round >= 0) for (const name of ['bare', 'api']) measured[name].push(one[name]);
}
if (bare) rows.push(row('a bare handler', measured.bare, measured.bare));
rows.push(row('DATELINE_ROLES=api', measured.api, measured.bare));
addMetrics('recording, DATELINE_ROLES=api', measured.api);
await api.stop();
await bare?.stop();
await database.drop();

// A fresh database: the events that the role `api` alone recorded are not projected.
database = await freshDatabase({ migrated: false });
bare = await openBare();
const all = await open(database, 'api,projector,worker');
for (let n = 0; n < STORIES; n += 1) await post(all, '/v1/stories', { slug: `load-${n}`, title: `Load ${n}` });
const allRoles = { bare: [], all: [] };
for (let round = -1; round < ROUNDS; round += 1) {
  const one = {
    bare: bare && (await recordingNews('/', { 'content-type': 'application/json' }, bare)),
    all: await recordingNews('/v1/events', authorized(all), all),
  };
  if (round >= 0) for (const name of ['bare', 'all']) allRoles[name].push(one[name]);
}
if (bare) rows.push(row('a bare handler, bodies generated on the fly', allRoles.bare, measured.bare));
rows.push(row('all roles in one process, the same', allRoles.all, allRoles.bare));
addMetrics('recording, all roles', allRoles.all);
await bare?.stop();

await post(all, '/v1/stories', { slug: 'read', title: 'Read' });
await post(
  all,
  '/v1/events',
  Array.from({ length: SUBJECTS * FACTS }, (_, n) => fact('read', n)),
);
await idle(database.url);
const reads = [['reading, all roles', 'requests/s', 'p99 ms']];
for (const [name, path] of [
  ['a board of ten subjects', '/v1/stories/read'],
  ['that board as of a date', `/v1/stories/read?asOf=${day(500)}`],
  ['a page of the timeline (50 facts)', '/v1/stories/read/timeline'],
]) {
  await reading(all, path);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await reading(all, path));
  reads.push(row(name, rounds, []).slice(0, 3));
  addMetrics(name, rounds);
}
await all.stop();

console.log(machine(database));
console.log(`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, median (lowest–highest)`);
table(rows);
table(reads);
await database.drop();
printMetrics('http', metrics);

/** Resolves once the views and the summaries include everything that was recorded. */
async function idle(url) {
  const pool = openPool(url, 1);
  const began = performance.now();
  for (let busy = true; busy; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { rows } = await pool.query(BUSY);
    busy = rows[0].busy;
  }
  await pool.end();
  console.log(
    `views and summaries are up to date ${((performance.now() - began) / 1000).toFixed(1)} s after the last record`,
  );
}

function addMetrics(name, rounds) {
  metrics.push(
    higher(name, 'requests/s', summary(rounds.map((round) => round.perSecond)).median),
    lower(name, 'ms (p99)', summary(rounds.map((round) => round.p99)).median),
  );
}

/** @param against the rounds of the bare handler, or an empty list */
function row(name, rounds, against) {
  const ratio = summary(rounds.map((round, i) => round.perSecond / against[i]?.perSecond));
  const p99 = summary(rounds.map((round) => round.p99));
  return [
    name,
    rate(summary(rounds.map((round) => round.perSecond))),
    `${whole(p99.median)} (${whole(p99.low)}–${whole(p99.high)})`,
    Number.isNaN(ratio.median) ? '–' : `${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`,
  ];
}
