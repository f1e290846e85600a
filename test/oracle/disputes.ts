import type { Account } from './accounts.js';
import { accountAssertions, assertionsOf, compatible, contradictions, valueOf, type Assertion } from './assertions.js';
import { inOrder, isClaim, startOf, type CurrentFact } from './current-facts.js';
import { dayOfInstant, namedDate, overlap, within, type Span } from './dates.js';
import { Properties } from './determined.js';
import type { Moment } from './knowledge.js';
import { grouped } from './recorded.js';

/** An alternative to the winner: another account of the same fact, or a fact that the winner overruled. */
export interface Candidate {
  occurredAt: string;
  span: Span;
  position: number;
  assertions: readonly Assertion[];
  confirmed: boolean;
}

/** An account and what it asserts. */
export interface AssertingAccount extends Account {
  assertions: readonly Assertion[];
}

/** A winner and the alternatives to it: to its date, or to one property. */
export interface Dispute {
  winner: CurrentFact;
  /** The property of a dispute about a value; absent where it is about the date. */
  property?: string;
  /** The accounts that can be listed: those of the fact and, if it is about a value, those of the overruled facts. */
  accounts: readonly AssertingAccount[];
  /** In order. */
  candidates: readonly Candidate[];
}

export interface Judged {
  /** In order, without claims and overruled facts. */
  folded: readonly CurrentFact[];
  properties: Properties;
  disputes: readonly Dispute[];
}

/** Which facts of a subject are folded, and which of those are disputed. @param current facts and claims, in order */
export function judge(current: readonly CurrentFact[]): Judged {
  const facts = current.filter((fact) => !isClaim(fact));
  const statements = grouped(facts, ({ type, occurredAt }) => `${type} ${namedDate(occurredAt)}`);
  const judgements = new Map([...statements].flatMap(([, statement]) => judgedStatement(statement)));
  const folded = facts.filter((fact) => judgements.has(fact));
  return {
    folded,
    properties: new Properties(folded.map((fact) => ({ fact, assertions: assertionsBy(fact) }))),
    disputes: folded.flatMap((fact) => disputesOf(fact, judgements.get(fact) ?? [])),
  };
}

/** A candidate is open unless the winner is confirmed and the candidate is not. */
export const isOpen = ({ winner }: Dispute, candidate: Candidate): boolean =>
  !isConfirmed(winner) || candidate.confirmed;

export const assertionsBy = ({ id, type, data }: CurrentFact): readonly Assertion[] => assertionsOf({ id, type, data });

/** Whether two dates can be the same. */
export const sameDate = (a: Dated, b: Dated): boolean =>
  overlap(a.span, b.span) || dayOfInstant(a.occurredAt, b.occurredAt);

type Dated = Pick<Account, 'occurredAt' | 'span'>;

const isConfirmed = ({ certainty }: { certainty: string }): boolean => certainty === 'confirmed';

/**
 * The facts of one type and one named date that are folded, each with those that it overrules: no winner before them
 * contradicts them. Confirmed facts come first, then the first recorded.
 */
function judgedStatement(facts: readonly CurrentFact[]): [CurrentFact, CurrentFact[]][] {
  const differ = disputedAmong(facts);
  const ranked = [...facts].sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || a.position - b.position);
  const winners: CurrentFact[] = [];
  for (const fact of ranked) if (!winners.some((winner) => differ(winner, fact))) winners.push(fact);
  const overruled = facts.filter((fact) => !winners.includes(fact));
  return winners.map((winner) => [winner, overruled.filter((other) => differ(winner, other))]);
}

/** Whether two facts differ on a property, unless one publisher gave both values among these facts. */
function disputedAmong(facts: readonly CurrentFact[]): (a: CurrentFact, b: CurrentFact) => boolean {
  const accounts = facts.flatMap(assertingAccountsOf);
  const known = new Map<string, Set<string>>();
  const publishersOf = (property: string, as: CurrentFact): Set<string> => {
    const key = `${as.id} ${property}`;
    const value = valueOf(assertionsBy(as), property);
    const publishers =
      known.get(key) ??
      new Set(
        accounts.filter(({ assertions }) => agreesOn(assertions, property, value)).map(({ publisher }) => publisher),
      );
    known.set(key, publishers);
    return publishers;
  };
  return (a, b) =>
    contradictions(assertionsBy(a), assertionsBy(b)).some(
      (property) => ![...publishersOf(property, a)].some((publisher) => publishersOf(property, b).has(publisher)),
    );
}

