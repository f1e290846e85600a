import type { AnyView } from '#views/define-view.js';
import { periodsOverlap } from '../facts/overlap.js';
import { startOfDay } from '../facts/influence.js';
import { firstWhere, insertInOrder } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type FoldPlace, type ResolvedAccount, type ResolvedFact } from '../facts/resolved-fact.js';
import { createHash } from 'node:crypto';
import { assertionsOf, assertionsOfAccount, isKnown, type Assertion } from './assertions.js';
import {
  accountCandidates,
  leftOutCandidates,
  accountAssertionsOf,
  type Candidate,
  type AccountAssertions,
} from './candidates.js';
import { addOpen, forgetOpen } from './doubts.js';
import { firstAndLatestOf, MAX_LISTED } from './listed.js';
import type { Dispute, DisputeCandidate, DisputeRecord, ListedDispute, OwnCandidate, RecordedDispute } from './row.js';
import type { OverruledFacts } from './select-winners.js';
import { ValueIndex } from './value-parts.js';

/** The disputes about one fact. */
export interface FactDisputes {
  about: FoundDisputes;
  /** Where others share what is said there: the fact's own telling of each dispute. */
  own: OwnCandidate[] | undefined;
  /** The last of those others before this one came, where it comes after it. */
  after: ResolvedFact | null;
}

/** Finds the disputes about facts. Those of one type and date against which the same stands share what is found once. */
export class DisputeFinder {
  private readonly shared = new Map<string, FoundDisputes>();

  constructor(private readonly view: AnyView) {}

  /** The disputes about a fact; `null` where nothing contradicts it. @param leftOut the facts that it won over */
  find(fact: ResolvedFact, leftOut: OverruledFacts | undefined): FactDisputes | null {
    if (!leftOut && fact.accounts.length < 2) return null;
    const ofAccounts = accountCandidates(this.view, fact);
    if (ofAccounts.length === 0 && !leftOut) return null;
    const isShared =
      leftOut && ofAccounts.length === 0 && !fact.accounts.some((one) => leftOut.publishers.has(one.publisher ?? ''));
    if (isShared) return this.findShared(fact, leftOut);
    const ofFacts = leftOut ? leftOutCandidates(this.view, fact, leftOut.facts) : [];
    const candidates = [...ofAccounts, ...ofFacts].sort(compareInFoldOrder);
    return {
      about: new FoundDisputes(
        this.view,
        `fact ${fact.position}`,
        fact,
        candidates,
        accountAssertionsOf(this.view, fact),
      ),
      own: undefined,
      after: null,
    };
  }

  private findShared(fact: ResolvedFact, leftOut: OverruledFacts): FactDisputes {
    let about = this.shared.get(leftOut.key);
    if (!about) {
      const candidates = leftOutCandidates(this.view, fact, leftOut.facts);
      const key = createHash('sha256').update(leftOut.key).digest('base64url').slice(0, 22);
      about = new FoundDisputes(this.view, key, fact, candidates, []);
      this.shared.set(leftOut.key, about);
    }
    const winner = assertionsOf(this.view, fact).byProperty;
    const own = about.properties.map((property): OwnCandidate => {
      const accounts = accountAssertionsOf(this.view, fact).filter(({ said }) => said.byProperty.get(property)?.parts);
      return candidate(fact.occurredAt, winner.get(property)?.value, accounts);
    });
    return { about, own, after: about.share(fact, own) };
  }
}

/** A telling, and where it stands among others. */
interface TellingAt extends FoldPlace {
  telling: AccountAssertions;
}

/** One dispute while it is put together. */
interface FoundDispute {
  readonly property: string;
  /** In fold order. */
  readonly against: Candidate[];
  readonly open: boolean;
  /**
   * Adds tellings: those of a fact that was left out, or an account of the winner itself.
   *
   * @param candidate what they are, where they contradict the winner in some dispute
   * @returns whether they do so in this one, `null` where it is to be found anew
   */
  add: (placed: readonly TellingAt[], candidate: Candidate | null) => boolean | null;
  /** Takes an account of the winner out again. @returns false where the dispute is to be found anew */
  remove: (one: TellingAt, candidate: Candidate | null) => boolean;
  read: () => Dispute;
}

