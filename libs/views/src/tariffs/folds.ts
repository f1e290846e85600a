import type { DataOf } from '#catalogue/catalogue.js';
import type { FoldedFact } from '../define-view.js';
import { upsert } from '../lists/latest.js';
import { stillPending } from './pending.js';
import { lastKnown, initialTariff, type Rate, type Tariff } from './tariff.js';

/**
 * A new rate holds, of one basis. A change of which only the direction is told leaves the rate unknown: "reduced from
 * 145" is no longer 145, and nobody said what it is.
 */
export function changed(before: Tariff | null, { data, occurredAt }: FoldedFact<DataOf<'TariffChanged'>>): Tariff {
  const tariff = before ?? initialTariff(data);
  const basis = data.basis ?? null;
  const stood = tariff.rates.find((rate) => rate.basis === basis);
  const rate = { ...rateTold(data), basis, previousRatePercent: data.previousRatePercent ?? lastKnown(stood) };
  return {
    ...tariff,
    ...rate,
    rates: upsert<Rate>(tariff.rates, ({ basis }) => basis, { ...rate, since: occurredAt }),
    status: 'in_force',
    until: null,
    pending: stillPending(tariff.pending, data),
  };
}

/**
 * A rate is a property of its own for each basis: 30 additional and 55 cumulative do not contradict each other. One
 * that is not told is not known, which contradicts nobody.
 */
export function changeSays(data: DataOf<'TariffChanged'>): Record<string, unknown> {
  const told = rateTold(data);
  return {
    [`rate:${data.basis ?? 'unstated'}`]: told.ratePercent === null ? null : told,
    status: 'in_force',
    until: null,
  };
}

/** Not collected for a while: the rate is still the one that comes back. */
export function suspended(before: Tariff | null, { data }: FoldedFact<DataOf<'TariffSuspended'>>): Tariff {
  return { ...(before ?? initialTariff(data)), status: 'suspended', until: data.until ?? null };
}

/**
 * Nothing is in force, so no rate is told on top: not 0 either, which would be a rate. What stood last is
 * `previousRatePercent`, and `rates` keeps the latest of each basis. A lift can be for a time, `until`.
 */
export function lifted(before: Tariff | null, { data }: FoldedFact<DataOf<'TariffLifted'>>): Tariff {
  const tariff = before ?? initialTariff(data);
  return {
    ...tariff,
    ratePercent: null,
    comparator: null,
    previousRatePercent: lastKnown(tariff),
    status: 'lifted',
    until: data.until ?? null,
  };
}

function rateTold(data: DataOf<'TariffChanged'>): Pick<Rate, 'ratePercent' | 'comparator'> {
  if (data.ratePercent === undefined) return { ratePercent: null, comparator: null };
  return { ratePercent: data.ratePercent, comparator: data.comparator ?? 'eq' };
}
