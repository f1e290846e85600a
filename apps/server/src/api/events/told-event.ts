import type { StoredEvent } from '#log/event.js';
import { afterEvent, type FactForm } from '#projector/facts/fact-form.js';
import { publishedBy } from '#projector/facts/published-by.js';
import { tellFact } from '#projector/facts/tell-fact.js';
import { firstAndLatestOf, latestOf } from '#projector/fold/listed.js';
import { correctionsMade } from '#projector/read/corrections-made.js';
import type { EventBody, EventDetailBody } from './event.schema.js';

/** An event of the log as it is answered. */
export function toldEvent(event: StoredEvent): EventBody {
  const { id, type, schemaVersion, story, occurredAt, certainty, data, source, position, version, requestEnd, recordedAt, recordedBy } =
    event;
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
export function toldInFull(event: StoredEvent, fact: StoredEvent, about: readonly StoredEvent[], reportedAsOf: number): EventDetailBody {
  const form = about.reduce<FactForm>((form, one) => afterEvent(form, one), afterEvent(null, fact));
  const told = tellFact(form, reportedAsOf);
  const concerns = ({ target }: { target: string }): boolean => event === fact || target === event.id;
  const published = form.retractions.filter((one) => publishedBy(one.source, reportedAsOf));
  const accounts = told?.accounts ?? [];
  const corrections = correctionsMade(form, reportedAsOf)
    .map(({ correction }) => correction)
    .filter(concerns);
  const retractions = published.filter(concerns);
  return {
    ...toldEvent(event),
    stands: told !== null && !published.some((one) => one.target === event.id),
    accounts: firstAndLatestOf(accounts).map(({ event: by, publisher, occurredAt, certainty, data, corrected, source }) => ({
      event: by,
      publisher,
      occurredAt,
      certainty,
      data,
      corrected,
      source,
    })),
    corrections: latestOf(corrections).map(({ id, position: _position, ...correction }) => ({ event: id, ...correction })),
    retractions: latestOf(retractions).map(({ id, position: _position, ...retraction }) => ({ event: id, ...retraction })),
    counts: { accounts: accounts.length, corrections: corrections.length, retractions: retractions.length },
  };
}
