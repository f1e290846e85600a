import { randomUUID } from 'node:crypto';

/**
 * An id for an event to which its client gave none: a UUID of version 7 (RFC 9562, 5.7), the time in milliseconds
 * before what is random, so that ids made one after the other lie together in the index. All but the time and the
 * version is taken from one of version 4, for which Node draws its bytes ahead.
 */
export function newEventId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
