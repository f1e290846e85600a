import { requestEndAt } from '#log/read/read-head.js';
import { inTransaction } from '#platform/database/in-transaction.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { activate, haltBuild, lockCheckpoint, readCheckpoint } from '../store/generations.js';
import {
  haltsOf,
  haltSubjects,
  readProjections,
  viewOf,
  type Projection,
  type SubjectHalt,
} from '../store/projections.js';
import { readFactStateChanges } from '../store/stored-fact-states.js';
import { BEGIN_BY_INDEX } from '../store/statement.js';
import { withFewerWhenTooLarge } from './batch-volume.js';
import { EventLoopYielder, keptAlive, yieldToEventLoop, type YieldFn } from './event-loop-yielder.js';
import { factChanges } from './fact-changes.js';
import { foldViews, freshHalts, planViews } from './fold-views.js';
import type { HistoryCache } from './history-cache.js';
import type { SubjectWork } from './subject-work.js';
import { writeViews } from './write-views.js';

export type BuildOutcome =
  | { kind: 'built'; view: string; position: number; of: number; haltedSubjects: SubjectHalt[] }
  | { kind: 'swapped'; view: string; haltedSubjects: SubjectHalt[] }
  | { kind: 'halted'; view: string; message: string }
  /** Nothing to build, or another process is building it. */
  | { kind: 'idle' };

/** $1 the generation's id */
const LOCK = `select position from projection where id = $1 and status = 'building' for update skip locked`;

/**
 * Folds the next part of the log into a generation that is being built, in a transaction of its own, while another
 * generation serves. It reads the states of facts that are in `fact` already. Once the build has reached the checkpoint
 * it replaces the generation that served.
 *
 * @param size about how many events; whole requests are taken, so it can be up to 999 more
 * @param cache kept from batch to batch by one builder, for builds alone: it holds what the last batch wrote
 * @param pause between parts of the work, of a few milliseconds each
 * @param budget the work that one request may make for one subject, as `revise` counts it: a subject that needs more is
 * halted in this generation
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
      build({ client, view, projection, size: fewer, cache, pause: keptAlive(client, pause), budget }),
    );
    if (outcome.kind !== 'idle') return outcome;
  }
  return { kind: 'idle' };
}

interface Build {
  client: PoolClient;
  view: AnyView;
  projection: Projection;
  size: number;
  cache: HistoryCache | undefined;
  pause: YieldFn;
  budget: number;
}

async function build(batch: Build): Promise<BuildOutcome> {
  const { client, cache, size } = batch;
  try {
    const { outcome, subjects } = await inTransaction(client, BEGIN_BY_INDEX, () => buildNext(batch));
    if (outcome.kind === 'built') cache?.keep(outcome.position, subjects, size);
    else cache?.clear();
    return outcome;
  } catch (error) {
    cache?.clear();
    throw error;
  }
}

interface BuiltBatch {
  outcome: BuildOutcome;
  subjects: SubjectWork[];
}

const ended = (outcome: BuildOutcome): BuiltBatch => ({ outcome, subjects: [] });

async function buildNext({ client, view, projection, size, cache, pause, budget }: Build): Promise<BuiltBatch> {
  const locked = await client.query<{ position: string }>(LOCK, [projection.id]);
  if (!locked.rows[0]) return ended({ kind: 'idle' });
  const from = Number(locked.rows[0].position);
  cache?.beginAt(from);
  const checkpoint = await readCheckpoint(client);
  // Near the end the checkpoint is locked before any row is written. So the checkpoint cannot move on, and the last
  // part and the activation are one step.
  const held = checkpoint - from <= size ? await lockCheckpoint(client) : null;
  const rest = held === null ? pause : keptAlive(client, yieldToEventLoop);
  const goal = held ?? checkpoint;
  const upTo = goal - from <= size ? goal : ((await requestEndAt(client, from + size)) ?? goal);
  const changes = await factChanges(await readFactStateChanges(client, from, upTo), new EventLoopYielder(rest));
  await rest();
  // Read under the lock: another process may have built the part before this one.
  const halts = (await readProjections(client)).find(({ id }) => id === projection.id)?.halts ?? [];
  const projected = [{ projection: projection.id, view, halts: haltsOf({ halts }) }];
  const planned = await planViews(client, projected, changes, from, cache, budget);
  await rest();
  const folded = await foldViews(client, planned, rest);
  await writeViews(client, folded.changes, rest);
  const subjects = folded.changes.flatMap((one) => one.subjects);
  const haltedSubjects = freshHalts(subjects, projected);
  await haltSubjects(client, haltedSubjects);
  const [failed] = folded.failures;
  if (failed) {
    await haltBuild(client, projection, failed.foldedTo, failed.failure);
    return ended({ kind: 'halted', view: view.name, message: failed.failure.message });
  }
  await client.query('update projection set position = $2, changed_at = now() where id = $1', [projection.id, upTo]);
  if (held === upTo) {
    await activate(client, projection);
    return ended({ kind: 'swapped', view: view.name, haltedSubjects });
  }
  return { outcome: { kind: 'built', view: view.name, position: upTo, of: goal, haltedSubjects }, subjects };
}
