import { accountsOf, type Account } from './accounts.js';
import { spanOf, within, type Span } from './dates.js';
import { upTo, type Knowledge, type Moment } from './knowledge.js';
import { isMetaEvent, type Data, type Fact, type RecordedEvent, type RecordedFact } from './recorded.js';
import { subjectOf, type Subject } from './subjects.js';

/** A fact or a claim as of a publication time and a position of the log, whatever its date. */
export interface CurrentFact extends Fact {
  /** What its date names, no later than its publication. */
  span: Span;
  /** All accounts, in the order in which they were recorded. */
  allAccounts: readonly Account[];
  /** The accounts that are not claims: none of a claim. */
  accounts: readonly Account[];
  /** The account that is followed. */
  winner: Account;
}

/** All facts and claims at the point, in fold order: by the start of their dates, then by position. */
export const currentFacts = (known: Knowledge): CurrentFact[] =>
  inOrder(
    known.events.flatMap((event) => (isMetaEvent(event) ? [] : (resolvedFact(event, accountsOf(event, known)) ?? []))),
  );

/** A fact by its accounts; `null` where there is none. */
export function resolvedFact({ id, type, story, position }: RecordedFact, all: readonly Account[]): CurrentFact | null {
  const accounts = all.filter((account) => account.certainty !== 'claimed');
  const winner = accounts.find((account) => account.certainty === 'confirmed') ?? accounts[0] ?? all[0];
  if (winner === undefined) return null;
  const { publisher, attributedTo, certainty, data } = winner;
  const date = accounts
    .filter((account) => account !== winner)
    .reduce((narrowest, account) => (within(account.span, narrowest.span) ? account : narrowest), winner);
  return {
    ...{ id, type, story, position, publisher, attributedTo, certainty, data },
    ...{ occurredAt: date.occurredAt, span: date.span, allAccounts: all, accounts, winner },
  };
}

/** By the start of the dates, then by position. Those that are equal in both stay as they are. */
export const inOrder = <T extends { occurredAt: string; position: number }>(some: readonly T[]): T[] =>
  [...some].sort((a, b) => (startOf(a) === startOf(b) ? a.position - b.position : startOf(a) < startOf(b) ? -1 : 1));

/** The subjects that facts, their accounts or their corrections have ever named. */
export function subjectsNamed({ events, about }: Knowledge): (Subject | null)[] {
  const dataOf = (event: RecordedEvent): Data[] => [
    ...(event.data ? [event.data] : []),
    ...about(event, 'EventCorrected').flatMap(dataOf),
    ...about(event, 'EventCorroborated').flatMap(dataOf),
  ];
  return events.flatMap((fact) => (isMetaEvent(fact) ? [] : dataOf(fact).map((data) => subjectOf({ ...fact, data }))));
}

export const startOf = (fact: Pick<Fact, 'occurredAt'>): string => spanOf(fact.occurredAt).first;

/** Those that have begun by the moment. */
export const begun = <F extends Fact>(facts: readonly F[], moment: Moment): F[] =>
  facts.filter((fact) => upTo({ at: startOf(fact), position: fact.position }, moment));

export const isClaim = (fact: Fact): boolean => fact.certainty === 'claimed';

/** Whether a fact is about the subject. */
export const isAbout = (fact: CurrentFact, subject: Subject): boolean => isSubject(subjectOf(fact), subject);

export const isSubject = (named: Subject | null, subject: Subject): boolean =>
  named?.view === subject.view && named.subject === subject.subject;
