import { inTransaction } from '#platform/database/in-transaction.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { lockCheckpoint, readCheckpoint } from '../store/generations.js';
import { loadMissing, loadSegments } from '../store/load-segments.js';
import { viewOf } from '../store/projections.js';
import { factStateChangesOf, type FactRow } from '../store/stored-fact-states.js';
import { BEGIN_BY_INDEX } from '../store/statement.js';
import { Volume, withFewerWhenTooLarge } from './batch-volume.js';
import { EventLoopYielder, keptAlive, yieldToEventLoop, type YieldFn } from './event-loop-yielder.js';
import { factChanges, type FactChange } from './fact-changes.js';
import { foldSubjects } from './fold-views.js';
import { planView, type ViewFailure } from './plan-view.js';
import { toSubjectWork, type SubjectWork } from './subject-work.js';
import { writeViews } from './write-views.js';

export type RetryOutcome =
  /** A part of what the halted subject missed is folded. */
  | { kind: 'folded'; view: string; subject: string; position: number }
  /** The subject is as far as its view, and no longer halted. */
  | { kind: 'restored'; view: string; subject: string }
  /** The subject was too much work again, or the view's own code failed: it stays halted, from a position on. */
  | { kind: 'refused'; view: string; subject: string; position: number; reason: string }
  /** No retry was requested, or another process is making it. */
  | { kind: 'idle' };

/** The last part is folded under the checkpoint's lock, for which others wait: at most so many states of facts. */
const LAST_PART = 5;

const WANTED = `
select h.projection, h.subject, p.view, p.version, p.status, p.position as halted_at
  from halted_subject h join projection p on p.id = h.projection and p.status in ('active', 'halted')
 where h.retry order by h.halted_at, h.projection, h.subject`;

interface Wanted {
  projection: number;
  subject: string;
  view: string;
  version: number;
  status: 'active' | 'halted';
  /** The position of a halted view. */
  halted_at: string;
}

/** $1 projection, $2 subject */
const LOCK = `
select position from halted_subject where projection = $1 and subject = $2 and retry for update skip locked`;

/** The facts that belonged to a subject in any state. */
const FACTS = `(select distinct s.position from subject_fact s where s.projection = $1 and s.subject = $2) s`;

/**
 * $1 projection, $2 subject, $3 after, $4 up to, $5 how many are skipped: the request of the next state that any of its
 * facts took.
 */
const NEXT = `
select f.known_from from ${FACTS} join fact f on f.position = s.position
 where f.known_from > $3 and f.known_from <= $4 order by f.known_from offset $5 limit 1`;

/** $1 projection, $2 subject, $3 after, $4 up to: the rows of those states. */
const ROWS = `
select f.known_from, f.position, f.form
  from ${FACTS} join fact f on f.position = s.position and f.known_from > $3 and f.known_from <= $4
 order by f.known_from, f.position`;

/**
 * Folds the next part of what a halted subject has missed, request by request as the projector would have, in a
 * transaction of its own. The last part is folded under the checkpoint's lock; then the subject is no longer halted.
 * Until then it is available up to the position that this has come to.
 *
 * @param size about how many states of facts; whole requests are taken
 * @param pause between parts of the work, of a few milliseconds each
 * @param budget the work that one request may make for it, as `revise` counts it
 */
export async function retrySubject(
  client: PoolClient,
  views: readonly AnyView[],
  size: number,
  pause: YieldFn = yieldToEventLoop,
  budget = MAX_FACTS_REFOLDED,
): Promise<RetryOutcome> {
  const { rows } = await client.query<Wanted>({ name: 'subjects-to-retry', text: WANTED });
  for (const wanted of rows) {
    const view = viewOf(views, wanted);
    if (!view) continue;
    const outcome = await withFewerWhenTooLarge(size, (fewer) =>
      inTransaction(client, BEGIN_BY_INDEX, () =>
        retryNext(client, view, wanted, fewer, keptAlive(client, pause), budget),
      ),
    );
    if (outcome.kind !== 'idle') return outcome;
  }
  return { kind: 'idle' };
}

async function retryNext(
  client: PoolClient,
  view: AnyView,
  { projection, subject, status, halted_at }: Wanted,
  size: number,
  pause: YieldFn,
  budget: number,
): Promise<RetryOutcome> {
  const locked = await client.query<{ position: string }>(LOCK, [projection, subject]);
  if (!locked.rows[0]) return { kind: 'idle' };
  // The rows of the subject are those of the position before.
  const from = Number(locked.rows[0].position) - 1;
  const end = status === 'halted' ? Number(halted_at) : await readCheckpoint(client);
  const next = async (skipped: number): Promise<number | null> => {
    const { rows } = await client.query<{ known_from: string }>(NEXT, [projection, subject, from, end, skipped]);
    return rows[0] ? Number(rows[0].known_from) : null;
  };
  const isLast = (await next(LAST_PART)) === null;
  // A halted view does not move. An active one must not, until this transaction has ended.
  const upTo = !isLast ? ((await next(size)) ?? end) : status === 'halted' ? end : await lockCheckpoint(client);
  await pause();
  const { rows } = await client.query<FactRow>(ROWS, [projection, subject, from, upTo]);
  const changes = await factChanges(await factStateChangesOf(client, rows, from), new EventLoopYielder(pause));
  const rest = isLast ? keptAlive(client, yieldToEventLoop) : pause;
  const halt = await fold(client, { view, projection, subject }, changes, { from, isLast, pause: rest, budget });
  if (halt) {
    await client.query(
      'update halted_subject set position = $3, reason = $4, retry = false where projection = $1 and subject = $2',
      [projection, subject, halt.position, halt.reason],
    );
    return { kind: 'refused', view: view.name, subject, position: halt.position, reason: halt.reason };
  }
  if (isLast) {
    await client.query('delete from halted_subject where projection = $1 and subject = $2', [projection, subject]);
    return { kind: 'restored', view: view.name, subject };
  }
  await client.query('update halted_subject set position = $3 where projection = $1 and subject = $2', [
    projection,
    subject,
    upTo + 1,
  ]);
  return { kind: 'folded', view: view.name, subject, position: upTo };
}

/**
 * Folds and writes rows. Which facts belong to the subject was written all along.
 *
 * @returns from where on it is halted again, `null` where it is not
 */
async function fold(
  client: PoolClient,
  { view, projection, subject }: { view: AnyView; projection: number; subject: string },
  changes: readonly FactChange[],
  { from, isLast, pause, budget }: { from: number; isLast: boolean; pause: YieldFn; budget: number },
): Promise<{ position: number; reason: string } | null> {
  const planned = planView(view, changes);
  if (!planned.ok) return failed(planned.failure);
  const touched = planned.plan.touched.filter((one) => one.subject === subject);
  // The last part has few requests, and has to be made at once.
  const volume = isLast ? new Volume() : Volume.of(touched);
  const [one] = toSubjectWork(view, projection, touched, undefined, volume);
  if (!one) return null;
  await pause();
  await loadSegments(client, [one], from);
  await foldSubjects([one], budget, (missing) => loadMissing(client, missing, from), new EventLoopYielder(pause));
  const rowsAlone: SubjectWork = { ...one, changes: [] };
  await writeViews(client, [{ projection, subjects: [rowsAlone], mentioned: [] }], pause);
  if (one.failure) return failed(one.failure);
  return one.halt;
}

const failed = ({ knownFrom, message }: ViewFailure) => ({
  position: knownFrom,
  reason: `the view's own code failed: ${message}`,
});
