import type { Account } from './accounts.js';
import { dayOfInstant, namedDate, overlap, type Span } from './dates.js';
import { compatible, contradictions, says, speaksOf, valueOf, type Said } from './says.js';
import { inOrder, isClaim, type Standing } from './standing.js';

/** What somebody tells otherwise than the fact that won: an account of it, or a fact that was left out for it. */
export interface Candidate {
  occurredAt: string;
  span: Span;
  position: number;
  said: readonly Said[];
  confirmed: boolean;
}

/** An account and what it says. */
export interface Teller extends Account {
  said: readonly Said[];
}

/** One fact, and what others say instead: of its date, or of one property. */
export interface Dispute {
  winner: Standing;
  /** Of a dispute by value. */
  property?: string;
  /**
   * Whose word it is about: of a date the accounts of the fact, of a value those of the facts that were left out for
   * it, too.
   */
  tellers: readonly Teller[];
  /** In order. */
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
  const left = facts.filter((fact) => !winners.includes(fact));
  const folded = facts.filter((fact) => winners.includes(fact));
  const disputes = folded.flatMap((fact) =>
    disputesOf(
      fact,
      left.filter((other) => disputed(fact, other, facts).length > 0),
    ),
  );
  return { folded, disputes };
}

/** A candidate is settled where the winner is confirmed and it is not. */
export const isOpen = ({ winner }: Dispute, candidate: Candidate): boolean =>
  !isConfirmed(winner) || candidate.confirmed;

export const saidBy = ({ id, type, data }: Standing): readonly Said[] => says({ id, type, data });

/** Whether two dates can be the same. */
export const sameDate = (a: Dated, b: Dated): boolean =>
  overlap(a.span, b.span) || dayOfInstant(a.occurredAt, b.occurredAt);

type Dated = Pick<Account, 'occurredAt' | 'span'>;

const isConfirmed = ({ certainty }: { certainty: string }): boolean => certainty === 'confirmed';

/** Those that no fact before them contradicts: the confirmed ones come first, then the first recorded. */
function winnersOf(facts: readonly Standing[]): Standing[] {
  const ranked = [...facts].sort((a, b) => Number(isConfirmed(b)) - Number(isConfirmed(a)) || a.position - b.position);
  return ranked.reduce<Standing[]>(
    (winners, fact) =>
      winners.some((winner) => disputed(winner, fact, facts).length > 0) ? winners : [...winners, fact],
    [],
  );
}

/**
 * The properties on which two facts of one type and one named date differ, but for those of which one publisher told
 * both values.
 */
function disputed(a: Standing, b: Standing, facts: readonly Standing[]): string[] {
  if (!sameStatement(a, b)) return [];
  const tellers = facts.filter((fact) => sameStatement(fact, a)).flatMap(tellersOf);
  const publishersOf = (property: string, as: Standing) =>
    tellers
      .filter(({ said }) => tells(said, property, valueOf(saidBy(as), property)))
      .map(({ publisher }) => publisher);
  return contradictions(saidBy(a), saidBy(b)).filter(
    (property) => !publishersOf(property, a).some((publisher) => publishersOf(property, b).includes(publisher)),
  );
}

const sameStatement = (a: Standing, b: Standing): boolean =>
  a.type === b.type && namedDate(a.occurredAt) === namedDate(b.occurredAt);

const tellersOf = (fact: Standing): Teller[] =>
  fact.tellers.map((account) => ({ ...account, said: speaksOf({ type: fact.type, data: account.data }) }));

/** Whether a known value of the property is said, and does not contradict this one. */
export const tells = (said: readonly Said[], property: string, value: unknown): boolean =>
  valueOf(said, property) !== null && compatible(value, valueOf(said, property));

/** `rivals`: the facts that were left out for this one. */
function disputesOf(fact: Standing, rivals: readonly Standing[]): Dispute[] {
  return [byDate(fact), ...saidBy(fact).map(([property]) => byValue(fact, property, rivals))].filter(
    ({ candidates }) => candidates.length > 0,
  );
}

function byDate(fact: Standing): Dispute {
  const candidates = tellersOf(fact).filter((account) => !sameDate(account, fact));
  return {
    winner: fact,
    tellers: tellersOf(fact),
    candidates: inOrder(candidates.map((account) => candidateOf(fact.position, account))),
  };
}

function byValue(fact: Standing, property: string, rivals: readonly Standing[]): Dispute {
  const all = [
    ...tellersOf(fact).map((account) => candidateOf(fact.position, account)),
    ...rivals.map((other) => candidateOf(other.position, { ...other, said: saidBy(other) })),
  ];
  return {
    winner: fact,
    property,
    tellers: [fact, ...rivals].flatMap(tellersOf),
    candidates: inOrder(all.filter(({ said }) => contradictions(saidBy(fact), said).includes(property))),
  };
}

function candidateOf(position: number, { occurredAt, span, certainty, said }: Omit<Teller, 'data'>): Candidate {
  return { occurredAt, span, position, said, confirmed: isConfirmed({ certainty }) };
}
