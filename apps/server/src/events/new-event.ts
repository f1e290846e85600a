import { eventDefinition } from '#catalogue/catalogue.js';
import type { ParsedEvent } from '#catalogue/event-input.js';
import type { WebSource } from '#catalogue/source.js';
import { type NewEvent, sealEnvelope } from '#log/append/append-request.js';
import { EventKind, type Envelope, type EventSource, type StoredEvent } from '#log/event.js';
import type { Problem } from '../problems/problem.js';

/** The target of a correction, retraction or corroboration, as the log has it. */
export interface Target {
  id: string;
  story: string;
  factId: string;
  factType: string;
}

/** An event with the id of the client, or with a new one. */
export type IdentifiedEvent = ParsedEvent & { id: string };

/** An event with its stored source. */
export interface SourcedEvent {
  event: IdentifiedEvent;
  source: EventSource | null;
}

/** An event with its source and its target. */
export interface ResolvedEvent extends SourcedEvent {
  /** `null` for an event that is not about an event, and where there is no such event. */
  target: Target | null;
  /** Why the target does not allow the event. Thrown only where no earlier check of the log fails. */
  refusal: Problem | null;
  /** Of a correction by a patch: the position of the last event from which the patched data were read. */
  madeAt?: number;
}

/** Whether an event is about another event, which has to be found. */
export const isMetaEvent = ({ event }: SourcedEvent): boolean => event.about === 'event';

export const withoutTarget = (one: SourcedEvent): ResolvedEvent => ({ ...one, target: null, refusal: null });

/** Whether the source of an event names an article, which has to be found. */
export const namesArticle = (event: ParsedEvent): boolean => articleOf(event) !== undefined;

/** The stored source of an event that names no article. */
export const webSourceOf = ({ source }: ParsedEvent): EventSource | null =>
  source && !('article' in source) ? ofPage(source) : null;

/** The name of the article that an event cites. */
export const articleOf = ({ source }: ParsedEvent): string | undefined =>
  source && 'article' in source ? source.article : undefined;

const ofPage = ({ attributedTo, publishedAt, publisher, quote, url }: WebSource): EventSource => ({
  attributedTo,
  publishedAt,
  publisher,
  quote,
  url,
});

/** The envelope of an event: the content that the log stores and hashes. A missing field is `undefined`. */
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
 * An event for the log, with its sealed envelope.
 *
 * @param idGiven the client chose the id
 * @param source with the details of its article; `null`: the client named no source
 * @param target of a meta-event; `null`: there is no such event
 * @param refused the target does not allow the meta-event: the log refuses it, unless it is stored already
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

function eventKindOf(type: string): EventKind {
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

/** The place that an event would get in the log, as far as the views depend on it. */
interface ProvisionalPlace {
  position: number;
  version: number;
  requestEnd: number;
  recordedAt: string;
}

/** An event as the log would store it, without its hashes and `recordedBy`, on which no view depends. */
export function provisionalEvent(envelope: Envelope, target: Target | null, place: ProvisionalPlace): StoredEvent {
  return {
    ...envelope,
    ...place,
    kind: eventKindOf(envelope.type),
    target: target?.id ?? null,
    factId: target?.factId ?? envelope.id,
    factType: target?.factType ?? envelope.type,
    recordedBy: '',
    contentHash: '',
    hash: '',
  };
}
