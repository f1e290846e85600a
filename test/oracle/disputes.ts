import type { Account } from './accounts.js';
import { dayOfInstant, namedDate, overlap, type Span } from './dates.js';
import { compatible, contradictions, says, valueOf, type Said } from './says.js';
import { isClaim, type Standing } from './standing.js';
import { strict } from './strictness.js';

/** Who tells something, and by which event. */
export interface Teller {
  id: string;
  publisher: string;
  /** Whether it may be left out. */
  optional?: boolean;
}

/** What somebody tells otherwise than the fact that won. */
export interface Candidate {
  tellers: readonly Teller[];
  occurredAt: string;
  /** Other dates that may be given for it. */
  orDated: readonly string[];
  span: Span;
  said: readonly Said[];
  confirmed: boolean;
  /** Whether it may be left out. */
  optional: boolean;
}

/** One fact, and what others say instead: of its date, or of one property. */
export interface Dispute {
  winner: Standing;
  /** Of a dispute by value. */
  property?: string;
  /** Who tells the same of it as the winner. */
  tellers: readonly Teller[];
  candidates: readonly Candidate[];
}

export interface Judged {
  /** The facts that count, in order: no claims, and nothing that was left out for another fact. */
  folded: readonly Standing[];
  disputes: readonly Dispute[];
}

/** Which of the facts and claims of a subject, in order, are folded, and what is disputed of them. */
export function judge(standing: readonly Standing[]): Judged {
  const facts = standing.filter((fact) => !isClaim(fact));
  const winners = winnersOf(facts);
  const disputes = facts
    .filter((fact) => winners.includes(fact))
    .flatMap((fact) => disputesOf(fact, rivalsOf(fact, winners, facts), facts));
  return { folded: facts.filter((fact) => winners.includes(fact)), disputes };
}

/** A candidate is settled where the winner is confirmed and it is not. */
export const isOpen = ({ winner }: Dispute, candidate: Candidate): boolean => !isConfirmed(winner) || candidate.confirmed;

export const saidBy = ({ id, type }: Standing, { data }: Pick<Account, 'data'>): readonly Said[] => says({ id, type, data });

const isConfirmed = ({ certainty }: { certainty: string }): boolean => certainty === 'confirmed';

/** Those that no fact before them contradicts: the confirmed ones come first, then the first recorded. */
function winnersOf(facts: readonly Standing[]): Standing[] {
  const ranked = [...facts].sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || a.position - b.position);
  return ranked.reduce<Standing[]>(
    (winners, fact) => (winners.some((winner) => disputed(winner, fact, facts).length > 0) ? winners : [...winners, fact]),
    [],
  );
}

/** The facts that are left out for this one. */
function rivalsOf(fact: Standing, winners: readonly Standing[], facts: readonly Standing[]): Standing[] {
  const left = facts.filter((other) => !winners.includes(other));
  const against = (other: Standing) => winners.filter((winner) => disputed(winner, other, facts).length > 0);
  return left.filter((other) => (strict ? against(other).includes(fact) : against(other)[0] === fact));
}

/** The properties on which two facts of one type and one named date differ, but for those of which one publisher told both values. */
function disputed(a: Standing, b: Standing, facts: readonly Standing[]): string[] {
  if (!sameStatement(a, b)) return [];
  const there = facts.filter((fact) => sameStatement(fact, a));
  const publishersOf = (property: string, of: Standing) =>
    there.flatMap((fact) => telling(fact, property, of)).map(({ publisher }) => publisher);
  return contradictions(saidBy(a, a), saidBy(b, b)).filter(
    (property) => !publishersOf(property, a).some((publisher) => publishersOf(property, b).includes(publisher)),
  );
}

const sameStatement = (a: Standing, b: Standing): boolean => a.type === b.type && namedDate(a.occurredAt) === namedDate(b.occurredAt);

/** Who of those who tell a fact tells the value of the property that `as` has. */
function telling(fact: Standing, property: string, as: Standing): Account[] {
  const value = valueOf(saidBy(as, as), property);
  return fact.tellers.filter((account) => saidBy(fact, account).some(([name, other]) => name === property && compatible(value, other)));
}

function disputesOf(fact: Standing, rivals: readonly Standing[], facts: readonly Standing[]): Dispute[] {
  return [byDate(fact, rivals), ...saidBy(fact, fact).map(([property]) => byValue(fact, property, rivals, facts))].filter(
    ({ candidates }) => candidates.length > 0,
  );
}

/** Who tells another date. Whether those who tell another fact in its place count among those who tell the date is left open. */
function byDate(fact: Standing, rivals: readonly Standing[]): Dispute {
  const overlaps = (account: Account) => overlap(account.span, fact.span) || dayOfInstant(account.occurredAt, fact.occurredAt);
  return {
    winner: fact,
    tellers: [...fact.tellers.filter(overlaps), ...perhaps(rivals.flatMap(({ tellers }) => tellers))],
    candidates: fact.tellers.filter((account) => !overlaps(account)).map((account) => candidateOf(fact, account, [account])),
  };
}

/**
 * Who tells another value of the property. Left open is whether a fact that is left out for one property is also a candidate of another
 * one, of which somebody told both values, and whether who says nothing of the property counts among those who do not contradict.
 */
function byValue(fact: Standing, property: string, rivals: readonly Standing[], facts: readonly Standing[]): Dispute {
  const contradicts = (other: Standing, account: Account | Standing) =>
    contradictions(saidBy(fact, fact), saidBy(other, account)).includes(property);
  const accounts = fact.tellers.filter((account) => contradicts(fact, account)).map((account) => candidateOf(fact, account, [account]));
  const others = rivals
    .filter((other) => contradicts(other, other))
    .map((other) => {
      const own = telling(other, property, other);
      const sure = strict ? own : own.filter(({ publisher }) => publisher === other.publisher);
      return {
        ...candidateOf(other, other, [...sure, ...perhaps(own)]),
        orDated: strict ? [] : sure.map(({ occurredAt }) => occurredAt),
        optional: !disputed(fact, other, facts).includes(property),
      };
    });
  const silent = fact.tellers.filter((account) => !contradicts(fact, account));
  return {
    winner: fact,
    property,
    tellers: [...telling(fact, property, fact), ...perhaps([...silent, ...rivals.flatMap((other) => telling(other, property, fact))])],
    candidates: [...accounts, ...others],
  };
}

const perhaps = (tellers: readonly Teller[]): Teller[] => tellers.map(({ id, publisher }) => ({ id, publisher, optional: true }));

function candidateOf(fact: Standing, { occurredAt, span, certainty, data }: Account | Standing, tellers: readonly Teller[]): Candidate {
  return { tellers, occurredAt, orDated: [], span, said: saidBy(fact, { data }), confirmed: isConfirmed({ certainty }), optional: false };
}
