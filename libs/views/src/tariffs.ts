import { defineView, type AtInstant, type Deadline } from './define-view.js';
import { appendDistinct } from './lists/latest.js';
import { planDeadlines, plansAt } from './plans/plan.js';
import { changed, changeSays, lifted, planned, planWithdrawn, suspended } from './tariffs/folds.js';
import { FoldedTariff, pendingOf, Tariff, type TariffNames } from './tariffs/tariff.js';
import { endOfPeriod } from './time/ends.js';

const subject = ({ data }: { data: TariffNames }): string => `${data.imposedBy}>${data.appliesTo}:${data.measure}`;

/**
 * Once a suspension or a lift has run out, no source has said what is in force: `unknown`. A plan whose date has passed
 * is `due`, but still only announced.
 */
function at(tariff: FoldedTariff, instant: number): AtInstant<Tariff> {
  const end = isTemporary(tariff) && tariff.until !== null ? endOfPeriod(tariff.until) : Infinity;
  const { plans, next } = plansAt(tariff.plans, instant);
  const status = end <= instant ? 'unknown' : tariff.status;
  const soonest = Math.min(next ?? Infinity, end > instant ? end : Infinity);
  return {
    state: { ...tariff, status, plans, pending: pendingOf(plans) },
    next: soonest === Infinity ? null : soonest,
  };
}

function deadlines(tariff: FoldedTariff): Deadline[] {
  const ends = isTemporary(tariff) && tariff.until !== null ? [expiry(tariff.until, tariff.status)] : [];
  return [...ends, ...planDeadlines(tariff.plans, 'due', ({ kind }) => `${kind} rate takes effect`)];
}

const isTemporary = ({ status }: Pick<Tariff, 'status'>): boolean => status === 'suspended' || status === 'lifted';

const expiry = (date: string, status: Tariff['status']): Deadline => ({
  kind: 'expires',
  date,
  what: status === 'lifted' ? 'lift ends' : 'suspension ends',
  plan: null,
});

export const tariffs = defineView({
  name: 'tariffs',
  version: 6,
  description:
    'Tariffs of one party on another: the reported rates, whether they are in force, what was announced or ' +
    'threatened and what came of it',
  subject: 'imposedBy>appliesTo:measure',
  state: Tariff,
  folded: FoldedTariff,
  headline: ['ratePercent', 'comparator', 'basis', 'status'],
  appendLists: [{ property: 'plans', key: 'event' }],
  on: {
    TariffChanged: { subject, fold: changed, says: ({ data }) => changeSays(data) },
    TariffSuspended: {
      subject,
      fold: suspended,
      says: ({ data }) => ({ status: 'suspended', until: data.until ?? null }),
    },
    TariffLifted: { subject, fold: lifted, says: ({ data }) => ({ status: 'lifted', until: data.until ?? null }) },
    TariffAnnounced: { subject, fold: planned('announced') },
    TariffThreatened: { subject, fold: planned('threatened') },
    TariffPlanWithdrawn: { subject, fold: planWithdrawn },
  },
  at,
  deadlines,
  parties: ({ imposedBy, appliesTo }) => appendDistinct([], [imposedBy, appliesTo]),
});
