// The only file of the benchmarks that imports modules of the program; all others use HTTP, SQL, or this file. Each
// tree that is measured has its own version of it, since its modules may have other names. So the exports of this file
// must keep their names and their meaning.
import { Appender } from '#log/append/appender.js';
import { sealEnvelope } from '#log/append/append-request.js';
import { verifyLog } from '#log/verify/verify-log.js';
import { migrations } from '#migrations/index.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { createLogger } from '#platform/logging/logger.js';
import { registerViews } from '#projector/store/generations.js';
import { readProjections } from '#projector/store/projections.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { readBoard } from '#reader/board/read-board.js';
import { readHistory } from '#reader/items/read-history.js';
import { readItems } from '#reader/items/read-items.js';
import { allOfSeries } from '#reader/series/read-series.js';
import { SeriesDates } from '#reader/series/series-dates.js';
import { SeriesSubjects } from '#reader/series/series-subjects.js';
import { readTimeline } from '#reader/timeline/read-timeline.js';
import { catalogue } from '#catalogue/catalogue.js';
import { views, viewNamed } from '#views/registry.js';

/** Starts the embedded PostgreSQL with its default settings. `url` is the superuser's. */
export async function startPostgres(folder) {
  const postgres = await startEmbeddedPostgres(folder, createLogger('warn'));
  return { url: postgres.superuserUrl, stop: postgres.stop };
}

/** Runs all migrations. `query` runs a statement. */
export async function migrate(query) {
  for (const Migration of migrations) await new Migration().up({ query });
}

/** The text of an event as the log stores it, and the sha256 of its content in hex. */
export function sealEvent(given) {
  return sealEnvelope({ schemaVersion: 1, ...given });
}

/**
 * An event ready to be appended: `{ id, type, story, envelope, contentHash }` and more.
 *
 * @param kind the log's number for it: 0 a fact, 1 a story opened, 3 a correction, 4 a retraction, 5 a corroboration
 * @param about for an event about another one: `{ target, factId, factType }`
 */
export function draftEvent(given, kind, about) {
  const { id, type, story } = given;
  const { text, contentHash } = sealEvent(given);
  return { id, idGiven: false, kind, type, story, about, envelope: text, contentHash };
}

/**
 * @returns a function that appends a list of events as one request, and resolves with the position of the last one. It
 * throws if the log refuses the request
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
 * @returns a function that projects the next batch, of a given number of events, into all views. It resolves with false
 * once no event is left, and throws if a view is halted
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
 * Reads from the views. `asOf` is in microseconds; `position` is the position of the log to read at.
 *
 * @returns `item` and `history` read a subject of the view of tariffs, `board` and `timeline` a story; `series` returns
 * the cells of some subjects day by day, in parts; `projection` is the id of the view's rows
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
  const DAY = 86_400_000_000;
  const dayFrom = (from) => ({ from, to: from + DAY, precision: 'day' });
  const historyPage = (at, subject) =>
    readHistory(pool, { view, projection, subject, halt: null }, at, { after: null, until: at.asOf, limit: 50 });
  return {
    projection,
    series: (subjects, { clock, from, to, asOf = Infinity, position }) => {
      const end = to + DAY - 1;
      const at = { ...clocks({ asOf, position }), recordedAsOf: clock === 'recordedAsOf' ? `@${position}` : null };
      if (clock === 'asOf' || clock === 'knownOn') Object.assign(at, { asOf: end, instant: end });
      if (clock === 'reportedAsOf' || clock === 'knownOn') at.reportedAsOf = end;
      return allOfSeries(pool, {
        generation: { view, projection, halted: null, halts: new Map() },
        subjects: new SeriesSubjects(pool, projection, { names: subjects }, position, true),
        dates: new SeriesDates(dayFrom(from), dayFrom(to), '1d'),
        clock,
        clocks: at,
      });
    },
    item: (subject, at) => readItems(pool, [{ view, projection, subject, halt: null }], clocks(at)),
    history: (subject, at) => historyPage(clocks(at), subject),
    board: (story, at) => readBoard(pool, views, story, clocks(at)),
    timeline: (story, at) => readTimeline(pool, { story, filter: {}, clocks: clocks(at), after: null, limit: 50 }),
  };
}

/** Folds events of one subject, `{ position, envelope }` in their order, to its state in the view of tariffs. */
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
 * @returns the number of verified events
 * @throws if an event is not what was recorded
 */
export async function verify(pool) {
  let verified = 0;
  for await (const step of verifyLog(pool)) {
    if (step.kind === 'broken') throw new Error(step.problem);
    if (step.kind === 'verified') verified = step.verified;
  }
  return verified;
}
