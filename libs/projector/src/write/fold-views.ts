import type { AnyView } from '#views/define-view.js';
import type { ClientBase } from 'pg';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import type { FactChange } from './fact-changes.js';
import type { OwnedHalt, SubjectHalt } from '../store/halted-subjects.js';
import { loadSegments, loadMissing } from '../store/load-segments.js';
import { placementOfName, type SubjectFactRow } from '../store/subject-fact-rows.js';
import { planView, type ViewFailure } from './plan-view.js';
import { makeChanges, toSubjectWork, type MissingHistory, type SubjectWork } from './subject-work.js';
import type { HistoryCache } from './history-cache.js';
import { keptAlive, yieldToEventLoop, EventLoopYielder, type YieldFn } from './event-loop-yielder.js';
import { Volume } from './batch-volume.js';
import type { ViewWriter } from './write-views.js';

/** A view and the generation of it that is projected. */
export interface ProjectedView {
  projection: number;
  view: AnyView;
  /** By subject: those that are set aside. */
  halts: ReadonlyMap<string, SubjectHalt>;
}

/**
 * What a batch changes of a view: what is begun here is inserted, what is ended and stood in the database before is
 * updated.
 */
export interface ProjectionChanges {
  projection: number;
  subjects: SubjectWork[];
  /** Of facts with subjects that they only name. */
  named: SubjectFactRow[];
}

export interface FoldedViews {
  works: ProjectionChanges[];
  /**
   * Views whose own code failed, with the end of the last request before that. What they did until then is among the
   * works.
   */
  failures: { projection: number; failure: ViewFailure; foldedTo: number }[];
}

/** Some view's own code failed, and what it did before may be written already. */
export class ViewFailed extends Error {}

/** What a batch means for some views, with the ends of histories that it needs. */
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
 * @param from the position at which the batch begins: the views stand there
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
    planned.push({
      view,
      projection,
      halts,
      result,
      subjects: result.ok ? toSubjectWork(view, projection, result.plan.touched, halts, volume) : [],
    });
    if (turns.due) await turns.take();
  }
  const subjects = planned.flatMap((one) => one.subjects.filter(({ halt }) => !halt));
  await loadSegments(client, subjects, from, cache);
  return { views: planned, changes, from, cache, budget };
}

/**
 * Folds what was planned. A view whose code throws stops before the request at which it did; the others are not touched
 * by that.
 */
export async function foldViews(
  client: ClientBase,
  { views, changes, from, cache, budget }: PlannedViews,
  pause: YieldFn = yieldToEventLoop,
): Promise<FoldedViews> {
  const folded: FoldedViews = { works: [], failures: [] };
  const subjects = views.flatMap((one) => one.subjects);
  await foldSubjects(
    subjects,
    budget,
    (missing) => loadMissing(client, missing, from),
    new EventLoopYielder(keptAlive(client, pause)),
  );
  for (const { projection, view, halts, result, subjects: own } of views) {
    const failure = result.ok ? firstFailure(own) : result.failure;
    if (result.ok && !failure) {
      folded.works.push({ projection, subjects: own, named: result.plan.named.map(placementOfName) });
    } else if (failure) {
      // Its tails are in no defined state.
      cache?.clear();
      const before = changes.filter((change) => change.knownFrom < failure.knownFrom);
      const again = await planViews(client, [{ projection, view, halts }], before, from, undefined, budget);
      folded.works.push(...(await foldViews(client, again, pause)).works);
      folded.failures.push({ projection, failure, foldedTo: before.at(-1)?.knownFrom ?? from });
    }
  }
  return folded;
}

/**
 * Folds what was planned while what is folded already is being written.
 *
 * @returns the subjects, all of them written
 * @throws ViewFailed where a view's own code fails: the transaction is to be given up, and the batch folded before
 * anything of it is written
 */
export async function foldPipelined(
  client: ClientBase,
  { views, from, budget }: PlannedViews,
  writer: ViewWriter,
): Promise<SubjectWork[]> {
  for (const { projection, result } of views) {
    if (!result.ok) throw new ViewFailed(result.failure.message);
    writer.addNamed(projection, result.plan.named.map(placementOfName));
  }
  const subjects = views.flatMap((one) => one.subjects);
  const read = (missing: readonly MissingHistory[]): Promise<void> =>
    writer.between(() => loadMissing(client, missing, from));
  await foldSubjects(subjects, budget, read, new EventLoopYielder(keptAlive(client, yieldToEventLoop)), async (one) => {
    if (one.failure) throw new ViewFailed(one.failure.message);
    await writer.add(one);
  });
  await writer.finish();
  return subjects;
}

/** Makes all changes, reading more of a history wherever one turns out to go further. */
export async function foldSubjects(
  subjects: readonly SubjectWork[],
  budget: number,
  read: (missing: readonly MissingHistory[]) => Promise<void>,
  turns: EventLoopYielder,
  made?: (one: SubjectWork) => Promise<void>,
): Promise<void> {
  for (let open = subjects; open.length > 0;) {
    const lacking: MissingHistory[] = [];
    for (const one of open) {
      const lacks = await makeChanges(one, turns, budget);
      if (lacks) lacking.push(lacks);
      else if (made) await made(one);
    }
    if (lacking.length > 0) await read(lacking);
    open = lacking.map(({ one }) => one);
  }
}

/** The failure of the earliest request. */
function firstFailure(subjects: readonly SubjectWork[]): ViewFailure | null {
  const failures = subjects.flatMap(({ failure }) => failure ?? []);
  return failures.sort((a, b) => a.knownFrom - b.knownFrom)[0] ?? null;
}

/** The subjects that a batch set aside: those that had not been before. */
export function freshHalts(subjects: readonly SubjectWork[], views: readonly ProjectedView[]): OwnedHalt[] {
  const known = new Set(views.flatMap(({ halts }) => [...halts.values()]));
  return subjects.flatMap(({ projection, halt }) => (halt && !known.has(halt) ? [{ projection, ...halt }] : []));
}
