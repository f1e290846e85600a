import { describe, expect, it } from '@jest/globals';
import { EventKind } from '#log/event.js';
import { factState, idAt } from '#history/testing/facts.js';
import type { FactState } from '#history/facts/fact-state.js';
import { evidenceOf } from '../evidence/evidence.js';
import { resolveForTimeline, type TimelineFact } from './timeline-fact.js';
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

function timelineFact(state: FactState): TimelineFact {
  const found = resolveForTimeline(state);
  if (!found) throw new Error('the fact has no account');
  return found;
}
const entry = (state: FactState) => {
  const { resolved, withdrawn } = timelineFact(state);
  return timelineEntry(state, resolved, withdrawn, { reportedAsOf: Infinity });
};
const latest = (count: number) => numbers.slice(-count).map(idAt);

describe('a fact with many accounts', () => {
  it('lists the source of its winning account and the latest 49 others, and counts all of them', () => {
    const { sources, counts } = entry(factState({ data: DATA }, ...accounts));
    expect(sources.map(({ event }) => event)).toEqual([idAt(1), ...latest(49)]);
    expect(counts).toEqual({ sources: MANY + 1, corrected: 0 });
  });

  it('lists the source of the winning account first, whichever it is', () => {
    const confirmed = {
      kind: EventKind.corroboration,
      position: 5,
      publisher: 'Paper 5',
      data: { certainty: 'confirmed' },
    };
    const { sources, counts } = entry(factState({ data: DATA }, ...accounts.with(3, confirmed)));
    expect(sources.map(({ event }) => event)).toEqual([idAt(5), ...latest(49)]);
    expect(counts.sources).toBe(MANY + 1);
  });

  it('lists all of fifty sources', () => {
    expect(entry(factState({ data: DATA }, ...accounts.slice(0, 49))).sources).toHaveLength(50);
  });

  it('can be cited with the data of each account', () => {
    const evidence = evidenceOf(timelineFact(factState({ data: DATA }, ...accounts)), { reportedAsOf: Infinity });
    expect(evidence.sources).toHaveLength(50);
    expect(evidence.accounts.map(({ publisher }) => publisher)).toEqual(['Paper', ...numbers.map((n) => `Paper ${n}`)]);
  });
});

describe('a fact that was often corrected', () => {
  const often = numbers.map((position) => correction(position, { data: { ...DATA, ordinal: position } }));

  it('lists the latest 50 corrections, and counts all of them', () => {
    const { corrected, counts } = entry(factState({ data: DATA }, ...often));
    expect(corrected?.map(({ event }) => event)).toEqual(latest(50));
    expect(counts).toEqual({ sources: 1, corrected: MANY });
  });

  it('is cited with the corrections that made its current values', () => {
    const dated = correction(2, { occurredAt: '2025-02-01' });
    const state = factState({ data: DATA }, dated, ...often.slice(1));
    const evidence = evidenceOf(timelineFact(state), { reportedAsOf: Infinity });
    expect(evidence.occurredAt).toBe('2025-02-01');
    expect(evidence.corrected?.map(({ event }) => event)).toEqual([idAt(2), ...latest(50)]);
    expect(evidence.counts.corrected).toBe(MANY);
  });
});
