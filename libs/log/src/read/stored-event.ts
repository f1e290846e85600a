import { upcastData } from '#catalogue/catalogue.js';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { Envelope, EventKind, StoredEvent } from '../event.js';

/** The columns of an event, as `EVENT_COLUMNS` selects them. */
export interface EventRow {
  position: string;
  version: string;
  kind: number;
  target: string | null;
  fact_id: string;
  fact_type: string;
  request_end: string;
  recorded_us: string;
  recorded_by: string;
  content_hash: string;
  hash: string;
  envelope: Envelope;
}

/** For `event e`. Times are numbers of microseconds, because a JavaScript `Date` would lose three digits. */
export const EVENT_COLUMNS = `
  e.position, e.version, e.kind, e.target, e.fact_id, e.fact_type, e.request_end,
  (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us, e.recorded_by,
  encode(e.content_hash, 'hex') as content_hash, encode(e.hash, 'hex') as hash, e.envelope`;

/** An event as the log holds it, with its data upcast to the current schema version of its type. */
export function readRow(row: EventRow): StoredEvent {
  const { envelope } = row;
  // Added to the envelope in place. Nobody else holds it, and copies of a whole log would burden the garbage collector.
  return Object.assign(envelope, {
    data: upcastData(envelope.type, envelope.schemaVersion, envelope.data) as Record<string, unknown>,
    position: Number(row.position),
    version: Number(row.version),
    kind: row.kind as EventKind,
    target: row.target,
    factId: row.fact_id,
    factType: row.fact_type,
    requestEnd: Number(row.request_end),
    recordedAt: formatInstant(Number(row.recorded_us)),
    recordedBy: row.recorded_by,
    contentHash: row.content_hash,
    hash: row.hash,
  });
}
