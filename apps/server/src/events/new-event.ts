import { eventDefinition } from '#catalogue/catalogue.js';
import type { ParsedEvent } from '#catalogue/event-input.js';
import type { NewEvent } from '#log/append/append-request.js';
import { sealEnvelope } from '#log/append/envelope.js';
import { EventKind, type Envelope, type EventSource } from '#log/event.js';

/** What a correction, retraction or corroboration is about, as the log has it. */
export interface Target {
  id: string;
  story: string;
  factId: string;
  factType: string;
}

/** An event with its id, that of the client or a new one. */
export type IdentifiedEvent = ParsedEvent & { id: string };

/**
 * What is said, as the log keeps it: its fields stand in the order in which they are sealed, what is missing is
 * `undefined`.
 */
export function envelopeOf(event: IdentifiedEvent, source: EventSource | null, target: Target | null): Envelope {
  const fact = event.about === 'event' ? undefined : event;
  return {
    certainty: fact?.certainty,
    data: event.data,
    id: event.id,
    occurredAt: fact?.occurredAt,
    schemaVersion: eventDefinition(event.type)?.version ?? 1,
    source: source ?? undefined,
    story: target?.story ?? event.story ?? '',
    type: event.type,
  };
}

/**
 * An event ready for the log: its envelope sealed.
 *
 * @param idGiven the client chose its id
 * @param source what the client named, with what its article gave; `null` where none was named
 * @param target of an event about an event, `null` where it is not there
 * @param refused it cannot be acted on in this way: the log refuses the event, unless it holds it already
 */
export function newEvent(
  event: IdentifiedEvent,
  idGiven: boolean,
  source: EventSource | null,
  target: Target | null,
  refused: boolean,
): NewEvent {
  const envelope = envelopeOf(event, source, target);
  const { text, contentHash } = sealEnvelope(envelope);
  return {
    id: event.id,
    idGiven,
    kind: eventKindOf(event.type),
    type: event.type,
    story: envelope.story,
    about: event.about === 'event' ? aboutOf(event.data.target, refused ? null : target) : null,
    envelope: text,
    contentHash,
  };
}

const aboutOf = (target: string, known: Target | null): NewEvent['about'] =>
  known ? { target, factId: known.factId, factType: known.factType } : { target, factId: null };

export function eventKindOf(type: string): EventKind {
  switch (type) {
    case 'StoryOpened':
      return EventKind.storyOpened;
    case 'StoryClosed':
      return EventKind.storyClosed;
    case 'EventCorrected':
      return EventKind.correction;
    case 'EventRetracted':
      return EventKind.retraction;
    case 'EventCorroborated':
      return EventKind.corroboration;
    default:
      return EventKind.fact;
  }
}
