import { sentenceOf, type DataOf, type EventType } from '#catalogue/catalogue.js';
import { clauseOf } from '#catalogue/wording/clause.js';
import { whose } from '#catalogue/wording/parties.js';
import { sentence } from '#catalogue/wording/sentence.js';
import { rate, tariffsOn } from '#catalogue/wording/tariffs.js';
import { views } from '#views/registry.js';
import type { Fact } from '../material.js';
import { citing, type Sentence } from '../sentence.js';
import { newestFirst, stands, type RenderContext } from '../render-context.js';
import type { Dates } from '../wording/dates.js';

/** What is claimed of the subjects and not yet overtaken, then claims of what no view keeps: the newest first. */
export function standingClaims(contexts: readonly RenderContext[], facts: readonly Fact[]): Fact[] {
  const onBoard = new Set(contexts.flatMap(({ item }) => item.claims.map(({ event }) => event)));
  const kept = (type: string): boolean => views.some(({ on }) => on[type as EventType] !== undefined);
  const claims = facts.filter((fact) => stands(fact) && fact.certainty === 'claimed').sort(newestFirst);
  return [...claims.filter(({ id }) => onBoard.has(id)), ...claims.filter(({ type }) => !kept(type))];
}

/** What somebody says, as theirs: "In August, according to the Daily News, the truce was extended." */
export function claimTold(fact: Fact, dates: Dates): Sentence {
  const [teller] = fact.sources;
  const by = teller?.attributedTo ?? teller?.publisher ?? 'a source that is not named';
  const on = dates.on(fact.occurredAt);
  return citing(rateClaimed(fact, by, on) ?? asClaimed(fact, by, dates), [fact]);
}

function asClaimed({ type, data, occurredAt, certainty }: Fact, by: string, dates: Dates): string {
  const text = dates.inSentence(sentenceOf(type, data, { occurredAt, certainty }), data);
  const clause = clauseOf(text, data);
  return sentence(dates.on(occurredAt), `, according to ${by}`, clause === null ? `: ${text}` : `, ${clause}`);
}

/** Who says that a rate is so much does not say that it was set then. */
function rateClaimed({ type, data }: Fact, by: string, on: string): string | null {
  if (type !== 'TariffChanged') return null;
  const { ratePercent, comparator, basis, direction, imposedBy, ...tariff } = data as DataOf<'TariffChanged'>;
  if (ratePercent === undefined || direction !== undefined) return null;
  return sentence(
    `according to ${by}, ${whose(imposedBy)} ${tariffsOn(tariff)} stood at ${rate(ratePercent, comparator, basis)}`,
    on,
  );
}
