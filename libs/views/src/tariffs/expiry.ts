import type { AtInstant, Deadline } from '../define-view.js';
import { hasPassed, nextEnd } from '../time/ends.js';
import type { Tariff } from './tariff.js';

/**
 * What time alone does to a tariff. Once a suspension or a lift has run out nobody has said what holds: `unknown`. What
 * was announced for a date that has passed is `due`, and still only announced.
 */
export function at(tariff: Tariff, instant: number): AtInstant<Tariff> {
  const ranOut = isForATime(tariff) && hasPassed(tariff.until, instant);
  const state: Tariff = {
    ...tariff,
    status: ranOut ? 'unknown' : tariff.status,
    pending: tariff.pending.map((entry) => ({ ...entry, due: entry.due || hasPassed(entry.effectiveFrom, instant) })),
  };
  const dates = tariff.pending.map((entry) => entry.effectiveFrom);
  return { state, next: nextEnd(isForATime(tariff) ? [...dates, tariff.until] : dates, instant) };
}

export function deadlines(tariff: Tariff): Deadline[] {
  const ends = isForATime(tariff) && tariff.until !== null ? [expiry(tariff.until, tariff.status)] : [];
  const coming = tariff.pending
    .filter((entry) => !entry.due)
    .flatMap(({ kind, effectiveFrom }): Deadline[] =>
      effectiveFrom === null ? [] : [{ kind: 'due', date: effectiveFrom, what: `${kind} rate takes effect` }],
    );
  return [...ends, ...coming];
}

const isForATime = ({ status }: Tariff): boolean => status === 'suspended' || status === 'lifted';

const expiry = (date: string, status: Tariff['status']): Deadline => ({
  kind: 'expires',
  date,
  what: status === 'lifted' ? 'lift ends' : 'suspension ends',
});
