import type { AnyView } from '#views/define-view.js';
import { overlap } from '../facts/overlap.js';
import type { ToldFact } from '../facts/told-fact.js';
import { valuesAgree } from './agree.js';
import { tellingsOf, type Candidate, type Telling } from './candidates.js';
import type { Dispute, DisputeCandidate } from './row.js';
import { saidBy } from './said-properties.js';

/** A dispute, and who contradicts the winner in it, in fold order. */
export interface FoundDispute {
  dispute: Dispute;
  against: Candidate[];
}

/**
 * The disputes about a fact: one for each property of which there are two values, and one for its date, under the first property that it sets.
 *
 * @param candidates what contradicts it, in fold order; not empty
 */
export function disputesAbout(view: AnyView, fact: ToldFact, candidates: readonly Candidate[]): FoundDispute[] {
  const winner = saidBy(view, fact);
  const byValue = [...winner].flatMap(([property, value]) => {
    const against = candidates.filter((one) => one.values.includes(property));
    return against.length > 0 ? [disputeOfValue(view, fact, property, value, candidates, against)] : [];
  });
  const otherwise = candidates.filter((one) => one.date);
  return otherwise.length > 0 ? [...byValue, disputeOfDate(view, fact, winner.keys().next().value ?? '', otherwise)] : byValue;
}

/** Beside each value stand the accounts, of the fact and of those left out for it, that give it: each with the first that it agrees with. */
function disputeOfValue(
  view: AnyView,
  fact: ToldFact,
  property: string,
  value: unknown,
  candidates: readonly Candidate[],
  against: Candidate[],
): FoundDispute {
  const valueOf = ({ said }: Candidate | Telling): unknown => said.get(property) ?? null;
  const agree = (a: unknown, b: unknown): boolean => a !== null && b !== null && valuesAgree(view, property, a, b);
  const heads = grouped(against, (a, b) => agree(valueOf(a), valueOf(b))).map(([head]) => head);
  const values = [value, ...heads.map(valueOf)];
  const dates = [fact.occurredAt, ...heads.map((head) => head.occurredAt)];
  const told = values.map((): Telling[] => []);
  const leftOut = candidates.filter((one) => one.leftOut).flatMap((one) => one.tellings);
  for (const telling of [...tellingsOf(view, fact), ...leftOut]) {
    told[values.findIndex((one) => agree(one, valueOf(telling)))]?.push(telling);
  }
  return found(
    property,
    'value',
    told.map((tellings, i) => candidate(dates[i] ?? '', values[i], tellings)),
    against,
  );
}

/** Of the date speak the accounts of the fact alone. */
function disputeOfDate(view: AnyView, fact: ToldFact, property: string, against: Candidate[]): FoundDispute {
  const same = tellingsOf(view, fact).filter(({ account }) => overlap(account, fact));
  const others = grouped(against, overlap).map((group) => {
    const [{ occurredAt, said }] = group;
    return candidate(
      occurredAt,
      said.get(property),
      group.flatMap((one) => one.tellings),
    );
  });
  return found(property, 'date', [candidate(fact.occurredAt, saidBy(view, fact).get(property), same), ...others], against);
}

/** Those that are the same as the first of a group are of that group. */
function grouped<T>(list: readonly T[], same: (a: T, b: T) => boolean): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const one of list) {
    const group = groups.find(([head]) => same(head, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function found(property: string, reason: Dispute['reason'], candidates: DisputeCandidate[], against: Candidate[]): FoundDispute {
  return { dispute: { property, reason, open: against.some((one) => one.open), candidates }, against };
}

function candidate(occurredAt: string, value: unknown, tellings: readonly Telling[]): DisputeCandidate {
  const publishers = tellings.flatMap(({ account }) => account.publisher ?? []);
  return { value: value ?? null, occurredAt, events: tellings.map(({ account }) => account.event), publishers: [...new Set(publishers)] };
}
