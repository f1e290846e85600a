import { requestEndAt } from '#log/read/position-at.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { BEGIN_BY_INDEX } from '../store/transaction-settings.js';
import { factChanges } from './fact-changes.js';
import { foldViews, freshHalts, planViews } from './fold-views.js';
import { haltSubjects, type SubjectHalt } from '../store/halted-subjects.js';
import {
  haltProjection,
  haltsOf,
  lockCheckpoint,
  readProjections,
  activate,
  viewOf,
  type Projection,
} from '../store/projections.js';
import type { HistoryCache } from './history-cache.js';
import { readFormChanges } from '../store/stored-fact-states.js';
import type { SubjectWork } from './subject-work.js';
import { keptAlive, yieldToEventLoop, EventLoopYielder, type YieldFn } from './event-loop-yielder.js';
import { withFewerWhenTooLarge } from './batch-volume.js';
import { writeViews } from './write-views.js';

export type BuildOutcome =
  | { kind: 'built'; view: string; position: number; of: number; aside: SubjectHalt[] }
  | { kind: 'swapped'; view: string; aside: SubjectHalt[] }
  | { kind: 'halted'; view: string; message: string }
  /** Nothing to build, or another process is at it. */
  | { kind: 'idle' };

/** $1 the generation's id */
const LOCK = `select position from projection where id = $1 and status = 'building' for update skip locked`;

/**
 * Folds the next part of the record into a generation that is being built, in a transaction of its own, beside the one
 * that serves. Facts need not be told again: their forms are in \`fact\`. Once it has reached the checkpoint it takes
 * the place of the old one.
 *
 * @param size about how many events; whole requests are taken, so it can be up to 999 more
 * @param cache kept from batch to batch by one builder, for builds alone: spares it reading what it has just written
 * @param pause between its pieces, of a few milliseconds each
 * @param budget the work that one request may make for one subject, as `revise` counts it: a subject that needs more is
 * set aside in this generation
 */
export async function buildBatch(
  client: PoolClient,
  views: readonly AnyView[],
  size: number,
  cache?: HistoryCache,
  pause: YieldFn = yieldToEventLoop,
  budget = MAX_FACTS_REFOLDED,
): Promise<BuildOutcome> {
  const building = (await readProjections(client)).filter((one) => one.status === 'building');
  for (const projection of building) {
    const view = viewOf(views, projection);
    if (!view) continue;
    const outcome = await withFewerWhenTooLarge(cache?.sizeFor(size) ?? size, (fewer) =>
      buildPart(client, view, projection, { size: fewer, cache, rest: keptAlive(client, pause), budget }),
    );
    if (outcome.kind !== 'idle') return outcome;
  }
  return { kind: 'idle' };
}

interface Building {
  size: number;
  cache: HistoryCache | undefined;
  rest: YieldFn;
  budget: number;
}

async function buildPart(
  client: PoolClient,
  view: AnyView,
  projection: Projection,
  how: Building,
): Promise<BuildOutcome> {
  const { cache, size } = how;
  await client.query(BEGIN_BY_INDEX);
  try {
    const { outcome, subjects } = await inTransaction(client, view, projection, how);
    await client.query('commit');
    if (outcome.kind === 'built') cache?.keep(outcome.position, subjects, size);
    else cache?.clear();
    return outcome;
  } catch (error) {
    cache?.clear();
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

interface Done {
  outcome: BuildOutcome;
  subjects: SubjectWork[];
}

const over = (outcome: BuildOutcome): Done => ({ outcome, subjects: [] });

async function inTransaction(
  client: PoolClient,
  view: AnyView,
  projection: Projection,
  { size, cache, rest, budget }: Building,
): Promise<Done> {
  const locked = await client.query<{ position: string }>(LOCK, [projection.id]);
  if (!locked.rows[0]) return over({ kind: 'idle' });
  const from = Number(locked.rows[0].position);
  cache?.beginAt(from);
  const checkpoint = await readCheckpoint(client);
  // Near the end the views are held, before anything of theirs is written: the checkpoint cannot run away, and the last
  // part and the swap are one step.
  const held = checkpoint - from <= size ? await lockCheckpoint(client) : null;
  const pause = held === null ? rest : keptAlive(client, yieldToEventLoop);
  const goal = held ?? checkpoint;
  const upTo = goal - from <= size ? goal : ((await requestEndAt(client, from + size)) ?? goal);
  const changes = await factChanges(await readFormChanges(client, from, upTo), new EventLoopYielder(pause));
  await pause();
  // Read under the lock: another process may have built the part before this one.
  const halts = (await readProjections(client)).find(({ id }) => id === projection.id)?.halts ?? [];
  const inHand = [{ projection: projection.id, view, halts: haltsOf({ halts }) }];
  const planned = await planViews(client, inHand, changes, from, cache, budget);
  await pause();
  const folded = await foldViews(client, planned, pause);
  await writeViews(client, folded.works, pause);
  const subjects = folded.works.flatMap((work) => work.subjects);
  const aside = freshHalts(subjects, inHand);
  await haltSubjects(client, aside);
  const [failed] = folded.failures;
  if (failed) {
    await haltBuild(client, projection, failed.foldedTo, failed.failure);
    return over({ kind: 'halted', view: view.name, message: failed.failure.message });
  }
  await client.query('update projection set position = $2, changed_at = now() where id = $1', [projection.id, upTo]);
  if (held !== upTo) return { outcome: { kind: 'built', view: view.name, position: upTo, of: goal, aside }, subjects };
  await activate(client, projection);
  return over({ kind: 'swapped', view: view.name, aside });
}

/** A build that fails leaves the generation that serves in its place; where there is none, the view is halted. */
async function haltBuild(
  client: PoolClient,
  projection: Projection,
  position: number,
  failure: Parameters<typeof haltProjection>[3],
): Promise<void> {
  const { rows } = await client.query(`select 1 from projection where view = $1 and status in ('active', 'halted')`, [
    projection.view,
  ]);
  if (rows.length === 0) return haltProjection(client, projection.id, position, failure);
  await client.query(
    `update projection set status = 'retired', position = $2, error = $3, changed_at = now() where id = $1`,
    [projection.id, position, { message: failure.message, position: failure.knownFrom, subject: failure.subject }],
  );
}

/** Where the views stand at the moment. */
export async function readCheckpoint(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ position: string }>('select position from checkpoint');
  return Number(rows[0]?.position ?? 0);
}
