import type { StoredEvent } from '#log/event.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { factChangeOf, formChanges, type FactChange } from '#projector/write/fact-changes.js';
import { planView } from '#projector/write/plan-view.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { Clocks } from '../../clocks/clocks.js';
import type { ItemChange } from '../../changes/changed-items.js';
import type { SubjectAt } from '../../items/subject-at.js';
import { readSubjectsOfStory } from '../../subjects/read-subjects.js';
import type { ActiveGeneration } from '../../clocks/active-generation.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import { factsOfLog } from '../facts/log-facts.js';
import { ownPositions, sharedPositions } from '../facts/story-positions.js';
import { FactStateCache } from './fact-state-cache.js';
import { inOrder, requestsAt } from './requests.js';
import { SubjectRecords } from './subject-records.js';

/** An event as it was recorded, and what its request made of the subjects that it was the last to touch. */
export interface RecordFrame {
  recorded: StoredEvent;
  changes: ItemChange[];
}

/**
 * A story told in the order of the record: what each event changed of the board at one date of the world. Frames, at
 * last the subjects of the board. Events of other stories are among them from where they touch a subject that is the
 * story's.
 */
export async function* recordFrames(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  budget: number,
): AsyncGenerator<RecordFrame, SubjectAt[]> {
  const { position, reportedAsOf } = clocks;
  const projections = serving.map((one) => one.projection);
  const subjects = await readSubjectsOfStory(pool, projections, story, position, true);
  const own = ownPositions(pool, 'events', story, position);
  const shared = sharedPositions(pool, 'events', story, position, subjects);
  const records = new SubjectRecords(story, subjects, clocks, budget);
  const forms = new FactStateCache(pool);
  for await (const request of requestsAt(pool, inOrder(own, shared))) {
    const changes = formChanges(request, await forms.before(request)).map((change) =>
      asReported(factChangeOf(change), reportedAsOf),
    );
    const end = request[0]?.requestEnd ?? position;
    const load = factsOfLog(pool, end, reportedAsOf);
    const lastAbout = new Map(request.map((event) => [event.factId, event.position]));
    const frames = new Map<number, ItemChange[]>(
      request.filter((event) => event.story === story).map((event) => [event.position, []]),
    );
    for (const one of serving) {
      for (const touched of touchedBy(one.view, changes)) {
        const record = records.of(one, touched);
        if (!record) continue;
        const told = await records.change(record, touched, load);
        if (told === null) continue;
        const facts = [...touched.leave, ...touched.come];
        const last = Math.max(...facts.map((fact) => lastAbout.get(fact.id) ?? 0));
        frames.set(last, [...(frames.get(last) ?? []), ...told]);
      }
    }
    for (const recorded of request) {
      const changed = frames.get(recorded.position);
      if (changed) yield { recorded, changes: changed };
    }
  }
  return records.onBoard();
}

const asReported = (change: FactChange, reportedAsOf: number): FactChange =>
  reportedAsOf === Infinity
    ? change
    : {
        ...change,
        toldBefore: change.before && resolveFact(change.before, reportedAsOf),
        toldAfter: resolveFact(change.after, reportedAsOf),
      };

function touchedBy(view: AnyView, changes: readonly FactChange[]): TouchedSubject[] {
  const planned = planView(view, changes);
  if (!planned.ok) throw new Error(`view ${view.name}: ${planned.failure.message}`);
  return planned.plan.touched;
}