const assertingAccountsOf = (fact: CurrentFact): AssertingAccount[] =>
  fact.accounts.map((account) => ({
    ...account,
    assertions: accountAssertions({ type: fact.type, data: account.data }),
  }));

/** The accounts of a fact: the one that is followed, then the others in the order of the record. */
const followedFirst = (fact: CurrentFact): AssertingAccount[] => {
  const accounts = assertingAccountsOf(fact);
  const isFollowed = ({ id }: Account): boolean => id === fact.winner.id;
  return [...accounts.filter(isFollowed), ...accounts.filter((account) => !isFollowed(account))];
};

/** Whether a known value of the property is asserted that is compatible with this one. */
export const agreesOn = (assertions: readonly Assertion[], property: string, value: unknown): boolean =>
  valueOf(assertions, property) !== null && compatible(value, valueOf(assertions, property));

const disputesOf = (fact: CurrentFact, overruled: readonly CurrentFact[]): Dispute[] =>
  [...assertionsBy(fact).map(([property]) => byValue(fact, property, overruled)), byDate(fact)].filter(
    ({ candidates }) => candidates.length > 0,
  );

function byDate(fact: CurrentFact): Dispute {
  const candidates = assertingAccountsOf(fact).filter((account) => !sameDate(account, fact));
  return {
    winner: fact,
    accounts: followedFirst(fact),
    candidates: inOrder(candidates.map((account) => candidateOf(fact.position, account))),
  };
}

function byValue(fact: CurrentFact, property: string, overruled: readonly CurrentFact[]): Dispute {
  const all = [
    ...assertingAccountsOf(fact).map((account) => candidateOf(fact.position, account)),
    ...overruled.map((other) => candidateOf(other.position, { ...other, assertions: assertionsBy(other) })),
  ];
  return {
    winner: fact,
    property,
    accounts: [fact, ...overruled].flatMap(followedFirst),
    candidates: inOrder(
      all.filter(({ assertions }) => contradictions(assertionsBy(fact), assertions).includes(property)),
    ),
  };
}

function candidateOf(
  position: number,
  {
    occurredAt,
    span,
    certainty,
    assertions,
  }: Pick<AssertingAccount, 'occurredAt' | 'span' | 'certainty' | 'assertions'>,
): Candidate {
  return { occurredAt, span, position, assertions, confirmed: isConfirmed({ certainty }) };
}

/** Whether an open candidate puts something in doubt at the date of the moment. */
export const contested = ({ disputes, properties }: Judged, moment: Moment): boolean =>
  disputes.some((dispute) => inDoubt(dispute, properties, moment));

/** Doubt is decided for a date, so all facts of the date count. */
const inDoubt = (dispute: Dispute, properties: Properties, { at }: Moment): boolean =>
  dispute.candidates.some(
    (candidate) =>
      isOpen(dispute, candidate) && putsInDoubt(candidate, dispute, properties, { at, position: Infinity }),
  );

/** Whether the candidate, with its date and values, would change a property in the place of the winner. */
function putsInDoubt(candidate: Candidate, { winner }: Dispute, properties: Properties, moment: Moment): boolean {
  const own = assertionsBy(winner);
  // A less exact date that contains the winner's agrees with it.
  const at = startOf(within(winner.span, candidate.span) ? winner : candidate);
  const known = candidate.assertions.filter(([, value]) => value !== null);
  // Where the candidate gives no value, or an unknown one, it contradicts nobody: the winner's value counts.
  const instead = [...own.filter(([property]) => valueOf(known, property) === null), ...known];
  const names = own.map(([property]) => property);
  return properties.wouldDiffer(winner, names, { at, position: winner.position }, instead, moment);
}

/** The disputes that are listed at the moment: their fact determines a property, or they put one in doubt. */
export const listedDisputes = ({ properties, disputes }: Judged, moment: Moment): Dispute[] =>
  disputes.filter((dispute) => {
    const names = assertionsBy(dispute.winner).map(([property]) => property);
    return properties.determinedBy(dispute.winner, names, moment).length > 0 || inDoubt(dispute, properties, moment);
  });
