import { EventKind, type Certainty, type EventSource, type StoredEvent } from '#log/event.js';

/**
 * One source's telling of a fact, as it was recorded. What a corroboration does not give it inherits from the fact's
 * own account.
 */
export interface Account {
  /** The event that gave it: the fact's own, or a corroboration. */
  id: string;
  position: number;
  recordedAt: string;
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: Certainty;
  source: EventSource | null;
}

/** Each field that it gives replaces the whole of that field of one account. */
export interface Correction {
  id: string;
  position: number;
  recordedAt: string;
  /** The account: the id of the event that gave it. */
  target: string;
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: Certainty;
  reason: string;
  source: EventSource | null;
}

export interface Retraction {
  id: string;
  position: number;
  recordedAt: string;
  /** The fact, or one account of it. */
  target: string;
  reason: string;
  source: EventSource | null;
}

/**
 * A fact as it stands at one point of the record: its event, and all that was said about it by then. Nothing is
 * resolved yet.
 */
export interface FactState {
  id: string;
  type: string;
  story: string;
  /** Of its own event: it orders facts of the same date, whatever was corrected. */
  position: number;
  /** The first is the fact's own. */
  accounts: Account[];
  corrections: Correction[];
  retractions: Retraction[];
}

/**
 * The form of a fact after one more event: `before` is `null` exactly for the fact's own event. Pure; `before` is not
 * changed. Throws where an event about a fact comes without it: the log does not allow that.
 */
export function evolve(before: FactState | null, event: StoredEvent): FactState {
  const { id, position, recordedAt } = event;
  const source = event.source ?? null;
  switch (event.kind) {
    case EventKind.fact:
    case EventKind.storyOpened:
    case EventKind.storyClosed:
      return {
        id,
        type: event.type,
        story: event.story,
        position,
        accounts: [{ id, position, recordedAt, ...fieldsOf(event), source }],
        corrections: [],
        retractions: [],
      };
    case EventKind.corroboration: {
      const form = known(before, event);
      return { ...form, accounts: [...form.accounts, { id, position, recordedAt, ...fieldsOf(event.data), source }] };
    }
    case EventKind.correction: {
      const form = known(before, event);
      const correction = {
        id,
        position,
        recordedAt,
        target: targetOf(event),
        ...fieldsOf(event.data),
        reason: String(event.data.reason),
        source,
      };
      return { ...form, corrections: [...form.corrections, correction] };
    }
    case EventKind.retraction: {
      const form = known(before, event);
      const retraction = {
        id,
        position,
        recordedAt,
        target: targetOf(event),
        reason: String(event.data.reason),
        source,
      };
      return { ...form, retractions: [...form.retractions, retraction] };
    }
  }
}

interface Fields {
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: Certainty;
}

/** The three fields of an account that can be given and corrected; absent ones stay absent. */
function fieldsOf(given: { occurredAt?: unknown; data?: unknown; certainty?: unknown }): Fields {
  return {
    ...(given.occurredAt === undefined ? {} : { occurredAt: given.occurredAt as string }),
    ...(given.data === undefined ? {} : { data: given.data as Record<string, unknown> }),
    ...(given.certainty === undefined ? {} : { certainty: given.certainty as Certainty }),
  };
}

function known(before: FactState | null, event: StoredEvent): FactState {
  if (!before) throw new Error(`event ${event.position} is about fact ${event.factId}, which is not there`);
  return before;
}

function targetOf(event: StoredEvent): string {
  if (event.target === null) throw new Error(`event ${event.position} names no target`);
  return event.target;
}
