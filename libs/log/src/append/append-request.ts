import { canonicalJson } from '#catalogue/canonical-json.js';
import { hash, randomUUID } from 'node:crypto';
import type { Envelope, EventKind } from '../event.js';

/**
 * An id for an event without one: a UUID of version 7 (RFC 9562, 5.7). It begins with the time in milliseconds, so that
 * ids that are generated one after the other are neighbours in the index. The random part is taken from a UUID of
 * version 4, because Node generates the bytes of those in advance.
 */
export function newEventId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** An envelope as it is appended: its canonical JSON (RFC 8785), and the sha256 of that text, hex. */
export interface SealedEnvelope {
  text: string;
  contentHash: string;
}

/** Serializes and hashes an envelope. Two envelopes have the same content hash exactly if they are equal. */
export function sealEnvelope(envelope: Envelope): SealedEnvelope {
  const text = canonicalJson(envelope);
  return { text, contentHash: sha256Hex(text) };
}

export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** An event to append. Its type, story and target are also in the envelope; the log's function reads them from here. */
export interface NewEvent {
  /** UUID. */
  id: string;
  /** Whether the client chose the id: then the event may be stored already. */
  idGiven: boolean;
  kind: EventKind;
  type: string;
  /** '' if the event has a target whose story is not known. */
  story: string;
  /**
   * For a correction, retraction or corroboration: its target, and the fact that the target belongs to. `factId` is
   * null if there is no such target, or none that such an event can be about. Then the request is refused with
   * `target-refused`, unless an earlier check refuses it.
   */
  about: { target: string; factId: string; factType: string } | { target: string; factId: null } | null;
  /** Canonical JSON. */
  envelope: string;
  /** sha256 of the envelope, hex. */
  contentHash: string;
}

/** 1 to 1,000 events that are recorded together: all of them or none, and they become known at the same position. */
export interface AppendRequest {
  events: NewEvent[];
  /** The name of the key that recorded it. */
  recordedBy: string;
  /** The Idempotency-Key, and a sha256 (hex) of what the client sent with it. */
  idempotency?: { key: string; fingerprint: string } | undefined;
  /** The version that the story must have (If-Match). All events are then of one story. */
  expectedVersion?: number | undefined;
  /**
   * Only for one correction whose data were made by patching those of its target: the position of the last event from
   * which these data were read. The log refuses the request if a later event corrects them.
   */
  madeAt?: number | undefined;
}

/** Where an event is stored. */
export interface AppendedEvent {
  id: string;
  story: string;
  position: number;
  version: number;
  recordedAt: string;
  hash: string;
  /** Whether it had been stored before, with the same content. */
  duplicate: boolean;
}

export type AppendRefusal =
  | {
      code:
        | 'event-id-conflict'
        | 'target-refused'
        | 'already-retracted'
        | 'story-exists'
        | 'unknown-story'
        | 'story-closed'
        | 'data-moved';
      index: number;
    }
  | { code: 'version-mismatch'; index: number; actualVersion: number }
  | { code: 'idempotency-key-reused'; index: number };

export type AppendResult =
  /** `replayed`: the same request was stored before with this Idempotency-Key; these are the events of that time. */
  { ok: true; position: number; replayed: boolean; events: AppendedEvent[] } | ({ ok: false } & AppendRefusal);

/** The log could not be reached in time. The events may have been stored: send them again with the same ids. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`the log cannot be reached: ${reason}`, options);
  }
}

/** The log records nothing, because the clocks contradict each other. It goes on once the wrong one is corrected. */
export class ClocksDisagree extends Error {
  override readonly name = 'ClocksDisagree';
}

/** Converts the error that the clock rule of `append_events` raised. */
export const clocksDisagree = (cause: unknown): ClocksDisagree =>
  new ClocksDisagree(cause instanceof Error ? cause.message : String(cause), { cause });
