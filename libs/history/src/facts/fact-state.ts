import { EventKind, type Certainty, type EventSource, type StoredEvent } from '#log/event.js';

/**
 * One source's account of a fact, as it was recorded. A corroboration inherits the fields that it does not give from
 * the fact's own account.
 */
export interface Account {
  /** The event that gave it: the fact's own event, or a corroboration. */
  id: string;
  position: number;
  recordedAt: string;
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: Certainty;
  source: EventSource | null;
}

/** Each field that a correction gives replaces that field of one account as a whole. */
export interface Correction {
  id: string;
  position: number;
  recordedAt: string;
  /** The corrected account: the id of the event that gave it. */
  target: string;
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: Certainty;
  /**
   * When the source of the account was really published. Unlike the other fields it counts on every date of
   * publication, whether or not the correction itself has a source.
   */
  publishedAt?: string;
  reason: string;
  source: EventSource | null;
}

export interface Retraction {
  id: string;
  position: number;
  recordedAt: string;
  /** The id of the fact, or of the event that gave one account of it. */
  target: string;
  reason: string;
  source: EventSource | null;
}

/** A fact as of one position of the log: its event, and all events about it so far. Nothing is resolved yet. */
export interface FactState {
  id: string;
  type: string;
  story: string;
  /** The position of the fact's own event. It orders facts of the same date, whatever was corrected. */
  position: number;
  /** The fact's own account comes first. Their sources have the corrected dates of publication. */
  accounts: Account[];
  corrections: Correction[];
  retractions: Retraction[];
}

/**
 * The state of a fact after one more event. Pure: `before` is not changed.
 *
 * @param before `null` exactly for the fact's own event
 * @throws if an event about a fact comes without that fact; the log has no such event
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
      const state = requireFact(before, event);
      return { ...state, accounts: [...state.accounts, { id, position, recordedAt, ...fieldsOf(event.data), source }] };
    }
    case EventKind.correction: {
      const state = requireFact(before, event);
      const correction = {
        id,
        position,
        recordedAt,
        target: targetOf(event),
        ...fieldsOf(event.data),
        ...publicationOf(event.data),
        reason: String(event.data.reason),
        source,
      };
      return {
        ...state,
        accounts: withPublications(state.accounts, [correction]),
        corrections: [...state.corrections, correction],
      };
    }
    case EventKind.retraction: {
      const state = requireFact(before, event);
      const retraction = {
        id,
        position,
        recordedAt,
        target: targetOf(event),
        reason: String(event.data.reason),
        source,
      };
      return { ...state, retractions: [...state.retractions, retraction] };
    }
  }
}

/**
 * A state whose accounts have their corrected dates of publication; the same state where no correction gives one.
 * Applying it twice changes nothing more.
 */
export function withCorrectedPublications(state: FactState): FactState {
  const accounts = withPublications(state.accounts, state.corrections);
  return accounts === state.accounts ? state : { ...state, accounts };
}

/** Accounts after some corrections, in the order of the log. For each account, its last corrected date wins. */
function withPublications(accounts: Account[], corrections: readonly Correction[]): Account[] {
  if (!corrections.some(({ publishedAt }) => publishedAt !== undefined)) return accounts;
  const dates = new Map(
    corrections.flatMap(({ target, publishedAt }) => (publishedAt === undefined ? [] : [[target, publishedAt]])),
  );
  return accounts.map((account) => {
    const publishedAt = dates.get(account.id);
    if (publishedAt === undefined || account.source === null || account.source.publishedAt === publishedAt)
      return account;
    return { ...account, source: { ...account.source, publishedAt } };
  });
}

interface Fields {
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: Certainty;
}

/** The three fields of an account that can be given and corrected. Absent fields stay absent. */
function fieldsOf(given: { occurredAt?: unknown; data?: unknown; certainty?: unknown }): Fields {
  return {
    ...(given.occurredAt === undefined ? {} : { occurredAt: given.occurredAt as string }),
    ...(given.data === undefined ? {} : { data: given.data as Record<string, unknown> }),
    ...(given.certainty === undefined ? {} : { certainty: given.certainty as Certainty }),
  };
}

const publicationOf = ({ publishedAt }: Record<string, unknown>): { publishedAt?: string } =>
  typeof publishedAt === 'string' ? { publishedAt } : {};

function requireFact(before: FactState | null, event: StoredEvent): FactState {
  if (!before) throw new Error(`event ${event.position} is about fact ${event.factId}, which does not exist`);
  return before;
}

function targetOf(event: StoredEvent): string {
  if (event.target === null) throw new Error(`event ${event.position} has no target`);
  return event.target;
}
