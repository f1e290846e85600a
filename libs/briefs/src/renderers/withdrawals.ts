import type { DataOf } from '#catalogue/catalogue.js';
import { withdrawal } from '#catalogue/wording/tariffs.js';
import type { Tariff, TariffPlan } from '#views/tariffs/tariff.js';
import type { Board, Fact } from '../model/brief-input.js';
import { evidenceOf } from '../model/sentence.js';

type Withdrawal = DataOf<'TariffPlanWithdrawn'>;

/**
 * Completes the withdrawals of tariff plans among some facts. A withdrawal may leave out what it withdrew. Its sentence
 * then says whether that was a threat or an announcement and, if it was one plan alone, the rate and the date. For this
 * it also cites the facts that reported the plans. Where one of these is missing among the facts, the withdrawal stays
 * as it is.
 */
export function describeWithdrawals(facts: readonly Fact[], { views }: Pick<Board, 'views'>): Fact[] {
  const plans = (views['tariffs'] ?? []).flatMap(({ state }) => (state as Tariff | null)?.plans ?? []);
  const withdrawn = plans.filter(({ fate }) => fate === 'withdrawn');
  return facts.map((fact) => {
    const own = withdrawn.filter(({ settledBy }) => settledBy === fact.id);
    const reports = own.flatMap(({ event }) => facts.find(({ id }) => id === event) ?? []);
    return own.length === 0 || reports.length < own.length ? fact : describeWithdrawal(fact, own, reports);
  });
}

function describeWithdrawal(fact: Fact, plans: readonly TariffPlan[], reports: readonly Fact[]): Fact {
  const given = fact.data as Withdrawal;
  const [plan] = plans;
  const only = plan && plans.length === 1 ? plan : null;
  const data: Withdrawal = {
    ...given,
    ...(only && only.ratePercent !== null && { ratePercent: only.ratePercent }),
    ...(only && only.date !== null && { effectiveFrom: only.date }),
  };
  const evidence = new Set(evidenceOf(fact));
  const namedBy = [...(fact.namedBy ?? []), ...reports.flatMap(evidenceOf)].filter((event) => !evidence.has(event));
  return { ...fact, data: { ...data }, sentence: withdrawal(data, kindOf(plans)), namedBy: [...new Set(namedBy)] };
}

function kindOf(plans: readonly TariffPlan[]): Parameters<typeof withdrawal>[1] {
  if (plans.every(({ kind }) => kind === 'announced')) return 'announced';
  if (plans.some(({ kind }) => kind === 'announced')) return 'planned';
  return plans.length === 1 ? 'threat of' : 'threats of';
}
