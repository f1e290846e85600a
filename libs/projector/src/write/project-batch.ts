import type { StoredEvent } from '#log/event.js';
import { readEvents } from '#log/read/read-events.js';
import { readHead, requestEndAt } from '#log/read/read-head.js';
import { inTransaction } from '#platform/database/in-transaction.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { haltProjection } from '../store/generations.js';
import { haltsOf, haltSubjects, readProjections, viewOf, type SubjectHalt } from '../store/projections.js';
import { BEGIN_TO_PROJECT, runAll, runAtOnce } from '../store/statement.js';
import { loadFactStates } from '../store/stored-fact-states.js';
import { withFewerWhenTooLarge } from './batch-volume.js';
import { EventLoopYielder, keptAlive, yieldToEventLoop } from './event-loop-yielder.js';
import { factChanges, factStateChanges, factStatements } from './fact-changes.js';
import {
  foldPipelined,
  foldViews,
  freshHalts,
  planViews,
  type FoldedViews,
  type PlannedViews,
  type ProjectedView,
} from './fold-views.js';
import { HistoryCache } from './history-cache.js';
import type { SubjectWork } from './subject-work.js';
import { PipelinedTasks, ViewWriter, writeViews } from './write-views.js';

/** A subject that was halted, and its view. */
type HaltedOf = SubjectHalt & { view: string };

export type BatchOutcome =
  | {
      kind: 'moved';
      from: number;
      position: number;
      events: number;
      more: boolean;
      halted: { view: string; message: string }[];
      haltedSubjects: HaltedOf[];
    }
  /** Nothing to do. */
  | { kind: 'idle'; position: number }
  /** Another process holds the checkpoint. */
  | { kind: 'busy' }
  /** The database holds views that this program does not have, or has in another version: it must not move them. */
  | { kind: 'foreign'; views: string[] };

/**
 * Projects the next events into `fact` and all healthy views, in one transaction with the one checkpoint. So each event
 * takes effect exactly once with any number of servers, and all views are at the same position.
 *
 * @param size about how many events. Whole requests are taken, so it can be up to 999 more; fewer where they change
 * more than is held in memory.
 * @param cache kept from batch to batch by one projector: it holds what the last batch wrote, and the events read ahead
 * @param budget the work that one request may make for one subject, as `revise` counts it: a subject that needs more is
 * halted, and the batch goes on
 */
export async function projectBatch(
  client: PoolClient,
  views: readonly AnyView[],
  size: number,
  cache = new HistoryCache(),
  budget = MAX_FACTS_REFOLDED,
): Promise<BatchOutcome> {
  return withFewerWhenTooLarge(cache.sizeFor(size), async (fewer) => {
    const batch = { client, views, size: fewer, cache, budget };
    for (const strategy of [pipelined, buffered]) {
      const outcome = await projectBy(strategy, batch);
      if (outcome) return outcome;
    }
    throw new Error('a batch that is written after it is folded was given up');
  });
}

interface Batch {
  client: PoolClient;
  views: readonly AnyView[];
  size: number;
  cache: HistoryCache;
  budget: number;
}

/** @returns `null` where the strategy gave up: then nothing has changed */
async function projectBy(strategy: WriteStrategy, batch: Batch): Promise<BatchOutcome | null> {
  const { client, cache, size } = batch;
  const project = (): Promise<ProjectedBatch> => projectNext(batch, strategy);
  try {
    const { outcome, subjects } = await inTransaction(client, BEGIN_TO_PROJECT, project, isMoved);
    if (outcome?.kind === 'moved') cache.keep(outcome.position, subjects, size);
    if (!outcome) cache.clear();
    return outcome;
  } catch (error) {
    cache.clear();
    throw error;
  }
}

interface ProjectedBatch {
  outcome: BatchOutcome | null;
  subjects: SubjectWork[];
}

const isMoved = ({ outcome }: ProjectedBatch): boolean => outcome?.kind === 'moved';
const unchanged = (outcome: BatchOutcome | null): ProjectedBatch => ({ outcome, subjects: [] });

