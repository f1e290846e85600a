import type { AnyView } from '#views/define-view.js';
import type { ClientBase } from 'pg';
import type { TailLacks } from '../revise/subject-tail.js';
import type { FactChange } from './fact-changes.js';
import { loadTails, supply } from './load-tails.js';
import { place, placementOfName, type PlacementWork } from './placements.js';
import { planView, type ViewFailure } from './subject-changes.js';
import { makeChanges, subjectsInHand, type SubjectInHand } from './subject-in-hand.js';
import type { TailCache } from './tail-cache.js';

/** A view and the generation of it that is projected. */
export interface ViewInHand {
  projection: number;
  view: AnyView;
}

/** What a batch changes of a view: what is begun here is inserted, what is ended and stood in the database before is updated. */
export interface ViewWork {
  projection: number;
  subjects: SubjectInHand[];
  placements: PlacementWork;
}

export interface FoldedViews {
  works: ViewWork[];
  /** Views whose own code failed, with the end of the last request before that. What they did until then is among the works. */
  failures: { projection: number; failure: ViewFailure; foldedTo: number }[];
}

/**
 * Folds changes of facts into some views. One whose code throws stops before the request at which it did; the others are not touched by that.
 *
 * @param from the position at which the batch begins: the views stand there
 * @param cache what the last batch of this process left; what is found there is changed in place
 */
export async function foldViews(
  client: ClientBase,
  views: readonly ViewInHand[],
  changes: readonly FactChange[],
  from: number,
  cache?: TailCache,
): Promise<FoldedViews> {
  const folded: FoldedViews = { works: [], failures: [] };
  const planned = views.map(({ view, projection }) => {
    const result = planView(view, changes);
    return { view, projection, result, subjects: result.ok ? subjectsInHand(view, projection, result.plan.touched) : [] };
  });
  const subjects = planned.flatMap((one) => one.subjects);
  await loadTails(client, subjects, from, cache);
  await foldSubjects(client, subjects, from);
  for (const { projection, view, result, subjects: own } of planned) {
    const failure = result.ok ? firstFailure(own) : result.failure;
    if (result.ok && !failure) {
      const placements: PlacementWork = { begun: result.plan.named.map(placementOfName), ended: [] };
      for (const change of result.plan.touched) place(placements, change);
      folded.works.push({ projection, subjects: own, placements });
    } else if (failure) {
      // Its tails are in no defined state.
      cache?.clear();
      const before = changes.filter((change) => change.knownFrom < failure.knownFrom);
      folded.works.push(...(await foldViews(client, [{ projection, view }], before, from)).works);
      folded.failures.push({ projection, failure, foldedTo: before.at(-1)?.knownFrom ?? from });
    }
  }
  return folded;
}

/** Makes all changes, reading more of a history wherever one turns out to go further. */
async function foldSubjects(client: ClientBase, subjects: readonly SubjectInHand[], at: number): Promise<void> {
  for (let open = subjects; open.length > 0;) {
    const lacking: { one: SubjectInHand; lacks: TailLacks }[] = [];
    for (const one of open) {
      const lacks = makeChanges(one);
      if (lacks) lacking.push({ one, lacks });
    }
    await supply(client, lacking, at);
    open = lacking.map(({ one }) => one);
  }
}

/** The failure of the earliest request. */
function firstFailure(subjects: readonly SubjectInHand[]): ViewFailure | null {
  const failures = subjects.flatMap(({ failure }) => failure ?? []);
  return failures.sort((a, b) => a.knownFrom - b.knownFrom)[0] ?? null;
}
