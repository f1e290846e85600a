import type { DisputeRecord } from '../fold/row.js';

/** A version of a record of disputes, with the positions between which it is believed. */
export interface RecordVersion {
  key: string;
  /** The start of the UTC day on which its facts begin. */
  day: number;
  /** JSON of its disputes. */
  text: string;
  knownFrom: number;
  /** `null` while it is believed. */
  knownTo: number | null;
  /** Whether it is in the database. */
  stored: boolean;
}

/** How a change changes records. Closed versions have their `knownTo` set. */
export interface RecordChanges {
  inserted: RecordVersion[];
  closed: RecordVersion[];
}

export const noRecordChanges = (): RecordChanges => ({ inserted: [], closed: [] });

/**
 * Replaces the records of some days. Equal records stay as they are.
 *
 * @param current by key; changed in place
 * @param records all records of the facts that begin within the days
 */
export function replaceRecords(
  current: Map<string, RecordVersion>,
  days: { from: number; to: number },
  records: ReadonlyMap<string, DisputeRecord>,
  knownFrom: number,
): RecordChanges {
  const changes = noRecordChanges();
  for (const version of current.values()) {
    if (version.day >= days.from && version.day < days.to && !records.has(version.key))
      close(current, version, knownFrom, changes);
  }
  for (const record of records.values()) replaceRecord(current, record, knownFrom, changes);
  return changes;
}

/** Replaces the record with the same key, unless it is equal. */
export function replaceRecord(
  current: Map<string, RecordVersion>,
  { key, day, disputes }: DisputeRecord,
  knownFrom: number,
  changes: RecordChanges,
): void {
  const text = JSON.stringify(disputes);
  const before = current.get(key);
  if (before?.text === text) return;
  if (before) close(current, before, knownFrom, changes);
  const version = { key, day, text, knownFrom, knownTo: null, stored: false };
  current.set(key, version);
  changes.inserted.push(version);
}

function close(
  current: Map<string, RecordVersion>,
  version: RecordVersion,
  knownFrom: number,
  changes: RecordChanges,
): void {
  version.knownTo = knownFrom;
  current.delete(version.key);
  changes.closed.push(version);
}
