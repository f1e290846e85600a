import type { AnyView } from '#views/define-view.js';
import type { ClientBase } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { loadMissing, loadSegments } from '../store/load-segments.js';
import type { OwnedHalt, SubjectHalt } from '../store/projections.js';
import { Volume } from './batch-volume.js';
import { EventLoopYielder, keptAlive, yieldToEventLoop, type YieldFn } from './event-loop-yielder.js';
import type { FactChange } from './fact-changes.js';
import type { HistoryCache } from './history-cache.js';
import { planView, type ViewFailure } from './plan-view.js';
import { mentionRow, type SubjectFactRow } from './subject-fact-statements.js';
import { makeChanges, toSubjectWork, type MissingHistory, type SubjectWork } from './subject-work.js';
import type { ViewWriter } from './write-views.js';

/** A view and the generation of it that is projected. */
export interface ProjectedView {
  projection: number;
  view: AnyView;
  /** Its halted subjects, by subject. */
  halts: ReadonlyMap<string, SubjectHalt>;
}

/** What a batch changes of a view. */
export interface ProjectionChanges {
  projection: number;
  subjects: SubjectWork[];
  /** Rows of facts with subjects that they only mention. */
  mentioned: SubjectFactRow[];
}

export interface FoldedViews {
  changes: ProjectionChanges[];
  /**
   * Views whose own code failed, and the end of the last request before that. What they did until then is among the
   * changes.
   */
  failures: { projection: number; failure: ViewFailure; foldedTo: number }[];
}

/** What a batch means for some views, with the segments of histories that it needs. */
export interface PlannedViews {
  views: (ProjectedView & { result: ReturnType<typeof planView>; subjects: SubjectWork[] })[];
  changes: readonly FactChange[];
  from: number;
  cache: HistoryCache | undefined;
  budget: number;
}

/**
 * Finds what changes of facts mean for some views, and reads what folding them needs.
 *
 * @param from the position at which the batch begins, and the views are
 * @param cache what the last batch of this process left; what is found there is changed in place
 * @param budget the work that one request may make for one subject, as `revise` counts it
 */
export async function planViews(
  client: ClientBase,
  views: readonly ProjectedView[],
  changes: readonly FactChange[],
  from: number,
  cache?: HistoryCache,
  budget = MAX_FACTS_REFOLDED,
): Promise<PlannedViews> {
  const planned: PlannedViews['views'] = [];
  const turns = new EventLoopYielder(keptAlive(client, yieldToEventLoop));
  const volume = Volume.of(changes, cache?.maxBatchText);
  for (const { view, projection, halts } of views) {
    const result = planView(view, changes);
    const subjects = result.ok ? toSubjectWork(view, projection, result.plan.touched, halts, volume) : [];
    planned.push({ view, projection, halts, result, subjects });
    if (turns.due) await turns.take();
  }
  const subjects = planned.flatMap((one) => one.subjects.filter(({ halt }) => !halt));
  await loadSegments(client, subjects, from, cache);
  return { views: planned, changes, from, cache, budget };
}

/**
 * Folds what was planned. A view whose code throws stops before the request at which it did; the others are not
 * affected.
 */
export async function foldViews(
  client: ClientBase,
  { views, changes, from, cache, budget }: PlannedViews,
  pause: YieldFn = yieldToEventLoop,
): Promise<FoldedViews> {
  const folded: FoldedViews = { changes: [], failures: [] };
  await foldSubjects(
    views.flatMap((one) => one.subjects),
    budget,
    (missing) => loadMissing(client, missing, from),
    new EventLoopYielder(keptAlive(client, pause)),
  );
  for (const { projection, view, halts, result, subjects } of views) {
    const failure = result.ok ? firstFailure(subjects) : result.failure;
    if (result.ok && !failure) {
      folded.changes.push({ projection, subjects, mentioned: result.plan.mentioned.map(mentionRow) });
    } else if (failure) {
      // The windows of the view that failed are in no defined state.
      cache?.clear();
      const before = changes.filter((change) => change.knownFrom < failure.knownFrom);
      const again = await planViews(client, [{ projection, view, halts }], before, from, undefined, budget);
      folded.changes.push(...(await foldViews(client, again, pause)).changes);
      folded.failures.push({ projection, failure, foldedTo: before.at(-1)?.knownFrom ?? from });
    }
  }
  return folded;
}

/**
 * Folds what was planned while what is folded already is being written.
 *
 * @returns the subjects, all of them written; `null` where a view's own code failed: then a part may be written
 * already, so the transaction has to be rolled back
 */
export async function foldPipelined(
  client: ClientBase,
  { views, from, budget }: PlannedViews,
  writer: ViewWriter,
): Promise<SubjectWork[] | null> {
  for (const { projection, result } of views) {
    if (!result.ok) return null;
    writer.addMentioned(projection, result.plan.mentioned.map(mentionRow));
  }
  const subjects = views.flatMap((one) => one.subjects);
  const read = (missing: readonly MissingHistory[]): Promise<void> =>
    writer.between(() => loadMissing(client, missing, from));
  const turns = new EventLoopYielder(keptAlive(client, yieldToEventLoop));
  const areWritten = await foldSubjects(subjects, budget, read, turns, async (one) => {
    if (!one.failure) await writer.add(one);
    return !one.failure;
  });
  if (!areWritten) return null;
  await writer.finish();
  return subjects;
}

/**
 * Makes all changes, reading more of a history wherever a change reaches further than what was read.
 *
 * @param made called with each subject once its changes are made; its result says whether to go on
 * @returns whether all subjects were folded
 */
export async function foldSubjects(
  subjects: readonly SubjectWork[],
  budget: number,
  read: (missing: readonly MissingHistory[]) => Promise<void>,
  turns: EventLoopYielder,
  made?: (one: SubjectWork) => Promise<boolean>,
): Promise<boolean> {
  for (let open = subjects; open.length > 0;) {
    const allMissing: MissingHistory[] = [];
    for (const one of open) {
      const missing = await makeChanges(one, turns, budget);
      if (missing) allMissing.push(missing);
      else if (made && !(await made(one))) return false;
    }
    if (allMissing.length > 0) await read(allMissing);
    open = allMissing.map(({ one }) => one);
  }
  return true;
}

/** The failure of the earliest request. */
function firstFailure(subjects: readonly SubjectWork[]): ViewFailure | null {
  const failures = subjects.flatMap(({ failure }) => failure ?? []);
  return failures.sort((a, b) => a.knownFrom - b.knownFrom)[0] ?? null;
}

/** The subjects that a batch halted: those that were not halted before. */
export function freshHalts(subjects: readonly SubjectWork[], views: readonly ProjectedView[]): OwnedHalt[] {
  const known = new Set(views.flatMap(({ halts }) => [...halts.values()]));
  return subjects.flatMap(({ projection, halt }) => (halt && !known.has(halt) ? [{ projection, ...halt }] : []));
}