async function projectNext(
  { client, views, size, cache, budget }: Batch,
  write: WriteStrategy,
): Promise<ProjectedBatch> {
  // By this lock projectors take turns. One that finds it held leaves the batch to the other.
  const [locked, { position: head }, projections] = await Promise.all([
    client.query<{ position: string }>('select position from checkpoint for update skip locked'),
    // What comes after the lock is read after it: the connection keeps the order.
    readHead(client),
    readProjections(client),
  ]);
  if (!locked.rows[0]) return unchanged({ kind: 'busy' });
  const from = Number(locked.rows[0].position);
  if (head <= from) return unchanged({ kind: 'idle', position: from });
  const { projected, foreign } = match(views, projections);
  if (foreign.length > 0) return unchanged({ kind: 'foreign', views: foreign });
  cache.beginAt(from);

  const events = cache.takeAhead(from) ?? (await eventsAfter(client, from, head, size));
  const upTo = from + events.length;
  const changes = await factChanges(
    factStateChanges(events, await loadFactStates(client, events)),
    new EventLoopYielder(keptAlive(client, yieldToEventLoop)),
  );
  const planned = await planViews(client, projected, changes, from, cache, budget);
  const readAhead = async (): Promise<void> => {
    if (upTo < head) cache.keepAhead(upTo, await eventsAfter(client, upTo, head, size));
  };
  const written = await write(client, planned, readAhead);
  if (!written) return unchanged(null);
  const { subjects, failures } = written;
  for (const { projection, failure, foldedTo } of failures) await haltProjection(client, projection, foldedTo, failure);
  const halts = freshHalts(subjects, projected);
  await haltSubjects(client, halts);
  await client.query('update checkpoint set position = $1', [upTo]);

  const viewNames = new Map(projected.map(({ projection, view }) => [projection, view.name]));
  const nameOf = (projection: number): string => viewNames.get(projection) ?? '';
  const outcome: BatchOutcome = {
    kind: 'moved',
    from,
    position: upTo,
    events: events.length,
    more: upTo < head,
    halted: failures.map(({ projection, failure }) => ({ view: nameOf(projection), message: failure.message })),
    haltedSubjects: halts.map(({ projection, ...halt }) => ({ view: nameOf(projection), ...halt })),
  };
  return { outcome, subjects };
}

/** About as many events as `size`, up to the end of a request. */
async function eventsAfter(client: PoolClient, from: number, head: number, size: number): Promise<StoredEvent[]> {
  const upTo = head - from <= size ? head : ((await requestEndAt(client, from + size)) ?? head);
  const events = await readEvents(client, { after: from, upTo, limit: upTo - from });
  if (events.length !== upTo - from) throw new Error(`events are missing from the log, from ${from + 1} to ${upTo}`);
  return events;
}

/**
 * How planned changes are folded and written. `readAhead` reads the next events. `null`: it gave up, and the
 * transaction has to be rolled back.
 */
type WriteStrategy = (
  client: PoolClient,
  planned: PlannedViews,
  readAhead: () => Promise<void>,
) => Promise<{ subjects: SubjectWork[]; failures: FoldedViews['failures'] } | null>;

/** PostgreSQL reads and writes while this process folds. It gives up where a view's own code fails. */
const pipelined: WriteStrategy = async (client, planned, readAhead) => {
  const tasks = new PipelinedTasks();
  try {
    await tasks.start(readAhead);
    const facts = factStatements(planned.changes);
    await tasks.start(() => runAtOnce(client, facts));
    const subjects = await foldPipelined(client, planned, new ViewWriter(client, tasks));
    return subjects && { subjects, failures: [] };
  } finally {
    await tasks.done();
  }
};

/** Everything is folded before any of it is written: by then it is known how far a view whose code fails has come. */
const buffered: WriteStrategy = async (client, planned) => {
  await runAll(client, factStatements(planned.changes));
  const { changes, failures } = await foldViews(client, planned);
  await writeViews(client, changes);
  return { subjects: changes.flatMap((one) => one.subjects), failures };
};

/** The active generations that this program has the view of, and the names of the others. */
function match(
  views: readonly AnyView[],
  projections: Awaited<ReturnType<typeof readProjections>>,
): { projected: ProjectedView[]; foreign: string[] } {
  const active = projections.filter((one) => one.status === 'active');
  const projected = active.flatMap((one) => {
    const view = viewOf(views, one);
    return view ? [{ projection: one.id, view, halts: haltsOf(one) }] : [];
  });
  const foreign = active.filter((one) => !viewOf(views, one)).map(({ view, version }) => `${view} ${version}`);
  return { projected, foreign };
}