/**
 * The disputes about a fact: one for each property of which there are two values, and one for its date, under the first
 * property that it sets.
 */
export class FoundDisputes {
  private readonly found: readonly FoundDispute[];
  private recordOnce: DisputeRecord | null = null;
  private lastSharing: { fact: ResolvedFact; own: readonly OwnCandidate[] } | null = null;

  /**
   * @param candidates what contradicts it, in fold order; not empty
   * @param accounts of the fact itself; none where they are added by whoever shares the disputes
   */
  constructor(
    private readonly view: AnyView,
    private readonly key: string,
    private fact: ResolvedFact,
    candidates: readonly Candidate[],
    accounts: readonly AccountAssertions[],
  ) {
    const byValue = [...assertionsOf(view, fact).byProperty].flatMap(([property, winner]) => {
      const isAgainst = candidates.some((one) => one.values.includes(property));
      return isAgainst ? [new DisputeOfValue(fact, property, winner, accounts, candidates)] : [];
    });
    const otherwise = candidates.filter((one) => one.date);
    this.found = otherwise.length === 0 ? byValue : [...byValue, new DisputeOfDate(view, fact, otherwise)];
  }

  /** The fact, or the first of those that share them. */
  get first(): ResolvedFact {
    return this.fact;
  }

  /** The last fact of those that share them; `null` where they are one fact's. */
  get last(): ResolvedFact | null {
    return this.lastSharing?.fact ?? null;
  }

  /**
   * A fact shares them.
   * @param own its own telling of each
   * @returns the one that was the last, where this one comes after it
   */
  share(fact: ResolvedFact, own: readonly OwnCandidate[]): ResolvedFact | null {
    const before = this.last;
    if (before && compareInFoldOrder(before, fact) > 0) return null;
    this.lastSharing = { fact, own };
    this.recordOnce = null;
    return before;
  }

  get properties(): string[] {
    return this.found.map(({ property }) => property);
  }

  /** By dispute: one of those who contradict the fact could still be right. */
  get open(): boolean[] {
    return this.found.map(({ open }) => open);
  }

  /** By dispute, in fold order. */
  get against(): Candidate[][] {
    return this.found.map(({ against }) => against);
  }

  get record(): DisputeRecord {
    const { key, fact, lastSharing } = this;
    return (this.recordOnce ??= {
      key,
      day: startOfDay(fact.period.from),
      disputes: this.found.map((one, n) => ({ ...one.read(), ...(lastSharing && { last: lastSharing.own[n] }) })),
    });
  }

  /**
   * Adds what a fact that was left out says.
   *
   * @returns the places of the disputes in which it contradicts the winner, `null` where one is new or has to be found
   * anew
   */
  add(candidate: Candidate): number[] | null {
    return this.join(tellingsAt(candidate), candidate);
  }

  /** The fact as it is told from now on. */
  retell(fact: ResolvedFact): void {
    this.fact = fact;
    this.recordOnce = null;
  }

  /** Adds the account at a place of the fact. @param candidate where that contradicts it @returns as above */
  addAccount(fact: ResolvedFact, place: number, candidate: Candidate | null): number[] | null {
    return this.join([this.tellingAt(fact, place)], candidate);
  }

  /** Takes the account out again. @returns false where a dispute has to be found anew */
  removeAccount(fact: ResolvedFact, place: number, candidate: Candidate | null): boolean {
    this.recordOnce = null;
    const mention = this.tellingAt(fact, place);
    return this.found.every((dispute) => dispute.remove(mention, candidate));
  }

  private tellingAt(fact: ResolvedFact, position: number): TellingAt {
    const account = fact.accounts[position] as ResolvedAccount;
    return { ...FIRST, position, telling: { account, said: assertionsOfAccount(this.view, fact.type, account) } };
  }

  private join(accounts: readonly TellingAt[], candidate: Candidate | null): number[] | null {
    this.recordOnce = null;
    const joined: number[] = [];
    for (const [n, dispute] of this.found.entries()) {
      const isAgainst = dispute.add(accounts, candidate);
      if (isAgainst === null) return null;
      if (isAgainst) joined.push(n);
    }
    return joined.length === (candidate ? candidate.values.length + Number(candidate.date) : 0) ? joined : null;
  }
}

