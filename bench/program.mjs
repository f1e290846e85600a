// The one file of the benchmarks that names modules of the program; all others reach it by HTTP, by SQL, or through
// here. A tree that is measured brings its own, since its modules may have other names. So what this file exports keeps
// its names and its meaning.
import { Appender } from '#log/append/appender.js';
import { sealEnvelope } from '#log/append/envelope.js';
import { verifyLog } from '#log/verify/verify-log.js';
import { migrations } from '#migrations/index.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { createLogger } from '#platform/logging/logger.js';
import { registerViews, readProjections } from '#projector/store/projections.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { readBoard } from '#reader/board/read-board.js';
import { readHistory } from '#reader/items/read-history.js';
import { readItems } from '#reader/items/read-items.js';
import { readTimeline } from '#reader/timeline/read-timeline.js';
import { catalogue } from '#catalogue/catalogue.js';
import { views, viewNamed } from '#views/registry.js';

/** The PostgreSQL that comes with the program, as it is shipped. `url` is the superuser's. */
export async function startPostgres(folder) {
  const postgres = await startEmbeddedPostgres(folder, createLogger('warn'));
  return { url: postgres.superuserUrl, stop: postgres.stop };
}

/** Makes the tables. `query` runs a statement. */
export async function migrate(query) {
  for (const Migration of migrations) await new Migration().up({ query });
}

/** The text of an event as the log keeps it, and the sha256 of its content in hex. */
export function sealEvent(said) {
  return sealEnvelope({ schemaVersion: 1, ...said });
}

/**
 * An event ready to be appended: `{ id, type, story, envelope, contentHash }` and more.
 *
 * @param kind how the log numbers it: 0 a fact, 1 a story opened, 3 a correction, 4 a retraction, 5 a corroboration
 * @param about of an event about another: `{ target, factId, factType }`
 */
export function draftEvent(said, kind, about) {
  const { text, contentHash } = sealEvent(said);
  return { id: said.id, idGiven: false, kind, type: said.type, story: said.story, about, envelope: text, contentHash };
}

/**
 * @returns a function that appends a list of events as one request, and resolves with the position of the last
 * @throws (the function) where it is refused
 */
export function openAppender(pool) {
  const appender = new Appender(pool);
  return async (events) => {
    const answer = await appender.append({ events, recordedBy: 'bench' });
    if (!answer.ok) throw new Error(`refused: ${answer.code}`);
    return answer.position;
  };
}

export const viewCount = views.length;

/**
 * @returns a function that projects the next batch of so many events into all views, and resolves with false once there
 * is none
 * @throws (the function) where a view is halted
 */
export async function openProjector(client) {
  await registerViews(client, views);
  const cache = new HistoryCache();
  return async (batch) => {
    const outcome = await projectBatch(client, views, batch, cache);
    if (outcome.kind !== 'moved') return false;
    if (outcome.halted.length > 0) throw new Error(`halted: ${JSON.stringify(outcome.halted)}`);
    return true;
  };
}

/** The types of facts, each with an example of its data: `{ type, example }`. */
export const factTypes = catalogue.filter((one) => one.about === 'world');

/**
 * Reads of what is projected. `asOf` is in microseconds, `position` the one that the record is read at.
 *
 * @returns `item` and `history` of a subject of the view of tariffs, `board` and `timeline` of a story
 */
export async function openReads(pool) {
  const view = viewNamed('tariffs');
  const projection = (await readProjections(pool)).find((one) => one.view === 'tariffs').id;
  const clocks = ({ asOf, position }) => ({
    asOf,
    reportedAsOf: Infinity,
    position,
    instant: asOf,
    recordedAsOf: null,
  });
  return {
    item: (subject, at) => readItems(pool, [{ view, projection, subject }], clocks(at)),
    history: (subject, at) => readHistory(pool, { view, projection, subject }, clocks(at), null, 50),
    board: (story, at) => readBoard(pool, views, story, clocks(at)),
    timeline: (story, at) => readTimeline(pool, story, {}, clocks(at), null, 50),
  };
}

/** The state of the view of tariffs after some events of one subject: `{ position, envelope }` in their order. */
export function foldTariffs(events) {
  const { on } = viewNamed('tariffs');
  const known = events.filter(({ envelope }) => envelope.type in on);
  return known.reduce(
    (state, { position, envelope }) => on[envelope.type].fold(state, { ...envelope, position }),
    null,
  );
}

/**
 * Verifies the whole log.
 *
 * @returns how many events were verified
 * @throws where one is not what it was
 */
export async function verify(pool) {
  let verified = 0;
  for await (const step of verifyLog(pool)) {
    if (step.kind === 'broken') throw new Error(step.problem);
    if (step.kind === 'verified') verified = step.verified;
  }
  return verified;
}
