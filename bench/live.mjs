// The time from a 201 until a read shows the recorded fact, on an idle server. A client repeats the read over HTTP
// until it does. First come facts in order, then late facts about a series of talks with a thousand later facts: each
// late fact changes all later rows. npm run bench -- live (BENCH_ASKED: facts in order; BENCH_LATE: late ones)
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase } from './database.mjs';
import { day } from './events.mjs';
import { lower, machine, printMetrics, table } from './report.mjs';
import { startDateline } from './serving.mjs';
import { setting } from './settings.mjs';

const IN_ORDER = setting('ASKED', 400);
const LATE = setting('LATE', 50);
const LATER = 1000;

const database = await freshDatabase({ migrated: false });
const server = await startDateline(database.url, 'api,projector,worker', { LOG_LEVEL: 'warn' });

async function send(method, path, body, more = {}) {
  const headers = { authorization: `Bearer ${server.adminKey}`, 'content-type': 'application/json', ...more };
  const answer = await fetch(server.url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const source = { url: 'https://example.org/news/1', publisher: 'A paper' };
const fact = (type, n, data) => ({ type, story: 'live', occurredAt: day(n), data, source });

/**
 * Records a fact, and reads until a read shows it.
 *
 * @param reads gets the duration of each read, ms
 * @param pause between two reads, ms
 * @returns the time from the 201, ms
 */
async function untilShown(body, path, { reads = [], pause = 0 } = {}) {
  await sleep(25);
  const { position } = await send('POST', '/v1/events', body);
  const recorded = performance.now();
  for (let shown = 0; shown < position;) {
    const began = performance.now();
    shown = (await send('GET', path)).clocks.position;
    reads.push(performance.now() - began);
    if (pause > 0 && shown < position) await sleep(pause);
  }
  return performance.now() - recorded;
}

await send('POST', '/v1/stories', { slug: 'live', title: 'A story' });
const waits = [];
const reads = [];
for (let n = 0; n < IN_ORDER + 20; n += 1) {
  const data = { imposedBy: 'USA', appliesTo: 'CHN', measure: `m${n % 10}`, ratePercent: n % 100 };
  waits.push(await untilShown(fact('TariffChanged', n, data), '/v1/views/tariffs?story=live&limit=1', { reads }));
}

/** A round of talks in five facts: it is announced, begins, sits twice and ends. */
function roundFact(n) {
  const round = { talks: 'the-talks', round: Math.floor(n / 5) + 1 };
  const held = (topic) => ['TalksSessionHeld', { ...round, hours: 5, topics: [`topic ${topic}`] }];
  const [type, data] = [
    ['TalksAnnounced', { ...round, parties: ['USA', 'CHN'], place: { country: 'CHE' } }],
    ['TalksStarted', { ...round, parties: ['USA', 'CHN'], place: { name: 'Geneva', country: 'CHE' } }],
    held(n),
    held(n + 1),
    ['TalksConcluded', round],
  ][n % 5];
  return fact(type, 1000 + n, data);
}

const PARTIES = 'FRA DEU ITA ESP GBR JPN KOR IND BRA MEX CAN AUS NLD CHE SWE NOR POL'.split(' ');

/** A late fact, dated before all others: the lead of a delegation that no later fact names, a round, or a topic. */
function lateFact(n) {
  const talks = 'the-talks';
  const lead = { party: PARTIES[Math.floor(n / 3) % PARTIES.length], lead: { name: `Person ${n}` } };
  const [type, data] = [
    ['DelegationNamed', { talks, ...lead }],
    ['TalksConcluded', { talks, round: LATER / 5 + 1 + n }],
    ['TopicDiscussed', { talks, topics: [`late topic ${n}`] }],
  ][n % 3];
  return fact(type, 999 - n, data);
}

const late = [];
if (LATE > 0) {
  const rounds = Array.from({ length: LATER }, (_, n) => roundFact(n));
  await send('POST', '/v1/events', rounds, { prefer: 'wait=10' });
  const path = '/v1/views/talks/the-talks';
  for (let n = 0; n < LATE; n += 1) late.push(await untilShown(lateFact(n), path, { pause: 10 }));
}
const at = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)];
console.log(machine(database));
console.log(`${IN_ORDER} events, one every 25 ms; ${LATE} late ones`);
table([
  ['milliseconds', 'p50', 'p95', 'p99', 'longest'],
  ...[
    ['from the 201 to a read that shows the fact', waits.slice(20)],
    ['such a read alone', reads.slice(20)],
    ...(LATE > 0 ? [[`the same for a late fact, with ${LATER} later ones, read every 10 ms`, late]] : []),
  ].map(([name, times]) => [
    name,
    ...[at(times, 0.5), at(times, 0.95), at(times, 0.99), Math.max(...times)].map((one) => one.toFixed(1)),
  ]),
]);
await server.stop();
await database.drop();
const measured = (name, times) => [lower(name, 'ms (p50)', at(times, 0.5)), lower(name, 'ms (p95)', at(times, 0.95))];
printMetrics('live', [
  ...measured('from the 201 to the read that shows it', waits.slice(20)),
  ...measured('such a read alone', reads.slice(20)),
  ...(LATE > 0 ? measured('a late fact', late) : []),
]);
