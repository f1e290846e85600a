import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { periodsOverlap, type ResolvedAccount, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf } from './assertions.js';
import { addCandidate, removeCandidate } from './candidate-list.js';
import { accountAssertionsOf, type Candidate } from './candidates.js';
import {
  buildDispute,
  DisputedVersion,
  placeWinnerAccount,
  placeWinnerAccounts,
  type FoundDispute,
  type PlacedAccount,
} from './disputed-version.js';
import type { Dispute } from './row.js';

/** A dispute about the date of a fact: only accounts of the fact itself take part. */
export class DateDispute implements FoundDispute {
  readonly property: string;
  private readonly winner: DisputedVersion;
  /** In fold order; `null`: to be grouped again. */
  private others: DisputedVersion[] | null = null;
  /** The place of each account among those of the fact. */
  private readonly places: Map<ResolvedAccount, number>;
  /** All candidates are dated to a day, so two dates are either equal or cannot be the same. */
  private isOfDays: boolean;

  constructor(
    view: AnyView,
    private readonly fact: ResolvedFact,
    readonly against: Candidate[],
  ) {
    const [first] = assertionsOf(view, fact).byProperty;
    this.property = first?.[0] ?? '';
    this.winner = new DisputedVersion(fact.occurredAt, first?.[1].value, null);
    this.isOfDays = against.every(isOfDay);
    this.places = new Map(fact.accounts.map((account, place) => [account, place]));
    for (const one of placeWinnerAccounts(fact, accountAssertionsOf(view, fact)))
      if (periodsOverlap(one.account, fact)) this.winner.add(one);
  }

  get open(): boolean {
    return this.against.some((one) => one.isOpen);
  }

  add(accounts: readonly PlacedAccount[], candidate: Candidate | null): boolean {
    if (candidate?.isOverruled) return false;
    for (const one of accounts) {
      this.places.set(one.account, one.position);
      if (periodsOverlap(one.account, this.fact)) this.winner.add(one);
    }
    if (!candidate?.date) return false;
    addCandidate(this.against, candidate);
    this.isOfDays &&= isOfDay(candidate);
    if (this.others && this.isOfDays) this.joinDay(this.others, candidate);
    else this.others = null;
    return true;
  }

  private joinDay(others: DisputedVersion[], one: Candidate): void {
    const place = firstWhere(others, ({ first }) => first !== null && first.period.from > one.period.from);
    const before = others[place - 1];
    if (before?.first?.period.from === one.period.from) this.addAccounts(before, one);
    else others.splice(place, 0, this.versionOf([one]));
  }

  remove(one: PlacedAccount, candidate: Candidate | null): boolean {
    if (periodsOverlap(one.account, this.fact) && !this.winner.remove(one)) return false;
    if (!candidate?.date) return true;
    const removed = removeCandidate(this.against, candidate);
    const version = this.isOfDays ? this.others?.find(({ first }) => first === removed) : undefined;
    if (version?.accounts.length === 1) this.others?.splice(this.others.indexOf(version), 1);
    else this.others = null;
    return removed !== null && this.against.length > 0;
  }

  build(): Dispute {
    this.others ??= groupByDate(this.against).map((group) => this.versionOf(group));
    return buildDispute({ property: this.property, reason: 'date', open: this.open }, this.winner, this.others);
  }

  private versionOf(group: readonly [Candidate, ...Candidate[]]): DisputedVersion {
    const [first] = group;
    const value = first.assertions.byProperty.get(this.property)?.value;
    const version = new DisputedVersion(first.occurredAt, value, first);
    for (const one of group) this.addAccounts(version, one);
    return version;
  }

  private addAccounts(version: DisputedVersion, { accounts }: Candidate): void {
    for (const one of accounts) version.add(placeWinnerAccount(one, this.places.get(one.account) ?? 0));
  }
}

const isOfDay = ({ period }: Candidate): boolean => period.precision === 'day';

/**
 * Groups each candidate with the first whose date can be the same. The dates that begin groups cannot be the same as
 * one another, and come in order. So a period can overlap only the last of them, and an instant can also belong to the
 * day of its date in its own UTC offset.
 *
 * @param list in fold order
 */
function groupByDate(list: readonly Candidate[]): [Candidate, ...Candidate[]][] {
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
