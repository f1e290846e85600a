import type { Envelope, StoredEvent } from '#log/event.js';
import { eventKindOf, type Target } from './new-event.js';

/** Where an event would stand, as far as what follows from it depends on that. */
export interface ProvisionalPlace {
  position: number;
  version: number;
  requestEnd: number;
  recordedAt: string;
}

/** An event as the log would hold it. Its hashes are those of nothing. */
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
