import type { AnyView } from '#views/define-view.js';
import { overlap } from '../facts/overlap.js';
import { dayOf } from '../facts/reach.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { createHash } from 'node:crypto';
import { assertionsOf, isKnown } from './assertions.js';
import { accountCandidates, leftOutCandidates, tellingsOf, type Candidate, type Telling } from './candidates.js';
import type { Dispute, DisputeCandidate, DisputeRecord, ListedDispute, OwnTelling } from './row.js';
import type { LeftOut } from './select-winners.js';
import { ValueIndex } from './value-parts.js';

/** How many entries of a list are shown, and kept. */
export const MAX_LISTED = 50;

/** The disputes about one fact, and who contradicts it in each. */
export interface FactDisputes {
  record: DisputeRecord;
  own: OwnTelling[] | undefined;
  /** By dispute, in fold order. */
  against: Candidate[][];
}

/** Finds the disputes about facts. Those of one type and date that say the same share what is found once. */
export class DisputeFinder {
  private readonly shared = new Map<string, { record: DisputeRecord; against: Candidate[][] }>();

  constructor(private readonly view: AnyView) {}

  /** The disputes about a fact; `null` where nothing contradicts it. @param leftOut the facts that it won over */
  find(fact: ToldFact, leftOut: LeftOut | undefined): FactDisputes | null {
    if (!leftOut && fact.accounts.length < 2) return null;
    const ofAccounts = accountCandidates(this.view, fact);
    if (ofAccounts.length === 0 && !leftOut) return null;
    const isShared = leftOut && ofAccounts.length === 0 && !fact.accounts.some((one) => leftOut.publishers.has(one.publisher ?? ''));
    if (isShared) return this.findShared(fact, leftOut);
    const ofFacts = leftOut ? leftOutCandidates(this.view, fact, leftOut.facts) : [];
    const found = disputesAbout(this.view, fact, [...ofAccounts, ...ofFacts].sort(inFoldOrder), tellingsOf(this.view, fact));
    return { ...recordOf(`fact ${fact.position}`, fact, found), own: undefined };
  }

  private findShared(fact: ToldFact, leftOut: LeftOut): FactDisputes {
    let shared = this.shared.get(leftOut.key);
    if (!shared) {
      const candidates = leftOutCandidates(this.view, fact, leftOut.facts);
      const key = createHash('sha256').update(leftOut.key).digest('base64url').slice(0, 22);
      shared = recordOf(key, fact, disputesAbout(this.view, fact, candidates, []));
      this.shared.set(leftOut.key, shared);
    }
    const winner = assertionsOf(this.view, fact).byProperty;
    const own = shared.record.disputes.map(({ property }): OwnTelling => {
      const tellings = tellingsOf(this.view, fact).filter(({ said }) => said.byProperty.get(property)?.parts);
      const { occurredAt, events, publishers, counts } = candidate(fact.occurredAt, winner.get(property)?.value, tellings);
      return { occurredAt, events, publishers, counts };
    });
    return { ...shared, own };
  }
}

/** One dispute while it is put together. */
interface FoundDispute {
  dispute: Dispute;
  against: Candidate[];
}

function recordOf(key: string, fact: ToldFact, found: readonly FoundDispute[]): { record: DisputeRecord; against: Candidate[][] } {
  const record = { key, day: dayOf(fact.period.from), disputes: found.map(({ dispute }) => dispute) };
  return { record, against: found.map(({ against }) => against) };
}

/**
 * The disputes about a fact: one for each property of which there are two values, and one for its date, under the first property that it sets.
 *
 * @param candidates what contradicts it, in fold order; not empty
 * @param tellings of the fact itself; none where they are added by whoever shares the disputes
 */
function disputesAbout(view: AnyView, fact: ToldFact, candidates: readonly Candidate[], tellings: readonly Telling[]): FoundDispute[] {
  const winner = assertionsOf(view, fact);
  const ofLeftOut = candidates.flatMap((one) => (one.leftOut ? one.tellings : []));
  const byValue = [...winner.byProperty.keys()].flatMap((property) => {
    const against = candidates.filter((one) => one.values.includes(property));
    return against.length > 0 ? [disputeOfValue(view, fact, property, [...tellings, ...ofLeftOut], against)] : [];
  });
  const otherwise = candidates.filter((one) => one.date);
  if (otherwise.length === 0) return byValue;
  return [...byValue, disputeOfDate(view, fact, winner.byProperty.keys().next().value ?? '', otherwise)];
}

