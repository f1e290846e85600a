import type { StoredEvent } from '#log/event.js';
import { evolve, type FactState } from '#history/facts/fact-state.js';
import { isPublishedBy } from '#history/facts/published-by.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { firstAndLatestOf, latestOf } from '#history/fold/listed.js';
import { correctionsMade } from '#reader/timeline/corrections-made.js';
import type { EventBody, EventDetailBody } from './event.schema.js';

/** An event of the log as it is answered. */
export function toEventBody(event: StoredEvent): EventBody {
  const {
    id,
    type,
    schemaVersion,
    story,
    occurredAt,
    certainty,
    data,
    source,
    position,
    version,
    requestEnd,
    recordedAt,
    recordedBy,
  } = event;
  return {
    id,
    type,
    schemaVersion,
    story,
    ...(occurredAt !== undefined && { occurredAt }),
    ...(source?.publishedAt !== undefined && { reportedAt: source.publishedAt }),
    ...(certainty !== undefined && { certainty }),
    data,
    ...(source && { source }),
    position,
    version,
    requestEnd,
    recordedAt,
    recordedBy,
    contentHash: event.contentHash,
    hash: event.hash,
  };
}

/**
 * An event with what was said about it since, the latest 50 of each.
 *
 * @param fact the event of the fact that it belongs to: itself, but for an event about an event
 * @param about all events about that fact, oldest first
 * @param reportedAsOf the press by which it is told: microseconds since the epoch, inclusive
 */
export function toEventDetail(
  event: StoredEvent,
  fact: StoredEvent,
  about: readonly StoredEvent[],
  reportedAsOf: number,
): EventDetailBody {
  const form = about.reduce<FactState>((form, one) => evolve(form, one), evolve(null, fact));
  const resolved = resolveFact(form, reportedAsOf);
  const concerns = ({ target }: { target: string }): boolean => event === fact || target === event.id;
  const published = form.retractions.filter((one) => isPublishedBy(one.source, reportedAsOf));
  const accounts = resolved?.accounts ?? [];
  const corrections = correctionsMade(form, reportedAsOf)
    .map(({ correction }) => correction)
    .filter(concerns);
  const retractions = published.filter(concerns);
  return {
    ...toEventBody(event),
    stands: resolved !== null && !published.some((one) => one.target === event.id),
    accounts: firstAndLatestOf(accounts).map(
      ({ event: by, publisher, occurredAt, certainty, data, corrected, source }) => ({
        event: by,
        publisher,
        occurredAt,
        certainty,
        data,
        corrected,
        source,
      }),
    ),
    corrections: latestOf(corrections).map(({ id, position: _position, ...correction }) => ({
      event: id,
      ...correction,
    })),
    retractions: latestOf(retractions).map(({ id, position: _position, ...retraction }) => ({
      event: id,
      ...retraction,
    })),
    counts: { accounts: accounts.length, corrections: corrections.length, retractions: retractions.length },
  };
}
