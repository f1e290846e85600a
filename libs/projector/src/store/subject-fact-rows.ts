import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import type { MentionedSubject } from '../write/mentioned-subjects.js';

/** That a subject's state is made of a fact, placed at a date, over a span of positions. */
export interface SubjectFactRow {
  subject: string;
  validFrom: number;
  /** Of the fact. */
  position: number;
  factId: string;
  story: string;
  /** Of a claim what it is told by, `null` of a fact. */
  claim: string | null;
  knownFrom: number;
  knownTo: number | null;
  stored: boolean;
}

/** Placements to insert, and such that stood in the database and end. */
export interface PlacementWork {
  begun: SubjectFactRow[];
  ended: SubjectFactRow[];
}

/**
 * The same for claims of which the later takes the place of the earlier: by one speaker, of one type. `null` of a fact.
 */
export const claimOf = (fact: ResolvedFact): string | null =>
  fact.claim ? `${fact.type}\u001d${fact.by ?? ''}` : null;

/**
 * A fact that stays with its subject at its date stays placed; one that moves leaves its old place and takes a new one.
 */
export function diffSubjectFacts(work: PlacementWork, touched: TouchedSubject): void {
  const { subject, knownFrom } = touched;
  const stay = (a: ResolvedFact, others: TouchedSubject['come']): boolean =>
    others.some((b) => b.position === a.position && b.period.from === a.period.from && claimOf(a) === claimOf(b));
  for (const fact of touched.leave) {
    if (stay(fact, touched.come)) continue;
    const key = { subject, validFrom: fact.period.from, position: fact.position, factId: fact.id };
    const pending = work.begun.find(
      (one) =>
        one.knownTo === null &&
        one.position === key.position &&
        one.subject === subject &&
        one.validFrom === key.validFrom,
    );
    if (pending) pending.knownTo = knownFrom;
    else
      work.ended.push({
        ...key,
        story: fact.story,
        claim: claimOf(fact),
        knownFrom: 0,
        knownTo: knownFrom,
        stored: true,
      });
  }
  for (const fact of touched.come) {
    if (stay(fact, touched.leave)) continue;
    work.begun.push({
      subject,
      validFrom: fact.period.from,
      position: fact.position,
      factId: fact.id,
      story: fact.story,
      claim: claimOf(fact),
      knownFrom,
      knownTo: null,
      stored: false,
    });
  }
}

/**
 * The placement of a fact with a subject that is only named: it begins and ends at once, so that no state is ever made
 * of it.
 */
export function placementOfName({ subject, knownFrom, fact }: MentionedSubject): SubjectFactRow {
  return {
    subject,
    validFrom: fact.period.from,
    position: fact.position,
    factId: fact.id,
    story: fact.story,
    claim: claimOf(fact),
    knownFrom,
    knownTo: knownFrom,
    stored: false,
  };
}
