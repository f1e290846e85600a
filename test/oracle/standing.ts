import { accountsOf, type Account } from './accounts.js';
import { spanOf, within, type Span } from './dates.js';
import { known, upTo, type Moment, type Point } from './knowledge.js';
import { subjectOf, type Subject } from './subjects.js';
import { isAbout, type Fact, type Told } from './told.js';

/** A fact or a claim as it stands at a point of the press and of the record, whatever its date. */
export interface Standing extends Fact {
  /** What its date names, no later than its publication. */
  span: Span;
  /** Those who tell it as a fact, and of a claim none. */
  tellers: readonly Account[];
}

/** All that stands at the point, in the order in which it is folded: by the start of the dates, then by position. */
export function standing(told: readonly Told[], point: Point): Standing[] {
  const heard = known(told, point);
  const stands = heard.flatMap((event) => {
    if (isAbout(event)) return [];
    const { id, type, story, position } = event;
    return asTold(accountsOf(event, heard, point)).map((fact) => ({ id, type, story, position, ...fact }));
  });
  return inOrder(stands);
}

/** By the start of the dates, then by position; what is equal in both stays as it is. */
export const inOrder = <T extends { occurredAt: string; position: number }>(some: readonly T[]): T[] =>
  [...some].sort((a, b) => (startOf(a) === startOf(b) ? a.position - b.position : startOf(a) < startOf(b) ? -1 : 1));

/** What of it is about the subject. */
export const standingOf = (told: readonly Told[], subject: Subject, point: Point): Standing[] =>
  standing(told, point).filter((fact) => isSubject(subjectOf(fact), subject));

/** Whether any form of any event of the record has named the subject. */
export const isHeardOf = (told: readonly Told[], subject: Subject, point: Point): boolean =>
  subjectsNamed(told, point).some((named) => isSubject(named, subject));

/** The subjects that any form of a fact has named. */
function subjectsNamed(told: readonly Told[], point: Point): Subject[] {
  const heard = known(told, point);
  const facts = heard.filter((event) => !isAbout(event));
  return facts.flatMap((fact) => formsOf(fact, heard).flatMap((data) => subjectOf({ type: fact.type, data }) ?? []));
}

function formsOf(fact: Told, heard: readonly Told[]): NonNullable<Told['data']>[] {
  const abouts = heard.filter(isAbout).filter((event) => event.target === fact.id);
  return [...(fact.data ? [fact.data] : []), ...abouts.flatMap((event) => formsOf(event, heard))];
}

export const startOf = (fact: Pick<Fact, 'occurredAt'>): string => spanOf(fact.occurredAt).first;

/** What of it had begun. */
export const begun = <F extends Fact>(facts: readonly F[], moment: Moment): F[] =>
  facts.filter((fact) => upTo({ at: startOf(fact), position: fact.position }, moment));

export const isClaim = (fact: Fact): boolean => fact.certainty === 'claimed';

const isSubject = (named: Subject | null, subject: Subject): boolean =>
  named?.view === subject.view && named.subject === subject.subject;

/** The winner's account of it, its date narrowed by the others; nothing where there is no account. */
function asTold(accounts: readonly Account[]): Omit<Standing, 'id' | 'type' | 'story' | 'position'>[] {
  const tellers = accounts.filter((account) => account.certainty !== 'claimed');
  const winner = tellers.find((account) => account.certainty === 'confirmed') ?? tellers[0] ?? accounts[0];
  if (winner === undefined) return [];
  const { publisher, attributedTo, certainty, data } = winner;
  const date = tellers
    .filter((account) => account !== winner)
    .reduce((narrowest, account) => (within(account.span, narrowest.span) ? account : narrowest), winner);
  return [{ publisher, attributedTo, certainty, data, occurredAt: date.occurredAt, span: date.span, tellers }];
}
