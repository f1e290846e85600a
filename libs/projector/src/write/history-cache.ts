import type { StoredEvent } from '#log/event.js';
import type { HistoryWindow } from '#history/revise/history-window.js';
import type { HistorySegment } from '../store/load-segments.js';
import type { SubjectWork } from './subject-work.js';
import { subjectKey } from '../store/projections.js';
import { MAX_BATCH_TEXT } from './batch-volume.js';

/** About how much is kept in memory at most, over all subjects; bytes. */
const MAX_BYTES = 16 * 1024 * 1024;
/** About what an account of a fact and the header of a row take. A kept analysis of facts takes as much again. */
const ACCOUNT_BYTES = 1_000;
const ROW_BYTES = 200;
/** About what an entry of an append list takes in a row; rows share the entries themselves. */
const ENTRY_BYTES = 8;
/** At least this part of the rows is kept for the next batch, even where no change went back to them. */
const KEPT_PART = 0.9;

/**
 * The ends of subjects' histories as the last batch of this process left them, as far back as recent changes went. They
 * hold only as long as no other process has moved the views. So each batch passes the position at which it begins, and
 * what was kept for another position is dropped.
 */
export class HistoryCache {
  private windows = new Map<string, { window: HistoryWindow; bytes: number }>();
  private bytes = 0;
  private position = -1;
  private ahead: { from: number; events: StoredEvent[] } | null = null;
  private maxEvents = Infinity;

  /** @param maxBatchText characters that a batch may change, as `Volume` counts them */
  constructor(readonly maxBatchText = MAX_BATCH_TEXT) {}

  /** How many events the next batch gets: few after one that was too large, then twice as many each time. */
  sizeFor(size: number): number {
    return Math.min(size, this.maxEvents);
  }

  /** Drops what another process may have changed since. */
  beginAt(position: number): void {
    if (position !== this.position) this.clear();
  }

  /** The end of a subject's history, if it is kept: the segment for changes from some date on. */
  find(one: Pick<HistorySegment, 'projection' | 'subject'>): HistorySegment | null {
    const { projection, subject } = one;
    const window = this.windows.get(subjectKey(one))?.window;
    return window ? { projection, subject, from: window.base?.horizon ?? -Infinity, to: -Infinity, window } : null;
  }

  /**
   * Keeps the ends of histories for the batch that begins at a position. Call it once they are committed.
   *
   * @param size how many events the last batch had
   */
  keep(position: number, subjects: Iterable<SubjectWork>, size: number): void {
    this.position = position;
    this.maxEvents = size * 2;
    for (const one of subjects) {
      const key = subjectKey(one);
      this.forget(key);
      // A segment from the middle of the history is of no use for facts at its end.
      const window = one.segments.at(-1)?.window;
      if (!window?.complete) continue;
      shorten(window);
      const bytes = bytesOf(window);
      this.windows.set(key, { window, bytes });
      this.bytes += bytes;
    }
    // The least recently used goes first.
    for (const key of this.windows.keys()) {
      if (this.bytes <= MAX_BYTES) break;
      this.forget(key);
    }
  }

  /** Keeps the events of the next batch, which were read during this one. */
  keepAhead(from: number, events: StoredEvent[]): void {
    this.ahead = { from, events };
  }

  /** The events after a position, if they were read ahead. */
  takeAhead(from: number): StoredEvent[] | null {
    const events = this.ahead?.from === from ? this.ahead.events : null;
    this.ahead = null;
    return events;
  }

  clear(): void {
    this.ahead = null;
    this.windows.clear();
    this.bytes = 0;
    this.position = -1;
  }

  private forget(key: string): void {
    this.bytes -= this.windows.get(key)?.bytes ?? 0;
    this.windows.delete(key);
  }
}

function bytesOf({ rows, facts, records, analysis }: HistoryWindow): number {
  let accounts = 0;
  for (const fact of facts) accounts += fact.accounts.length;
  let bytes = accounts * ACCOUNT_BYTES * (analysis ? 2 : 1);
  for (const { text } of records.values()) bytes += text.length + ROW_BYTES;
  for (const row of rows) {
    bytes += row.insertedLength + ROW_BYTES;
    for (const property in row.lists) bytes += (row.lists[property]?.length ?? 0) * ENTRY_BYTES;
  }
  return bytes;
}

/**
 * Removes what lies before the rows that recent changes went back to. At least a fact of the latest date can follow
 * without a read. All of the window is stored by now.
 */
function shorten(window: HistoryWindow): void {
  const last = window.rows.length - 1;
  const wanted = Math.min(window.untouched, Math.floor(window.rows.length * (1 - KEPT_PART)), last);
  let count = Math.max(0, wanted);
  while (count > 0 && (window.rows[count - 1]?.horizon ?? 0) > (window.rows[count]?.validFrom ?? 0)) count -= 1;
  for (const row of window.rows) row.markStored();
  for (const record of window.records.values()) record.stored = true;
  window.untouched = Infinity;
  if (count === 0) return;
  const base = window.rows[count - 1] ?? null;
  window.base = base;
  window.analysis = null;
  window.lastDate = null;
  window.before = new Map();
  window.rows.splice(0, count);
  const horizon = base?.horizon ?? -Infinity;
  window.facts.removeBefore(horizon);
  for (const record of window.records.values()) if (record.day < horizon) window.records.delete(record.key);
}
