import type { DataOf } from '#catalogue/catalogue.js';
import type { FoldedFact } from '../define-view.js';
import { latest } from '../lists/latest.js';
import { initialTariff, type Pending, type Tariff } from './tariff.js';

/** What was announced or threatened is kept as that, and moves nothing that holds. */
export function addPending(kind: Pending['kind']) {
  return (before: Tariff | null, { id, data }: FoldedFact<DataOf<'TariffAnnounced' | 'TariffThreatened'>>): Tariff => {
    const tariff = before ?? initialTariff(data);
    const entry: Pending = {
      kind,
      ratePercent: data.ratePercent ?? null,
      effectiveFrom: data.effectiveFrom ?? null,
      condition: data.condition ?? null,
      due: false,
      event: id,
    };
    return { ...tariff, pending: latest([...tariff.pending, entry]) };
  };
}

/**
 * What is still pending after a change. The change fulfils what was announced with its very rate, and what was
 * announced without one. A change to another rate, or to one that is not told, does not show that an announced rate
 * holds.
 */
export function stillPending(pending: readonly Pending[], change: DataOf<'TariffChanged'>): Pending[] {
  return pending.filter(({ ratePercent }) => ratePercent !== null && ratePercent !== change.ratePercent);
}
