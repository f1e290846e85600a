import { sentenceOf, type DataOf, type EventType } from '#catalogue/catalogue.js';
import { clauseOf, sentence } from '#catalogue/wording/sentence.js';
import { whose } from '#catalogue/wording/parties.js';
import { rate, tariffsOn } from '#catalogue/wording/tariffs.js';
import { views } from '#views/registry.js';
import type { Fact } from '../model/brief-input.js';
import { citing, type Sentence } from '../model/sentence.js';
import { isClaim, newestFirst, type RenderContext } from '../renderers/render-context.js';
import type { Dates } from '../wording/dates.js';

/** The claims that the board lists for the subjects, then claims of types that no view handles. Each newest first. */
export function relevantClaims(contexts: readonly RenderContext[], facts: readonly Fact[]): Fact[] {
  const onBoard = new Set(contexts.flatMap(({ item }) => item.claims.map(({ event }) => event)));
  const isHandled = (type: string): boolean => views.some(({ on }) => on[type as EventType] !== undefined);
  const claims = facts.filter(isClaim).sort(newestFirst);
  return [...claims.filter(({ id }) => onBoard.has(id)), ...claims.filter(({ type }) => !isHandled(type))];
}

/** A claim with who makes it: "In August, according to the Daily News, the truce was extended." */
export function renderClaim(fact: Fact, dates: Dates): Sentence {
  const [source] = fact.sources;
  const by = source?.attributedTo ?? source?.publisher ?? 'a source that is not named';
  const on = dates.on(fact.occurredAt);
  return citing(claimOfRate(fact, by, on) ?? claimOf(fact, by, dates), [fact]);
}

function claimOf({ type, data, occurredAt, certainty }: Fact, by: string, dates: Dates): string {
  const text = dates.inSentence(sentenceOf(type, data, { occurredAt, certainty }), data);
  const clause = clauseOf(text, data);
  return sentence(dates.on(occurredAt), `, according to ${by}`, clause === null ? `: ${text}` : `, ${clause}`);
}

/** Who claims that a rate has a value does not claim that it was set on that day. `null` for any other claim. */
function claimOfRate({ type, data }: Fact, by: string, on: string): string | null {
  if (type !== 'TariffChanged') return null;
  const { ratePercent, comparator, basis, direction, imposedBy, ...tariff } = data as DataOf<'TariffChanged'>;
  if (ratePercent === undefined || direction !== undefined) return null;
  return sentence(
    `according to ${by}, ${whose(imposedBy)} ${tariffsOn(tariff)} stood at ${rate(ratePercent, comparator, basis)}`,
    on,
  );
}
