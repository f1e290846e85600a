import { describe, expect, it } from '@jest/globals';
import type { AnyView } from '#views/define-view.js';
import { tariffs } from '#views/tariffs.js';
import { EventKind, type StoredEvent } from '#log/event.js';
import { idAt, stored, type Given } from '#history/testing/facts.js';
import type { FactState } from '#history/facts/fact-state.js';
import { factChangeOf, formChanges } from './fact-changes.js';
import { subjectsOnlyNamed } from './mentioned-subjects.js';

const view = tariffs as unknown as AnyView;
const rate = (appliesTo: string) => ({ imposedBy: 'USA', appliesTo, measure: 'all', ratePercent: 10 });

const fact = (given: Given): StoredEvent =>
  stored(EventKind.fact, 'TariffChanged', { position: 1, data: rate('CHN'), ...given });
const about = (kind: EventKind, given: Given): StoredEvent =>
  stored(kind, 'About', given, { target: idAt(1), factId: idAt(1) });

/** What each request names only, by the subjects' names. */
function named(...events: StoredEvent[]): string[][] {
  const forms = new Map<string, FactState>();
  return formChanges(events, forms).map((change) =>
    subjectsOnlyNamed(view, factChangeOf(change)).map(({ subject }) => subject),
  );
}

describe('subjects that are only named', () => {
  it('are none where a fact is told of what it names', () => {
    expect(named(fact({}))).toEqual([[]]);
    expect(
      named(fact({}), about(EventKind.corroboration, { position: 2, publisher: 'Other', data: { data: rate('CHN') } })),
    ).toEqual([[], []]);
  });

  it('are those that a fact has left within its request', () => {
    const moved = about(EventKind.correction, { position: 2, requestEnd: 2, data: { data: rate('MEX') } });
    expect(named(fact({ requestEnd: 2 }), moved)).toEqual([['USA>CHN:all']]);
    const withdrawn = about(EventKind.retraction, { position: 2, requestEnd: 2 });
    expect(named(fact({ requestEnd: 2 }), withdrawn)).toEqual([['USA>CHN:all']]);
  });

  it('are none that an earlier form was told of', () => {
    expect(named(fact({}), about(EventKind.correction, { position: 2, data: { data: rate('MEX') } }))).toEqual([
      [],
      [],
    ]);
    expect(named(fact({}), about(EventKind.retraction, { position: 2 }))).toEqual([[], []]);
  });

  it('are those of an account that does not tell the fact, once', () => {
    const other = about(EventKind.corroboration, {
      position: 2,
      publisher: 'Other',
      data: { data: rate('CHN'), certainty: 'confirmed' },
    });
    const moved = (position: number): StoredEvent =>
      about(EventKind.correction, { position, data: { data: rate('MEX') } });
    expect(named(fact({}), other, moved(3), moved(4))).toEqual([[], [], ['USA>MEX:all'], []]);
  });

  it('are none of another view', () => {
    expect(
      named(
        stored(EventKind.fact, 'TruceBroken', { position: 1, data: { truce: 'a-truce' } }),
        about(EventKind.retraction, { position: 2 }),
      ),
    ).toEqual([[], []]);
  });
});
