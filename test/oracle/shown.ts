import { casts, determinedBy, strongest, type Answer } from './determined.js';
import { isOpen, saidBy, type Candidate, type Dispute, type Judged, type Teller } from './disputes.js';
import { overlap } from './dates.js';
import type { Moment } from './knowledge.js';
import { anything, date, differences, either, Expectation, inAnyOrder, show, type Entry, type Pattern } from './pattern.js';
import { compatible, valueOf } from './says.js';

/** Whether an open candidate puts something in doubt at the date of the moment. */
export function contested({ folded, disputes }: Judged, moment: Moment): Pattern {
  const answer = strongest(disputes.map((dispute) => inDoubt(dispute, folded, moment)));
  return answer === 'perhaps' ? either(true, false) : answer === 'yes';
}

/** What is in doubt is so at a date, also where several facts have it. */
const inDoubt = (dispute: Dispute, folded: Judged['folded'], { at }: Moment): Answer =>
  strongest(
    dispute.candidates
      .filter((candidate) => isOpen(dispute, candidate))
      .map((candidate) => casts(candidate, dispute, folded, { at, position: Infinity })),
  );

/**
 * The disputes that are told at the moment: their fact determines a property, or they put one in doubt. What the property is called is left
 * open, and whether all disputes of a fact are told where one of them puts something in doubt.
 */
export function told({ folded, disputes }: Judged, moment: Moment): Entry[] {
  return disputes.flatMap((dispute) => {
    const ofIt = disputes.filter(({ winner }) => winner === dispute.winner);
    const determines = determinedBy(dispute.winner, folded, moment).length > 0;
    const doubt = determines ? 'yes' : inDoubt(dispute, folded, moment);
    if (strongest([doubt, ...ofIt.map((other) => inDoubt(other, folded, moment))]) === 'no') return [];
    return [{ pattern: shown(dispute), optional: doubt !== 'yes' || dispute.candidates.every(({ optional }) => optional) }];
  });
}

function shown(dispute: Dispute): Pattern {
  const { winner, property, candidates, tellers } = dispute;
  const first: Candidate = { ...winner, tellers, said: saidBy(winner, winner), confirmed: true, orDated: [], optional: false };
  return {
    reason: property === undefined ? 'date' : 'value',
    open: either(
      open(dispute, candidates),
      open(
        dispute,
        candidates.filter(({ optional }) => !optional),
      ),
    ),
    candidates: headed(
      shownCandidate([first], property),
      alike(candidates, property).map((group) => ({
        pattern: shownCandidate(group, property),
        optional: group.every(({ optional }) => optional),
      })),
    ),
  };
}

const open = (dispute: Dispute, candidates: readonly Candidate[]): boolean => candidates.some((candidate) => isOpen(dispute, candidate));

/** Candidates that say the same, of the property or of the date, are one. */
function alike(candidates: readonly Candidate[], property: string | undefined): Candidate[][] {
  const groups: Candidate[][] = [];
  const same = (a: Candidate, b: Candidate): boolean =>
    property === undefined ? overlap(a.span, b.span) : compatible(valueOf(a.said, property), valueOf(b.said, property));
  for (const candidate of candidates) {
    const group = groups.find(([first]) => first !== undefined && same(first, candidate));
    if (group) group.push(candidate);
    else groups.push([candidate]);
  }
  return groups;
}

function shownCandidate(alike: readonly Candidate[], property: string | undefined): Pattern {
  const tellers = alike.flatMap(({ tellers, optional }) => tellers.map((teller) => ({ ...teller, optional: optional || teller.optional })));
  return {
    value: property === undefined ? anything() : either(...alike.map(({ said }) => shownValue(valueOf(said, property)))),
    occurredAt: either(...alike.flatMap(({ occurredAt, orDated }) => [occurredAt, ...orDated]).map(date)),
    events: distinct(tellers, ({ id }) => id),
    publishers: distinct(tellers, ({ publisher }) => publisher),
  };
}

function distinct(tellers: readonly Teller[], name: (teller: Teller) => string): Pattern {
  const required = tellers.filter(({ optional }) => !optional).map(name);
  return inAnyOrder([...new Set(tellers.map(name))].map((pattern) => ({ pattern, optional: !required.includes(pattern) })));
}

const shownValue = (value: unknown): Pattern => (typeof value === 'string' && /^\d{4}(-|$)/.test(value) ? date(value) : (value as Pattern));

/** A list of which only the first place is told. */
function headed(first: Pattern, rest: readonly Entry[]): Pattern {
  const expected = { first, rest: inAnyOrder(rest) };
  return new Expectation(expected, (actual, at) => {
    if (!Array.isArray(actual)) return [`${at}: expected candidates, got ${show(actual)}`];
    const [head, ...others] = actual as unknown[];
    return differences(expected, { first: head, rest: others }, at);
  });
}
