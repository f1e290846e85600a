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

/** An event as the log would hold it, of as much as the test says. */
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

/** A fact by its own account alone. */
export function told(type: string, given: Given): ResolvedFact {
  const fact = resolveFact(evolve(null, stored(EventKind.fact, type, given)));
  if (!fact) throw new Error('the fact is withdrawn');
  return fact;
}

/**
 * A fact and what was said about it: each step is the kind of event and what it gives. `on`: the account that it is
 * about, by position.
 */
export function form(own: Given, ...about: (Given & { kind: EventKind; on?: number })[]): FactState {
  const first = evolve(null, stored(EventKind.fact, 'TruceExtended', own));
  return about.reduce<FactState>((standing, { kind, on, ...given }) => {
    const target = idAt(on ?? first.position);
    return evolve(standing, stored(kind, 'About', given, { target, factId: first.id }));
  }, first);
}