/** A value or a date that is told, and who tells it. */
interface Told {
  occurredAt: string;
  value: unknown;
  tellings: Telling[];
}

/** Beside each value stand the accounts, of the fact and of those left out for it, that give it: each with the first that it agrees with. */
function disputeOfValue(view: AnyView, fact: ToldFact, property: string, tellings: readonly Telling[], against: Candidate[]): FoundDispute {
  const index = new ValueIndex();
  const others = new ValueIndex();
  const own = assertionsOf(view, fact).byProperty.get(property);
  const values: Told[] = [{ occurredAt: fact.occurredAt, value: own?.value, tellings: [] }];
  if (isKnown(own)) index.add(own);
  for (const { said, occurredAt } of against) {
    const one = said.byProperty.get(property);
    if (!isKnown(one) || others.firstAgreeing(one) !== -1) continue;
    others.add(one);
    index.add(one);
    values.push({ occurredAt, value: one.value, tellings: [] });
  }
  for (const telling of tellings) {
    const said = telling.said.byProperty.get(property);
    if (isKnown(said)) values[index.firstAgreeing(said)]?.tellings.push(telling);
  }
  return found(property, 'value', values, against);
}

/** Of the date speak the accounts of the fact alone. */
function disputeOfDate(view: AnyView, fact: ToldFact, property: string, against: Candidate[]): FoundDispute {
  const value = assertionsOf(view, fact).byProperty.get(property)?.value;
  const same = tellingsOf(view, fact).filter(({ account }) => overlap(account, fact));
  const others = groupedByDate(against).map((group): Told => {
    const [{ occurredAt, said }] = group;
    return { occurredAt, value: said.byProperty.get(property)?.value, tellings: group.flatMap((one) => one.tellings) };
  });
  return found(property, 'date', [{ occurredAt: fact.occurredAt, value, tellings: same }, ...others], against);
}

/**
 * Each with the first whose date can be the same. The dates that begin a group cannot be the same as one another, and come in
 * order: so a period can overlap only the last of them, and an instant also the day that it is dated by in its own offset.
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
    const places = [last && overlap(last[0], one) ? groups.length - 1 : Infinity, firstOfDay.get(other) ?? Infinity];
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
function found(property: string, reason: Dispute['reason'], told: readonly Told[], against: Candidate[]): FoundDispute {
  const candidates = bounded(told).map((one) => candidate(one.occurredAt, one.value, one.tellings));
  const open = against.some((one) => one.open);
  return { dispute: { property, reason, open, candidates, counts: { candidates: told.length } }, against };
}

function candidate(occurredAt: string, value: unknown, tellings: readonly Telling[]): DisputeCandidate {
  const publishers = [...new Set(tellings.flatMap(({ account }) => account.publisher ?? []))];
  const events = bounded(tellings.map(({ account }) => account.event));
  const counts = { events: tellings.length, publishers: publishers.length };
  return { value: value ?? null, occurredAt, events, publishers: bounded(publishers), counts };
}

/** The first of a list, which the others stand against, and the latest others. */
function bounded<T>(list: readonly T[]): T[] {
  return list.length <= MAX_LISTED ? [...list] : [...list.slice(0, 1), ...list.slice(1 - MAX_LISTED)];
}

/** A dispute as a row lists it: what the record says, with what the row's fact adds to its first candidate. */
export function disputeOf(record: readonly Dispute[], { n, own }: Pick<ListedDispute, 'n' | 'own'>): Dispute {
  const dispute = record[n];
  if (!dispute) throw new Error('a row lists a dispute that its record does not hold');
  const [first, ...others] = dispute.candidates;
  if (!own || !first) return dispute;
  const winner: DisputeCandidate = {
    value: first.value,
    occurredAt: own.occurredAt,
    events: bounded([...own.events, ...first.events]),
    publishers: bounded([...own.publishers, ...first.publishers]),
    counts: { events: own.counts.events + first.counts.events, publishers: own.counts.publishers + first.counts.publishers },
  };
  return { ...dispute, candidates: [winner, ...others] };
}
