import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { periodsOverlap, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf } from './assertions.js';
import { addCandidate, removeCandidate } from './candidate-list.js';
import { accountAssertionsOf, type Candidate } from './candidates.js';
import {
  buildDispute,
  DisputedVersion,
  placeAccounts,
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
    for (const one of placeWinnerAccounts(fact, accountAssertionsOf(view, fact)))
      if (periodsOverlap(one.account, fact)) this.winner.add(one);
  }

  get open(): boolean {
    return this.against.some((one) => one.isOpen);
  }

  add(accounts: readonly PlacedAccount[], candidate: Candidate | null): boolean {
    if (candidate?.isOverruled) return false;
    for (const one of accounts) if (periodsOverlap(one.account, this.fact)) this.winner.add(one);
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
    if (before?.first?.period.from === one.period.from) addAccounts(before, one);
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
    for (const one of group) addAccounts(version, one);
    return version;
  }
}

const isOfDay = ({ period }: Candidate): boolean => period.precision === 'day';

function addAccounts(version: DisputedVersion, candidate: Candidate): void {
  for (const account of placeAccounts(candidate)) version.add(account);
}

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
