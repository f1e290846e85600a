import { v7 } from 'uuid';
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

/**
 * An event ready for the log: its envelope sealed, an id where the client gave none.
 *
 * @param source what the client named, with what its article gave; `null` where none was named
 * @param target of an event about an event, else `null`
 */
export function newEvent(event: ParsedEvent, source: EventSource | null, target: Target | null): NewEvent {
  const story = target?.story ?? event.story;
  if (story === undefined) throw new Error(`an event of type ${event.type} has neither a story nor a target`);
  const id = event.id ?? v7();
  const envelope: Envelope = {
    id,
    type: event.type,
    schemaVersion: eventDefinition(event.type)?.version ?? 1,
    story,
    ...(event.about !== 'event' && { occurredAt: event.occurredAt, certainty: event.certainty }),
    data: event.data,
    ...(source && { source }),
  };
  const { text, contentHash } = sealEnvelope(envelope);
  return {
    id,
    idGiven: event.id !== undefined,
    kind: kindOf(event.type),
    type: event.type,
    story,
    about: target && { target: target.id, factId: target.factId, factType: target.factType },
    envelope: text,
    contentHash,
  };
}

function kindOf(type: string): EventKind {
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
