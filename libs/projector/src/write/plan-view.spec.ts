import { describe, expect, it } from '@jest/globals';
import type { AnyView } from '#views/define-view.js';
import { tariffs } from '#views/tariffs.js';
import { EventKind, type StoredEvent } from '#log/event.js';
import { idAt, stored, type Given } from '#history/testing/facts.js';
import { factChangeOf, factStateChanges } from './fact-changes.js';
import { planView } from './plan-view.js';

const view = tariffs as unknown as AnyView;
const rate = (appliesTo: string) => ({ imposedBy: 'USA', appliesTo, measure: 'all', ratePercent: 10 });

const fact = (given: Given): StoredEvent =>
  stored(EventKind.fact, 'TariffChanged', { position: 1, data: rate('CHN'), ...given });
const about = (kind: EventKind, given: Given): StoredEvent =>
  stored(kind, 'About', given, { target: idAt(1), factId: idAt(1) });

/** The subjects that each request only mentions. */
function mentioned(...events: StoredEvent[]): string[][] {
  return factStateChanges(events, new Map()).map((change) => {
    const planned = planView(view, [factChangeOf(change)]);
    if (!planned.ok) throw new Error(planned.failure.message);
    return planned.plan.mentioned.map(({ subject }) => subject);
  });
}

describe('subjects that are only mentioned', () => {
  it('are none where the fact belongs to the subject that it names', () => {
    expect(mentioned(fact({}))).toEqual([[]]);
    const other = about(EventKind.corroboration, { position: 2, publisher: 'Other', data: { data: rate('CHN') } });
    expect(mentioned(fact({}), other)).toEqual([[], []]);
  });

  it('are those that a fact left within its request', () => {
    const moved = about(EventKind.correction, { position: 2, requestEnd: 2, data: { data: rate('MEX') } });
    expect(mentioned(fact({ requestEnd: 2 }), moved)).toEqual([['USA>CHN:all']]);
    const retracted = about(EventKind.retraction, { position: 2, requestEnd: 2 });
    expect(mentioned(fact({ requestEnd: 2 }), retracted)).toEqual([['USA>CHN:all']]);
  });

  it('are none that an earlier state belonged to', () => {
    expect(mentioned(fact({}), about(EventKind.correction, { position: 2, data: { data: rate('MEX') } }))).toEqual([
      [],
      [],
    ]);
    expect(mentioned(fact({}), about(EventKind.retraction, { position: 2 }))).toEqual([[], []]);
  });

  it('are those of an account that does not win, once', () => {
    const other = about(EventKind.corroboration, {
      position: 2,
      publisher: 'Other',
      data: { data: rate('CHN'), certainty: 'confirmed' },
    });
    const moved = (position: number): StoredEvent =>
      about(EventKind.correction, { position, data: { data: rate('MEX') } });
    expect(mentioned(fact({}), other, moved(3), moved(4))).toEqual([[], [], ['USA>MEX:all'], []]);
  });

  it('are none for a view that has no handler for the type', () => {
    expect(
      mentioned(
        stored(EventKind.fact, 'TruceBroken', { position: 1, data: { truce: 'a-truce' } }),
        about(EventKind.retraction, { position: 2 }),
      ),
    ).toEqual([[], []]);
  });
});