/** A value or a date that is told, and who tells it. */
class Told {
  readonly tellings: TellingAt[] = [];
  /** How many candidates tell it. */
  candidates = 1;
  private made: DisputeCandidate | null = null;

  /** @param first the first candidate that tells it, `null` for the winner */
  constructor(
    readonly occurredAt: string,
    readonly value: unknown,
    readonly first: Candidate | null,
  ) {}

  add(one: TellingAt): void {
    insertInOrder(this.tellings, one);
    this.made = null;
  }

  /** @returns false where it is not there */
  remove(one: TellingAt): boolean {
    const place = firstWhere(this.tellings, (other) => compareInFoldOrder(other, one) >= 0);
    if (this.tellings[place]?.telling.account !== one.telling.account) return false;
    this.tellings.splice(place, 1);
    this.made = null;
    return true;
  }

  read(): DisputeCandidate {
    return (this.made ??= candidate(
      this.occurredAt,
      this.value,
      this.tellings.map(({ telling }) => telling),
    ));
  }
}

/** Where the tellings of the winner itself stand among others. */
const FIRST = { period: { from: -Infinity } };

/** Tellings of a winner, in the order of its accounts, where they stand. */
function tellingsOfWinner({ accounts }: ResolvedFact, placed: readonly AccountAssertions[]): TellingAt[] {
  let position = 0;
  return placed.map((mention) => {
    while (accounts[position] !== mention.account) position += 1;
    return { ...FIRST, position, telling: mention };
  });
}

/** The tellings of a candidate, where it stands. */
const tellingsAt = ({ tellings, period, position }: Candidate): TellingAt[] =>
  tellings.map((telling) => ({ telling, period, position }));

/**
 * Beside each value stand the accounts, of the fact and of those left out for it, that give it: each with the first
 * that it agrees with.
 */
class DisputeOfValue implements FoundDispute {
  readonly against: Candidate[];
  private readonly index = new ValueIndex();
  private readonly winner: Told;
  /** Of the others, in fold order of who first tells them. */
  private readonly others: Told[] = [];
  /** By what is compared, where all values give the same parts. */
  private readonly byKey = new Map<string, Told>();
  /** Values that none of those agrees with. */
  private readonly elsewhere = new Set<string>();
  open: boolean;

  constructor(
    fact: ResolvedFact,
    readonly property: string,
    own: Assertion,
    accounts: readonly AccountAssertions[],
    candidates: readonly Candidate[],
  ) {
    this.against = candidates.filter((one) => one.values.includes(property));
    this.open = this.against.some((one) => one.open);
    this.winner = new Told(fact.occurredAt, own.value, null);
    const values: Told[] = [this.winner];
    const others = new ValueIndex();
    if (isKnown(own)) this.index.add(own);
    if (isKnown(own)) this.byKey.set(own.key, this.winner);
    for (const candidate of this.against) {
      const one = candidate.said.byProperty.get(property);
      if (!isKnown(one)) continue;
      if (others.firstAgreeing(one) !== -1) {
        const same = this.byKey.get(one.key);
        if (same) same.candidates += 1;
        continue;
      }
      others.add(one);
      this.index.add(one);
      const told = new Told(candidate.occurredAt, one.value, candidate);
      this.byKey.set(one.key, told);
      this.others.push(told);
      values.push(told);
    }
    for (const one of [
      ...tellingsOfWinner(fact, accounts),
      ...candidates.flatMap((other) => (other.leftOut ? tellingsAt(other) : [])),
    ]) {
      const assertion = one.telling.said.byProperty.get(property);
      if (isKnown(assertion)) this.place(one, assertion.key, values[this.index.firstAgreeing(assertion)]);
    }
  }

  add(accounts: readonly TellingAt[], candidate: Candidate | null): boolean | null {
    const isAgainst = candidate?.values.includes(this.property) ?? false;
    if (candidate && isAgainst && !this.join(candidate)) return null;
    for (const one of accounts) {
      const assertion = one.telling.said.byProperty.get(this.property);
      if (!isKnown(assertion)) continue;
      if (!this.index.hasOnly(assertion.mask)) return null;
      this.place(one, assertion.key, this.byKey.get(assertion.key));
    }
    return isAgainst;
  }

