import { sentenceOf } from '#catalogue/catalogue.js';
import { clauseOf } from '#catalogue/wording/clause.js';
import type { Certainty } from '#log/event.js';
import type { FactState } from '#history/facts/fact-state.js';
import { isPublishedBy } from '#history/facts/published-by.js';
import type { ResolvedAccount, ResolvedFact } from '#history/facts/resolved-fact.js';
import { firstAndLatestOf, latestOf } from '#history/fold/listed.js';
import { correctionsMade } from './corrections-made.js';

/** One source's telling, as the timeline shows it. */
export interface SourceEntry {
  /** The event that gave the account: the fact's own, or a corroboration. */
  event: string;
  publisher: string | null;
  url: string | null;
  article: string | null;
  headline: string | null;
  /** As precisely as known; `null` where nobody knows. */
  publishedAt: string | null;
  quote: string | null;
  /** Where the quote stands in the article's body, in UTF-16 units, end exclusive. */
  quoteStart: number | null;
  quoteEnd: number | null;
  attributedTo: string | null;
  occurredAt: string;
  certainty: Certainty;
  /** The article's text was not there when it was recorded, and nothing of it was checked. */
  unverified?: true;
}

/** A fact as the timeline tells it. */
export interface TimelineEntry {
  id: string;
  type: string;
  story: string;
  position: number;
  occurredAt: string;
  /** When the source of the account that tells it published it. */
  reportedAt: string | null;
  recordedAt: string;
  certainty: Certainty;
  sentence: string;
  data: Record<string, unknown>;
  /**
   * The account that tells it, and the latest 49 others. Empty only where a story was opened or closed without a
   * source.
   */
  sources: SourceEntry[];
  /** The latest 50. */
  corrected?: { event: string; recordedAt: string; reason: string }[];
  retracted?: { event: string; recordedAt: string; reason: string };
  /** How many there are, listed or not. */
  counts: { sources: number; corrected: number };
}

/**
 * A fact with its sentence, its sources, and what was said about it since.
 *
 * @param resolved as it stands, or stood before it was withdrawn
 * @param reportedAsOf the press by which it is told
 */
export function timelineEntry(
  form: FactState,
  resolved: ResolvedFact,
  withdrawn: boolean,
  reportedAsOf: number,
): TimelineEntry {
  const [teller] = resolved.accounts;
  const retraction = withdrawn
    ? form.retractions.find((one) => one.target === form.id && isPublishedBy(one.source, reportedAsOf))
    : undefined;
  const corrections = correctionsMade(form, reportedAsOf);
  const corrected = latestOf(corrections).map(({ correction: { id, recordedAt, reason } }) => ({
    event: id,
    recordedAt,
    reason,
  }));
  const sources = resolved.accounts.filter((account) => account.source !== null);
  return {
    id: form.id,
    type: form.type,
    story: form.story,
    position: form.position,
    occurredAt: resolved.occurredAt,
    reportedAt: teller?.source?.publishedAt ?? null,
    recordedAt: form.accounts[0]?.recordedAt ?? '',
    certainty: resolved.certainty,
    sentence: sentenceFor(resolved),
    data: resolved.data,
    sources: firstAndLatestOf(sources).map(sourceEntry),
    ...(corrected.length > 0 && { corrected }),
    ...(retraction && {
      retracted: { event: retraction.id, recordedAt: retraction.recordedAt, reason: retraction.reason },
    }),
    counts: { sources: sources.length, corrected: corrections.length },
  };
}

/** A claim is told as what somebody says, never as what is. */
function sentenceFor(resolved: ResolvedFact): string {
  const sentence = sentenceOf(resolved.type, resolved.data, {
    occurredAt: resolved.occurredAt,
    certainty: resolved.certainty,
    attributedTo: resolved.accounts[0]?.source?.attributedTo,
  });
  if (!resolved.claim) return sentence;
  const clause = clauseOf(sentence, resolved.data);
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
