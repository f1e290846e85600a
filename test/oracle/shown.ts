import { casts, determinedBy } from './determined.js';
import { isOpen, sameDate, saidBy, tells, type Candidate, type Dispute, type Judged, type Teller } from './disputes.js';
import type { Moment } from './knowledge.js';
import { anything, date, inAnyOrder, type Pattern } from './pattern.js';
import { valueOf } from './says.js';

/** Whether an open candidate puts something in doubt at the date of the moment. */
export const contested = ({ folded, disputes }: Judged, moment: Moment): boolean =>
  disputes.some((dispute) => inDoubt(dispute, folded, moment));

/** What is in doubt is so at a date, also where several facts have it. */
const inDoubt = (dispute: Dispute, folded: Judged['folded'], { at }: Moment): boolean =>
  dispute.candidates.some(
    (candidate) => isOpen(dispute, candidate) && casts(candidate, dispute, folded, { at, position: Infinity }),
  );

/** The disputes that are told at the moment: their fact determines a property, or they put one in doubt. */
export const told = ({ folded, disputes }: Judged, moment: Moment): Dispute[] =>
  disputes.filter(
    (dispute) => determinedBy(dispute.winner, folded, moment).length > 0 || inDoubt(dispute, folded, moment),
  );

/** What the property is called is left open; of a dispute by date it is any that the fact sets. */
export function shown(dispute: Dispute): Record<string, Pattern> {
  const { property, candidates } = dispute;
  return {
    reason: property === undefined ? 'date' : 'value',
    open: candidates.some((candidate) => isOpen(dispute, candidate)),
    candidates: versionsOf(dispute).map(({ occurredAt, value, tellers }) => ({
      value: property === undefined ? anything() : shownValue(value),
      occurredAt: date(occurredAt),
      events: inAnyOrder(tellers.map(({ id }) => ({ pattern: id }))),
      publishers: inAnyOrder([...new Set(tellers.map(({ publisher }) => publisher))].map((pattern) => ({ pattern }))),
    })),
  };
}

interface Version {
  occurredAt: string;
  value: unknown;
  tellers: Teller[];
}

/**
 * The winner's version and the others in the order of who tells them first; everybody stands with the first that agrees
 * with him.
 */
function versionsOf({ winner, property, tellers, candidates }: Dispute): Version[] {
  const same = (a: Saying, b: Saying): boolean =>
    property === undefined ? sameDate(a, b) : tells(b.said, property, valueOf(a.said, property));
  const first: Saying = { ...winner, said: saidBy(winner) };
  const heads = candidates.reduce(
    (before, candidate) => (before.some((head) => same(head, candidate)) ? before : [...before, candidate]),
    [first],
  );
  return heads.map((head) => ({
    occurredAt: head.occurredAt,
    value: property === undefined ? null : valueOf(head.said, property),
    tellers: tellers.filter((teller) => heads.find((one) => same(one, teller)) === head),
  }));
}

type Saying = Pick<Candidate, 'occurredAt' | 'span' | 'said'>;

const shownValue = (value: unknown): Pattern =>
  typeof value === 'string' && /^\d{4}(-|$)/.test(value) ? date(value) : (value as Pattern);
