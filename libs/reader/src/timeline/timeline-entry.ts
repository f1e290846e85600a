import { sentenceOf } from '#catalogue/catalogue.js';
import { clauseOf } from '#catalogue/wording/sentence.js';
import { correctionsMade } from '#history/facts/corrections-made.js';
import type { FactState } from '#history/facts/fact-state.js';
import type { PressTime } from '#history/facts/published-by.js';
import { retractionCounts } from '#history/facts/resolve-account.js';
import { countUndated } from '#history/facts/undated.js';
import type { ResolvedAccount, ResolvedFact } from '#history/facts/resolved-fact.js';
import { firstAndLatestOf, latestOf } from '#history/fold/row.js';
import type { Certainty } from '#log/event.js';

/** One source's account of a fact, as the timeline shows it. */
export interface SourceEntry {
  /** The event that gave the account: the fact's own, or a corroboration. */
  event: string;
  publisher: string | null;
  url: string | null;
  article: string | null;
  headline: string | null;
  /** As precise as known; `null` where not known at all. */
  publishedAt: string | null;
  quote: string | null;
  /** Where the quote stands in the article's body, in UTF-16 units, end exclusive. */
  quoteStart: number | null;
  quoteEnd: number | null;
  attributedTo: string | null;
  occurredAt: string;
  certainty: Certainty;
  /** The article's text was not available when the account was recorded, and the quote was not checked. */
  unverified?: true;
  /** The later revision of the article that no longer has the quote. Set where the timeline is answered. */
  quoteDroppedIn?: { article: string; revision: number };
}

/** A fact as the timeline shows it. */
export interface TimelineEntry {
  id: string;
  type: string;
  story: string;
  position: number;
  occurredAt: string;
  /** When the source of the winning account published it. */
  reportedAt: string | null;
  recordedAt: string;
  certainty: Certainty;
  sentence: string;
  data: Record<string, unknown>;
  /** The winning account, and the latest 49 others. Empty only where a story was opened or closed without a source. */
  sources: SourceEntry[];
  /** The latest 50. */
  corrected?: { event: string; recordedAt: string; reason: string }[];
  retracted?: { event: string; recordedAt: string; reason: string };
  /** A later revision no longer has the quote of one of its sources. Set where the timeline is answered. */
  quoteDropped?: true;
  /** How many there are, listed or not. */
  counts: { sources: number; corrected: number };
  /**
   * On the press's clock: how many of its accounts, sourced corrections and sourced retractions are left out for want
   * of a date of publication alone.
   */
  undated?: number;
}

/**
 * A fact with its sentence, its sources, and the corrections or the retraction of it.
 *
 * @param resolved as it is, or as it was before it was withdrawn
 * @param press the date of publication by which it was resolved
 * @param title what its sentence calls its subject; without it, by the title or the slug in the fact itself
 */
export function timelineEntry(
  state: FactState,
  resolved: ResolvedFact,
  withdrawn: boolean,
  press: PressTime,
  title?: string,
): TimelineEntry {
  const [winner] = resolved.accounts;
  const retraction = withdrawn
    ? state.retractions.find((one) => one.target === state.id && retractionCounts(one, press))
    : undefined;
  const corrections = correctionsMade(state, press);
  const corrected = latestOf(corrections).map(({ correction: { id, recordedAt, reason } }) => ({
    event: id,
    recordedAt,
    reason,
  }));
  const sources = resolved.accounts.filter((account) => account.source !== null);
  return {
    id: state.id,
    type: state.type,
    story: state.story,
    position: state.position,
    occurredAt: resolved.occurredAt,
    reportedAt: winner?.source?.publishedAt ?? null,
    recordedAt: state.accounts[0]?.recordedAt ?? '',
    certainty: resolved.certainty,
    sentence: sentenceFor(resolved, title),
    data: resolved.data,
    sources: firstAndLatestOf(sources).map(sourceEntry),
    ...(corrected.length > 0 && { corrected }),
    ...(retraction && {
      retracted: { event: retraction.id, recordedAt: retraction.recordedAt, reason: retraction.reason },
    }),
    counts: { sources: sources.length, corrected: corrections.length },
    ...(press.reportedAsOf !== Infinity && { undated: countUndated(state, press) }),
  };
}

/**
 * A fact in words. A claim is worded as what somebody says, never as what is true.
 *
 * @param title what the sentence calls its subject; without it, by the title or the slug in the fact itself
 */
export function sentenceFor(resolved: ResolvedFact, title?: string): string {
  const data = title === undefined ? resolved.data : { ...resolved.data, title };
  const sentence = sentenceOf(resolved.type, data, {
    occurredAt: resolved.occurredAt,
    certainty: resolved.certainty,
    attributedTo: resolved.accounts[0]?.source?.attributedTo,
  });
  if (!resolved.claim) return sentence;
  const clause = clauseOf(sentence, data);
  const by = `According to ${resolved.by ?? 'a source that is not named'}`;
  return clause === null ? `${by}: ${sentence}` : `${by}, ${clause}`;
}

function sourceEntry({ event, source, occurredAt, certainty }: ResolvedAccount): SourceEntry {
  return {
    event,
    publisher: source?.publisher ?? null,
    url: source?.url ?? null,
    article: source?.article ?? null,
    headline: source?.headline ?? null,
    publishedAt: source?.publishedAt ?? null,
    quote: source?.quote ?? null,
    quoteStart: source?.quoteStart ?? null,
    quoteEnd: source?.quoteEnd ?? null,
    attributedTo: source?.attributedTo ?? null,
    occurredAt,
    certainty,
    ...(source?.unverified && { unverified: true as const }),
  };
}