  remove(one: TellingAt, candidate: Candidate | null): boolean {
    const assertion = one.telling.said.byProperty.get(this.property);
    if (!isKnown(assertion)) return true;
    if (!this.index.hasOnly(assertion.mask)) return false;
    const told = this.byKey.get(assertion.key);
    if (told && !told.remove(one)) return false;
    if (!told || !candidate?.values.includes(this.property)) return true;
    const joined = takeOut(this.against, candidate);
    if (!joined || this.against.length === 0) return false;
    told.candidates -= 1;
    if (told.candidates === 0) {
      this.others.splice(this.others.indexOf(told), 1);
      this.byKey.delete(assertion.key);
      if (told.tellings.length > 0) this.elsewhere.add(assertion.key);
    } else if (told.first === joined) return false;
    this.open = this.against.some(({ open }) => open);
    return true;
  }

  /** @param told the value that it agrees with */
  private place(one: TellingAt, key: string, told: Told | undefined): void {
    if (told) told.add(one);
    else this.elsewhere.add(key);
  }

  /** Adds one that contradicts the winner here. */
  private join(one: Candidate): boolean {
    const assertion = one.said.byProperty.get(this.property);
    if (!isKnown(assertion) || !this.index.hasOnly(assertion.mask) || this.elsewhere.has(assertion.key)) return false;
    insertInOrder(this.against, one);
    addOpen(this.against, one);
    this.open ||= one.open;
    const same = this.byKey.get(assertion.key);
    if (same) {
      same.candidates += 1;
      return same.first !== null && compareInFoldOrder(same.first, one) <= 0;
    }
    const told = new Told(one.occurredAt, assertion.value, one);
    this.byKey.set(assertion.key, told);
    this.others.splice(
      firstWhere(this.others, ({ first }) => first !== null && compareInFoldOrder(first, one) > 0),
      0,
      told,
    );
    return true;
  }

  read(): Dispute {
    return written(this.property, 'value', this.open, this.winner, this.others);
  }
}

/** Of the date speak the accounts of the fact alone. */
class DisputeOfDate implements FoundDispute {
  readonly property: string;
  private readonly winner: Told;
  /** In fold order; `null` where they are to be grouped anew. */
  private others: Told[] | null = null;
  /** All of them name days: two are the same or are not. */
  private isOfDays: boolean;

  constructor(
    view: AnyView,
    private readonly fact: ResolvedFact,
    readonly against: Candidate[],
  ) {
    const [first] = assertionsOf(view, fact).byProperty;
    this.property = first?.[0] ?? '';
    this.winner = new Told(fact.occurredAt, first?.[1].value, null);
    this.isOfDays = against.every(isOfDay);
    for (const one of tellingsOfWinner(fact, accountAssertionsOf(view, fact)))
      if (periodsOverlap(one.telling.account, fact)) this.winner.add(one);
  }

  get open(): boolean {
    return this.against.some((one) => one.open);
  }

  add(accounts: readonly TellingAt[], candidate: Candidate | null): boolean {
    if (candidate?.leftOut) return false;
    for (const one of accounts) if (periodsOverlap(one.telling.account, this.fact)) this.winner.add(one);
    if (!candidate?.date) return false;
    insertInOrder(this.against, candidate);
    addOpen(this.against, candidate);
    this.isOfDays &&= isOfDay(candidate);
    if (this.others && this.isOfDays) this.joinDay(this.others, candidate);
    else this.others = null;
    return true;
  }

  private joinDay(others: Told[], one: Candidate): void {
    const place = firstWhere(others, ({ first }) => first !== null && first.period.from > one.period.from);
    const before = others[place - 1];
    if (before?.first?.period.from === one.period.from) addAll(before, one);
    else others.splice(place, 0, this.toldBy([one]));
  }

  remove(one: TellingAt, candidate: Candidate | null): boolean {
    if (periodsOverlap(one.telling.account, this.fact) && !this.winner.remove(one)) return false;
    if (!candidate?.date) return true;
    const gone = takeOut(this.against, candidate);
    const told = this.isOfDays ? this.others?.find(({ first }) => first === gone) : undefined;
    if (told?.tellings.length === 1) this.others?.splice(this.others.indexOf(told), 1);
    else this.others = null;
    return gone !== null && this.against.length > 0;
  }

