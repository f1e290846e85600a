import { periodOf } from '#catalogue/values/reduced-date.js';
import type { DisputedFact, OwnCandidate, Row } from './row.js';
import { isSameOwn, isSameStanding } from './same-metadata.js';

/**
 * All rows of one date list the same doubts, and each further fact of the date may change these. So only the last row
 * of the date lists them. An earlier row lists just the facts that determine its properties, without doubts. This is
 * done only where `completeDisputed` can restore the whole list from that and from the list of the last row.
 *
 * @param rows in order; all rows of each date
 * @returns the same rows, abridged
 */
export function abridgeRows<R extends Pick<Row, 'validFrom' | 'says'>>(rows: readonly R[]): R[] {
  const abridged = [...rows];
  for (let n = rows.length - 2, last = rows.length - 1; n >= 0; n -= 1) {
    const row = rows[n] as R;
    if (row.validFrom !== rows[last]?.validFrom) last = n;
    else if (row.says.disputed.length > 0) abridged[n] = abridge(row, (rows[last] as R).says.disputed);
  }
  return abridged;
}

function abridge<R extends Pick<Row, 'says'>>(row: R, ofLast: readonly DisputedFact[]): R {
  const { says } = row;
  if (!haveOneRecord(says.disputed, ofLast)) return row;
  if (!follows(says.disputed, ofLast)) return row;
  return { ...row, says: { ...says, disputed: says.disputed.filter(determines).map(withoutDoubts) } };
}

/** Whether all entries share one record, and give what `compareDisputed` needs to order them. */
function haveOneRecord(disputed: readonly DisputedFact[], ofLast: readonly DisputedFact[]): boolean {
  const record = ofLast[0]?.record;
  const isOfRecord = (one: DisputedFact): boolean =>
    one.record === record && (one.fact === null || one.own !== undefined) && !one.abridged;
  return disputed.every(isOfRecord) && ofLast.every(isOfRecord);
}

/** The entry of a fact without doubts, by the fact's own versions. Comparisons then find the same object again. */
const known = new WeakMap<readonly OwnCandidate[], DisputedFact>();

function withoutDoubts(one: DisputedFact): DisputedFact {
  const before = one.own && known.get(one.own);
  if (before && before.fact === one.fact && isSameStanding(before, one, false)) return before;
  const entry: DisputedFact = {
    ...one,
    abridged: true,
    disputes: one.disputes.map((dispute) => ({ ...dispute, doubts: [] })),
  };
  if (one.own) known.set(one.own, entry);
  return entry;
}

/** Restores the whole list of an abridged row. @param ofLast the list of the last row of its date */
export function completeDisputed(abridged: readonly DisputedFact[], ofLast: readonly DisputedFact[]): DisputedFact[] {
  const determining = abridged.map(({ abridged: _, ...one }): DisputedFact => {
    const doubting = ofLast.find(({ fact }) => fact === one.fact);
    const disputes = one.disputes.map((dispute) => ({ ...dispute, doubts: doubtsOf(doubting, dispute.n) }));
    return { ...one, disputes };
  });
  const others = ofLast.flatMap((one): DisputedFact[] => {
    const disputes = one.disputes.filter(({ doubts }) => doubts.length > 0);
    if (disputes.length === 0 || determining.some(({ fact }) => fact === one.fact)) return [];
    return [{ ...one, holds: [], disputes }];
  });
  return others.length === 0 ? determining : [...determining, ...others].sort(compareDisputed);
}

/** In fold order. The entry of the last fact of all that share a record may have no position (`null`). */
function compareDisputed(a: DisputedFact, b: DisputedFact): number {
  if (a.fact === null || b.fact === null) return Number(a.fact === null) - Number(b.fact === null);
  const [date, other] = [a.own?.[0]?.occurredAt ?? '', b.own?.[0]?.occurredAt ?? ''];
  return (date === other ? 0 : periodOf(date).from - periodOf(other).from) || a.fact - b.fact;
}

/**
 * Whether `completeDisputed` would restore this list. It only compares, because it is called for each row of a busy day
 * whenever a further fact comes.
 */
function follows(disputed: readonly DisputedFact[], ofLast: readonly DisputedFact[]): boolean {
  const isListed = (one: DisputedFact): boolean =>
    disputed.some((other) => determines(other) && other.fact === one.fact);
  let [determining, others] = [0, 0];
  for (const [n, one] of disputed.entries()) {
    const before = disputed[n - 1];
    if (before && compareDisputed(before, one) > 0) return false;
    const doubting = ofLast.find(({ fact }) => fact === one.fact);
    if (determines(one)) {
      determining += 1;
      if (!one.disputes.every(({ n, doubts }) => isSameList(doubts, doubtsOf(doubting, n)))) return false;
    } else {
      others += 1;
      const last = doubting ?? ofLast.find((other) => doubts(other) && !isListed(other) && isLastOfRecord(one, other));
      if (!last || !isSameDoubt(one, last)) return false;
    }
  }
  return determining > 0 && ofLast.filter((one) => doubts(one) && !isListed(one)).length === others;
}

const determines = ({ holds }: DisputedFact): boolean => holds.length > 0;
const doubts = ({ disputes }: DisputedFact): boolean => disputes.some((dispute) => dispute.doubts.length > 0);

/** Whether one of two entries is that of the last fact of the record, which has no position. */
const isLastOfRecord = (a: DisputedFact, b: DisputedFact): boolean => a.fact === null || b.fact === null;

const NONE: string[] = [];

const doubtsOf = (one: DisputedFact | undefined, n: number): string[] =>
  one?.disputes.find((dispute) => dispute.n === n)?.doubts ?? NONE;

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, n) => value === b[n]);

/** Whether an entry lists those disputes of another that cause doubt. */
function isSameDoubt(one: DisputedFact, last: DisputedFact): boolean {
  if (!isLastOfRecord(one, last) && !isSameOwn(one, last)) return false;
  let count = 0;
  for (const { n, open, doubts } of last.disputes) {
    if (doubts.length === 0) continue;
    const own = one.disputes[count++];
    if (own?.n !== n || own.open !== open || !isSameList(own.doubts, doubts)) return false;
  }
  return count === one.disputes.length;
}
