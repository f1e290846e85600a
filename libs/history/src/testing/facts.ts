import { EventKind, type Certainty, type EventSource, type StoredEvent } from '#log/event.js';
import { evolve, type FactState } from '../facts/fact-state.js';
import { resolveFact } from '../facts/resolve-fact.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';

export interface Given {
  position?: number;
  requestEnd?: number;
  story?: string;
  occurredAt?: string;
  certainty?: Certainty;
  data?: Record<string, unknown>;
  publisher?: string | null;
  publishedAt?: string;
  attributedTo?: string;
}

/** An id that shows its position. */
export const idAt = (position: number): string => `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`;

/** An event as the log stores it, from as many fields as the test gives. */
export function stored(
  kind: EventKind,
  type: string,
  given: Given = {},
  about?: { target: string; factId: string },
): StoredEvent {
  const position = given.position ?? 1;
  const meta = kind >= EventKind.correction;
  return {
    id: idAt(position),
    type,
    schemaVersion: 1,
    story: given.story ?? 'a-story',
    ...(meta ? {} : { occurredAt: given.occurredAt ?? '2025-01-01', certainty: given.certainty ?? 'reported' }),
    data: given.data ?? {},
    ...sourceOf(given),
    position,
    version: position,
    kind,
    target: about?.target ?? null,
    factId: about?.factId ?? idAt(position),
    factType: type,
    requestEnd: given.requestEnd ?? position,
    recordedAt: '2025-11-01T00:00:00.000000Z',
    recordedBy: 'test',
    contentHash: '',
    hash: '',
  };
}

function sourceOf({ publisher = 'Paper', publishedAt, attributedTo }: Given): { source?: EventSource } {
  if (publisher === null) return {};
  return {
    source: {
      url: `https://example.org/${publisher}`,
      publisher,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(attributedTo !== undefined && { attributedTo }),
    },
  };
}

/** A resolved fact with its own account alone. */
export function resolvedFact(type: string, given: Given): ResolvedFact {
  const fact = resolveFact(evolve(null, stored(EventKind.fact, type, given)));
  if (!fact) throw new Error('the fact is withdrawn');
  return fact;
}

/**
 * The state of a fact after further events about it.
 *
 * @param about each has the kind of the event and what it gives; `on`: the position of the account that it is about
 */
export function factState(own: Given, ...about: (Given & { kind: EventKind; on?: number })[]): FactState {
  const first = evolve(null, stored(EventKind.fact, 'TruceExtended', own));
  return about.reduce<FactState>((state, { kind, on, ...given }) => {
    const target = idAt(on ?? first.position);
    return evolve(state, stored(kind, 'About', given, { target, factId: first.id }));
  }, first);
}
