import type { DisputeRecord } from '../fold/row.js';

/** A record of disputes with the span of positions over which it was believed. */
export interface RecordVersion {
  key: string;
  /** The start of the UTC day on which its facts begin. */
  day: number;
  /** JSON of its disputes. */
  text: string;
  knownFrom: number;
  /** `null` while it still is. */
  knownTo: number | null;
  /** It stands in the database already. */
  stored: boolean;
}

/** What a change did to records: those that ended have their `knownTo` set. */
export interface RecordChanges {
  begun: RecordVersion[];
  ended: RecordVersion[];
}

/**
 * Puts the records of some days in the place of those that stood there. What is the same stays as it was.
 *
 * @param standing by key; changed in place
 * @param records what holds now, of all facts that begin within the days
 */
export function replaceRecords(
  standing: Map<string, RecordVersion>,
  days: { from: number; to: number },
  records: ReadonlyMap<string, DisputeRecord>,
  knownFrom: number,
): RecordChanges {
  const changes: RecordChanges = { begun: [], ended: [] };
  for (const version of standing.values()) {
    if (version.day >= days.from && version.day < days.to && !records.has(version.key))
      end(standing, version, knownFrom, changes);
  }
  for (const record of records.values()) replaceRecord(standing, record, knownFrom, changes);
  return changes;
}

/** Puts a record in the place of the one that stood under its key, where it says something else. */
export function replaceRecord(
  standing: Map<string, RecordVersion>,
  { key, day, disputes }: DisputeRecord,
  knownFrom: number,
  changes: RecordChanges,
): void {
  const text = JSON.stringify(disputes);
  const before = standing.get(key);
  if (before?.text === text) return;
  if (before) end(standing, before, knownFrom, changes);
  const version = { key, day, text, knownFrom, knownTo: null, stored: false };
  standing.set(key, version);
  changes.begun.push(version);
}

function end(
  standing: Map<string, RecordVersion>,
  version: RecordVersion,
  knownFrom: number,
  changes: RecordChanges,
): void {
  version.knownTo = knownFrom;
  standing.delete(version.key);
  changes.ended.push(version);
}
