import type { AnyView } from '#views/define-view.js';
import type { ClientBase } from 'pg';
import { loadTails } from './load-tails.js';
import type { Reached } from './reached.js';
import type { FactChange } from './fact-changes.js';
import { projectView, type ViewWork } from './project-view.js';
import { planView, type ViewFailure } from './subject-changes.js';
import type { SubjectTail } from '../revise/subject-tail.js';
import type { TailCache } from './tail-cache.js';

/** A view and the generation of it that is projected. */
export interface ViewInHand {
  projection: number;
  view: AnyView;
}

export interface FoldedViews {
  works: { projection: number; work: ViewWork; tails: ReadonlyMap<string, SubjectTail> }[];
  /** Views whose own code failed, with the end of the last request before that. What they did until then is among the works. */
  failures: { projection: number; failure: ViewFailure; foldedTo: number }[];
}

/**
 * Folds changes of facts into some views. One whose code throws stops before the request at which it did; the others are not touched by that.
 *
 * @param from the position at which the batch begins: the views stand there
 * @param cache what the last batch of this process left
 */
export async function foldViews(
  client: ClientBase,
  views: readonly ViewInHand[],
  changes: readonly FactChange[],
  from: number,
  cache?: TailCache,
): Promise<FoldedViews> {
  const folded: FoldedViews = { works: [], failures: [] };
  const planned = views.map((one) => ({ ...one, planned: planView(one.view, changes) }));
  const reached: Reached[] = planned.flatMap(({ view, projection, planned: result }) =>
    result.ok ? [...result.plan.facts].map(([subject, facts]) => ({ view, projection, subject, facts })) : [],
  );
  const tails = await loadTails(client, reached, from, cache);
  for (const { projection, view, planned: result } of planned) {
    const own = new Map(reached.flatMap((one, i) => (one.projection === projection && tails[i] ? [[one.subject, tails[i]]] : [])));
    const outcome = result.ok ? projectView(view, result.plan, own) : result;
    if (outcome.ok) {
      folded.works.push({ projection, work: outcome.work, tails: outcome.tails });
      continue;
    }
    const before = changes.filter((change) => change.knownFrom < outcome.failure.knownFrom);
    const until = await foldViews(client, [{ projection, view }], before, from, cache);
    folded.works.push(...until.works);
    folded.failures.push({ projection, failure: outcome.failure, foldedTo: before.at(-1)?.knownFrom ?? from });
  }
  return folded;
}
