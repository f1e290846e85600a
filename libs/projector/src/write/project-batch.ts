import type { StoredEvent } from '#log/event.js';
import { readEvents } from '#log/read/read-events.js';
import { requestEndAt } from '#log/read/position-at.js';
import { readHead } from '#log/read/read-head.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { BEGIN_TO_PROJECT } from '../store/transaction-settings.js';
import { PipelinedTask } from './pipelined-task.js';
import { factChanges, formChanges } from './fact-changes.js';
import { factStatements } from './fact-statements.js';
import {
  foldPipelined,
  foldViews,
  freshHalts,
  planViews,
  ViewFailed,
  type FoldedViews,
  type PlannedViews,
  type ProjectedView,
} from './fold-views.js';
import { haltSubjects, type SubjectHalt } from '../store/halted-subjects.js';
import { loadFactStates } from '../store/load-fact-states.js';
import { haltProjection, haltsOf, readProjections, viewOf } from '../store/projections.js';
import { runAll, runAtOnce } from '../store/statement.js';
import { keptAlive, yieldToEventLoop, EventLoopYielder } from './event-loop-yielder.js';
import type { SubjectWork } from './subject-work.js';
import { HistoryCache } from './history-cache.js';
import { withFewerWhenTooLarge } from './batch-volume.js';
import { ViewWriter, writeViews } from './write-views.js';

/** A subject that was set aside, and of which view it is. */
export type HaltedOf = SubjectHalt & { view: string };

export type BatchOutcome =
  | {
      kind: 'moved';
      from: number;
      position: number;
      events: number;
      more: boolean;
      halted: { view: string; message: string }[];
      aside: HaltedOf[];
    }
  /** Nothing to do. */
  | { kind: 'idle'; position: number }
  /** Another process is at it. */
  | { kind: 'busy' }
  /** The database holds views that this program does not have, or has in another version: it must not move them. */
  | { kind: 'foreign'; views: string[] };

/**
 * Projects the next events into `fact` and all healthy views, in one transaction with the one checkpoint: each event
 * takes effect exactly once with any number of servers, and all views stand at the same position.
 *
 * @param size about how many events; whole requests are taken, so it can be up to 999 more; fewer where they change
 * more than is held in memory
 * @param cache kept from batch to batch by one projector: spares it reading what it has just written, and holds what it
 * has read ahead
 * @param budget the work that one request may make for one subject, as `revise` counts it: a subject that needs more is
 * set aside, and the batch goes on
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
    try {
      return await inTransaction(batch, writeBeside);
    } catch (error) {
      if (!(error instanceof ViewFailed)) throw error;
      return await inTransaction(batch, writeAfter);
    }
  });
}

/** What a batch is made with. */
interface Batch {
  client: PoolClient;
  views: readonly AnyView[];
  size: number;
  cache: HistoryCache;
  budget: number;
}

async function inTransaction(batch: Batch, way: Way): Promise<BatchOutcome> {
  const { client, cache } = batch;
  await client.query(BEGIN_TO_PROJECT);
  try {
    const { outcome, subjects } = await takeTurn(batch, way);
    await client.query(outcome.kind === 'moved' ? 'commit' : 'rollback');
    if (outcome.kind === 'moved') cache.keep(outcome.position, subjects, batch.size);
    return outcome;
  } catch (error) {
    cache.clear();
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

interface Done {
  outcome: BatchOutcome;
  subjects: SubjectWork[];
}

const nothing = (outcome: BatchOutcome): Done => ({ outcome, subjects: [] });

async function takeTurn({ client, views, size, cache, budget }: Batch, way: Way): Promise<Done> {
  // The lock makes two projectors take turns; whoever finds it held leaves the batch to the other.
  const locked = await client.query<{ position: string }>('select position from checkpoint for update skip locked');
  if (!locked.rows[0]) return nothing({ kind: 'busy' });
  const from = Number(locked.rows[0].position);
  const head = (await readHead(client)).position;
  if (head <= from) return nothing({ kind: 'idle', position: from });
  const { inHand, foreign } = match(views, await readProjections(client));
  if (foreign.length > 0) return nothing({ kind: 'foreign', views: foreign });
  cache.beginAt(from);

  const events = cache.takeAhead(from) ?? (await eventsAfter(client, from, head, size));
  const upTo = from + events.length;
  const changes = await factChanges(
    formChanges(events, await loadFactStates(client, events)),
    new EventLoopYielder(keptAlive(client, yieldToEventLoop)),
  );
  const planned = await planViews(client, inHand, changes, from, cache, budget);
  const readAhead = async (): Promise<void> => {
    if (upTo < head) cache.keepAhead(upTo, await eventsAfter(client, upTo, head, size));
  };
  const { subjects, failures } = await way(client, planned, readAhead);
  for (const { projection, failure, foldedTo } of failures) await haltProjection(client, projection, foldedTo, failure);
  const halts = freshHalts(subjects, inHand);
  await haltSubjects(client, halts);
  await client.query('update checkpoint set position = $1', [upTo]);
  const nameOf = (projection: number): string => inHand.find((one) => one.projection === projection)?.view.name ?? '';
  const halted = failures.map(({ projection, failure }) => ({ view: nameOf(projection), message: failure.message }));
  const aside = halts.map(({ projection, ...halt }) => ({ view: nameOf(projection), ...halt }));
  return {
    outcome: { kind: 'moved', from, position: upTo, events: events.length, more: upTo < head, halted, aside },
    subjects,
  };
}

/** The next events, up to the end of a request, about so many. */
async function eventsAfter(client: PoolClient, from: number, head: number, size: number): Promise<StoredEvent[]> {
  const upTo = head - from <= size ? head : ((await requestEndAt(client, from + size)) ?? head);
  const events = await readEvents(client, { after: from, upTo, limit: upTo - from });
  if (events.length !== upTo - from) throw new Error(`the log lacks events between ${from + 1} and ${upTo}`);
  return events;
}

/** How what was planned is folded and written. `readAhead` reads the next events. */
type Way = (client: PoolClient, planned: PlannedViews, readAhead: () => Promise<void>) => Promise<Written>;

interface Written {
  subjects: SubjectWork[];
  failures: FoldedViews['failures'];
}

/** PostgreSQL reads and writes while this process folds. */
const writeBeside: Way = async (client, planned, readAhead) => {
  const beside = new PipelinedTask();
  try {
    await beside.start(readAhead);
    const facts = factStatements(planned.changes);
    await beside.start(() => runAtOnce(client, facts));
    return { subjects: await foldPipelined(client, planned, new ViewWriter(client, beside)), failures: [] };
  } finally {
    await beside.done();
  }
};

/** All is folded before any of it is written: what a view whose code fails did before that is known then. */
const writeAfter: Way = async (client, planned) => {
  await runAll(client, factStatements(planned.changes));
  const { works, failures } = await foldViews(client, planned);
  await writeViews(client, works);
  return { subjects: works.flatMap((work) => work.subjects), failures };
};

function match(
  views: readonly AnyView[],
  projections: Awaited<ReturnType<typeof readProjections>>,
): { inHand: ProjectedView[]; foreign: string[] } {
  const active = projections.filter((one) => one.status === 'active');
  const inHand = active.flatMap((one) => {
    const view = viewOf(views, one);
    return view ? [{ projection: one.id, view, halts: haltsOf(one) }] : [];
  });
  const foreign = active.filter((one) => !viewOf(views, one)).map(({ view, version }) => `${view} ${version}`);
  return { inHand, foreign };
}
