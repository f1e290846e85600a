import { describe, expect, it } from '@jest/globals';
import { EventKind } from '#log/event.js';
import { form, idAt } from '#history/testing/facts.js';
import type { FactState } from '#history/facts/fact-state.js';
import { evidenceOf } from '../evidence/evidence.js';
import { resolveForTimeline, type TimelineFact } from './resolve-for-timeline.js';
import { timelineEntry } from './timeline-entry.js';

const DATA = { truce: 'a-truce', validUntil: '2025-11-10' };
const MANY = 120;
const numbers = Array.from({ length: MANY }, (_, n) => n + 2);

const accounts = numbers.map((position) => ({
  kind: EventKind.corroboration,
  position,
  publisher: `Paper ${position}`,
}));
const correction = (position: number, given: object) => ({
  kind: EventKind.correction,
  position,
  publisher: null,
  data: { ...given, reason: 'a slip' },
});

function told(of: FactState): TimelineFact {
  const found = resolveForTimeline(of, Infinity);
  if (!found) throw new Error('it is not told');
  return found;
}
const entry = (of: FactState) => {
  const { told: fact, withdrawn } = told(of);
  return timelineEntry(of, fact, withdrawn, Infinity);
};
const latest = (count: number) => numbers.slice(-count).map(idAt);

describe('a fact with many accounts', () => {
  it('lists the source that tells it and the latest 49 others, and says how many there are', () => {
    const { sources, counts } = entry(form({ data: DATA }, ...accounts));
    expect(sources.map(({ event }) => event)).toEqual([idAt(1), ...latest(49)]);
    expect(counts).toEqual({ sources: MANY + 1, corrected: 0 });
  });

  it('lists first the one that is believed, whichever it is', () => {
    const confirmed = {
      kind: EventKind.corroboration,
      position: 5,
      publisher: 'Paper 5',
      data: { certainty: 'confirmed' },
    };
    const { sources, counts } = entry(form({ data: DATA }, ...accounts.with(3, confirmed)));
    expect(sources.map(({ event }) => event)).toEqual([idAt(5), ...latest(49)]);
    expect(counts.sources).toBe(MANY + 1);
  });

  it('lists all where they are fifty', () => {
    expect(entry(form({ data: DATA }, ...accounts.slice(0, 49))).sources).toHaveLength(50);
  });

  it('can be cited by the words of each of them', () => {
    const evidence = evidenceOf(told(form({ data: DATA }, ...accounts)), { reportedAsOf: Infinity });
    expect(evidence.sources).toHaveLength(50);
    expect(evidence.accounts.map(({ publisher }) => publisher)).toEqual(['Paper', ...numbers.map((n) => `Paper ${n}`)]);
  });
});

describe('a fact that was often corrected', () => {
  const often = numbers.map((position) => correction(position, { data: { ...DATA, ordinal: position } }));

  it('lists the latest 50 corrections, and says how many there are', () => {
    const { corrected, counts } = entry(form({ data: DATA }, ...often));
    expect(corrected?.map(({ event }) => event)).toEqual(latest(50));
    expect(counts).toEqual({ sources: 1, corrected: MANY });
  });

  it('is cited with those of them in which what it says stands', () => {
    const dated = correction(2, { occurredAt: '2025-02-01' });
    const evidence = evidenceOf(told(form({ data: DATA }, dated, ...often.slice(1))), { reportedAsOf: Infinity });
    expect(evidence.occurredAt).toBe('2025-02-01');
    expect(evidence.corrected?.map(({ event }) => event)).toEqual([idAt(2), ...latest(50)]);
    expect(evidence.counts.corrected).toBe(MANY);
  });
});