  read(): Dispute {
    this.others ??= groupedByDate(this.against).map((group) => this.toldBy(group));
    return written(this.property, 'date', this.open, this.winner, this.others);
  }

  private toldBy(group: readonly [Candidate, ...Candidate[]]): Told {
    const [first] = group;
    const told = new Told(first.occurredAt, first.said.byProperty.get(this.property)?.value, first);
    for (const one of group) addAll(told, one);
    return told;
  }
}

const isOfDay = ({ period }: Candidate): boolean => period.precision === 'day';

function addAll(told: Told, one: Candidate): void {
  for (const mention of tellingsAt(one)) told.add(mention);
}

/** Takes a candidate of one account out of a list in fold order. @returns the one that stood there */
function takeOut(list: Candidate[], one: Candidate): Candidate | null {
  const account = one.tellings[0]?.account;
  for (let place = firstWhere(list, (other) => compareInFoldOrder(other, one) > 0) - 1; place >= 0; place -= 1) {
    const other = list[place] as Candidate;
    if (compareInFoldOrder(other, one) < 0) return null;
    if (other.leftOut || other.tellings[0]?.account !== account) continue;
    list.splice(place, 1);
    forgetOpen(list);
    return other;
  }
  return null;
}

/**
 * Each with the first whose date can be the same. The dates that begin a group cannot be the same as one another, and
 * come in order: so a period can overlap only the last of them, and an instant also the day that it is dated by in its
 * own offset.
 *
 * @param list in fold order
 */
function groupedByDate(list: readonly Candidate[]): [Candidate, ...Candidate[]][] {
  const groups: [Candidate, ...Candidate[]][] = [];
  const firstOfDay = new Map<string, number>();
  for (const one of list) {
    const { occurredAt, period } = one;
    const day = period.precision === 'instant' ? `in ${occurredAt.slice(0, 10)}` : `is ${occurredAt}`;
    const other = period.precision === 'instant' ? `is ${occurredAt.slice(0, 10)}` : `in ${occurredAt}`;
    const last = groups.at(-1);
    const places = [
      last && periodsOverlap(last[0], one) ? groups.length - 1 : Infinity,
      firstOfDay.get(other) ?? Infinity,
    ];
    const place = Math.min(...places);
    if (place !== Infinity) {
      groups[place]?.push(one);
      continue;
    }
    if (!firstOfDay.has(day)) firstOfDay.set(day, groups.length);
    groups.push([one]);
  }
  return groups;
}

/** Only what is listed is written out. */
function written(
  property: string,
  reason: Dispute['reason'],
  open: boolean,
  winner: Told,
  others: readonly Told[],
): Dispute {
  const candidates = [winner, ...others.slice(1 - MAX_LISTED)].map((told) => told.read());
  return { property, reason, open, candidates, counts: { candidates: 1 + others.length } };
}

function candidate(occurredAt: string, value: unknown, accounts: readonly AccountAssertions[]): DisputeCandidate {
  const publishers = [...new Set(accounts.flatMap(({ account }) => account.publisher ?? []))];
  const events = firstAndLatestOf(accounts.map(({ account }) => account.event));
  const counts = { events: accounts.length, publishers: publishers.length };
  return { value: value ?? null, occurredAt, events, publishers: firstAndLatestOf(publishers), counts };
}

/** A dispute as a row lists it: what the record says, with what the row's fact adds to its first candidate. */
export function disputeOf(
  record: readonly RecordedDispute[],
  { n, own: given }: Pick<ListedDispute, 'n' | 'own'>,
): Dispute {
  const recorded = record[n];
  if (!recorded) throw new Error('a row lists a dispute that its record does not hold');
  const { last, ...dispute } = recorded;
  const own = given ?? last;
  const [first, ...others] = dispute.candidates;
  if (!own || !first) return dispute;
  const winner: DisputeCandidate = {
    value: 'value' in own ? own.value : first.value,
    occurredAt: own.occurredAt,
    events: firstAndLatestOf([...own.events, ...first.events]),
    publishers: firstAndLatestOf([...own.publishers, ...first.publishers]),
    counts: {
      events: own.counts.events + first.counts.events,
      publishers: own.counts.publishers + first.counts.publishers,
    },
  };
  return { ...dispute, candidates: [winner, ...others] };
}
