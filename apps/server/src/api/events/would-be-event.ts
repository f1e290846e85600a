import type { Envelope, StoredEvent } from '#log/event.js';
import { kindOf, type Target } from './new-event.js';

/** Where an event would stand, as far as what follows from it depends on that. */
export interface WouldBePlace {
  position: number;
  version: number;
  requestEnd: number;
  recordedAt: string;
}

/** An event as the log would hold it. Its hashes are those of nothing. */
export function wouldBeEvent(envelope: Envelope, target: Target | null, place: WouldBePlace): StoredEvent {
  return {
    ...envelope,
    ...place,
    kind: kindOf(envelope.type),
    target: target?.id ?? null,
    factId: target?.factId ?? envelope.id,
    factType: target?.factType ?? envelope.type,
    recordedBy: '',
    contentHash: '',
    hash: '',
  };
}
