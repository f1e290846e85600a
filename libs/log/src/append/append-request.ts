import type { EventKind } from '../event.js';

/** One event to append. Its type, story and target are also inside the envelope; the log's function reads them here. */
export interface NewEvent {
  /** UUID. */
  id: string;
  /** The client chose the id: the event may be stored already. */
  idGiven: boolean;
  kind: EventKind;
  type: string;
  /** '' where that of a target is not known. */
  story: string;
  /**
   * For a correction, retraction or corroboration: what it is about, and the fact that this belongs to. Without a fact
   * there is no such target, or none that can be acted on in this way: the request is refused with `target-refused`,
   * unless something that is checked before refuses it.
   */
  about: { target: string; factId: string; factType: string } | { target: string; factId: null } | null;
  /** Canonical JSON. */
  envelope: string;
  /** sha256 of it, hex. */
  contentHash: string;
}

/** What one call records: atomic in the log, and atomic in what is known. 1 to 1,000 events. */
export interface AppendRequest {
  events: NewEvent[];
  /** The name of the key that recorded it. */
  recordedBy: string;
  /** Idempotency-Key, and a sha256 (hex) of what the client said with it. */
  idempotency?: { key: string; fingerprint: string } | undefined;
  /** The version that the story must have (If-Match); the events are of one story then. */
  expectedVersion?: number | undefined;
}

/** Where an event stands. */
export interface AppendedEvent {
  id: string;
  story: string;
  position: number;
  version: number;
  recordedAt: string;
  hash: string;
  /** It had been stored before, with the same content. */
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
        | 'story-closed';
      index: number;
    }
  | { code: 'version-mismatch'; index: number; actualVersion: number }
  | { code: 'idempotency-key-reused'; index: number };

export type AppendResult =
  /** `replayed`: the Idempotency-Key had been used for the same request, and this is what it stored then. */
  { ok: true; position: number; replayed: boolean; events: AppendedEvent[] } | ({ ok: false } & AppendRefusal);

/** The log could not be reached in time. Whether the events were stored is not known: send the same ids again. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`the log cannot be reached: ${reason}`, options);
  }
}

/** The log refuses to record, since the clocks contradict each other. It goes on once the wrong one is set right. */
export class ClocksDisagree extends Error {
  override readonly name = 'ClocksDisagree';
}

/** What the log said by its clock rule, as an error of its own. */
export const clocksDisagree = (cause: unknown): ClocksDisagree =>
  new ClocksDisagree(cause instanceof Error ? cause.message : String(cause), { cause });
