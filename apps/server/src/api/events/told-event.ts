import type { StoredEvent } from '#log/event.js';
import { afterEvent, type FactForm } from '#projector/facts/fact-form.js';
import { tellFact } from '#projector/facts/tell-fact.js';
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
 * An event with what was said about it since.
 *
 * @param fact the event of the fact that it belongs to: itself, but for an event about an event
 * @param about all events about that fact, oldest first
 */
export function toldInFull(event: StoredEvent, fact: StoredEvent, about: readonly StoredEvent[]): EventDetailBody {
  const form = about.reduce<FactForm>((form, one) => afterEvent(form, one), afterEvent(null, fact));
  const told = tellFact(form);
  const remarks = (all: FactForm['corrections'] | FactForm['retractions']) =>
    all.map(({ id, recordedAt, reason }) => ({ event: id, recordedAt, reason }));
  const withdrawn = form.retractions.some((one) => one.target === event.id);
  return {
    ...toldEvent(event),
    stands: told !== null && !withdrawn,
    accounts: (told?.accounts ?? []).map(({ event: by, publisher, occurredAt, certainty, data, corrected, source }) => ({
      event: by,
      publisher,
      occurredAt,
      certainty,
      data,
      corrected,
      source,
    })),
    corrections: remarks(form.corrections),
    retractions: remarks(form.retractions),
  };
}
