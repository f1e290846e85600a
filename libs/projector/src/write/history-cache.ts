import type { StoredEvent } from '#log/event.js';
import type { HistoryWindow } from '#history/revise/history-window.js';
import type { HistorySegment } from '../store/segments.js';
import type { SubjectWork } from './subject-work.js';
import { keyOf } from '../store/subject-key.js';
import { MAX_BATCH_TEXT } from './batch-volume.js';

/** What is kept in memory at most, about, over all subjects; bytes. */
const MOST_BYTES = 16 * 1024 * 1024;
/** What an account of a fact and the frame of a row take, about; what is found out about facts takes as much again. */
const ACCOUNT_BYTES = 1_000;
const ROW_BYTES = 200;
/** Of the rows that were kept and no change went back to, this part is kept for the next time. */
const STILL_KEPT = 0.9;

/**
 * The ends of subjects' histories as the last batch of this process left them, as far back as changes lately went. They
 * hold only as long as no other process has moved the views: whoever begins a batch says where it begins, and what was
 * kept for another position is forgotten.
 */
export class HistoryCache {
  private tails = new Map<string, { tail: HistoryWindow; bytes: number }>();
  private bytes = 0;
  private position = -1;
  private ahead: { from: number; events: StoredEvent[] } | null = null;
  private mostEvents = Infinity;

  /** @param maxBatchText characters that a batch may change, as `Volume` counts them */
  constructor(readonly maxBatchText = MAX_BATCH_TEXT) {}

  /** Of how many events the next batch is made: few after one that was too large, then twice as many each time. */
  sizeFor(size: number): number {
    return Math.min(size, this.mostEvents);
  }

  /** Keeps nothing that another process may have changed since. */
  beginAt(position: number): void {
    if (position !== this.position) this.clear();
  }

  /** The end of a subject's history, if it is kept: the part for changes from some date on. */
  find(one: Pick<HistorySegment, 'projection' | 'subject'>): HistorySegment | null {
    const { projection, subject } = one;
    const tail = this.tails.get(keyOf(one))?.tail;
    return tail ? { projection, subject, from: tail.base?.horizon ?? -Infinity, to: -Infinity, tail } : null;
  }

  /**
   * Keeps tails for the batch that begins at a position, after one of so many events. Call it once what they hold is
   * committed.
   */
  keep(position: number, subjects: Iterable<SubjectWork>, size: number): void {
    this.position = position;
    this.mostEvents = size * 2;
    for (const one of subjects) {
      const key = keyOf(one);
      this.forget(key);
      // One that was read in the middle of the history is of no use for what comes at its end.
      const tail = one.parts.at(-1)?.tail;
      if (!tail?.complete) continue;
      shorten(tail);
      const bytes = bytesOf(tail);
      this.tails.set(key, { tail, bytes });
      this.bytes += bytes;
    }
    // The longest unused goes first.
    for (const key of this.tails.keys()) {
      if (this.bytes <= MOST_BYTES) break;
      this.forget(key);
    }
  }

  /** Keeps the events of the next batch, read beside this one. */
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
    this.tails.clear();
    this.bytes = 0;
    this.position = -1;
  }

  private forget(key: string): void {
    this.bytes -= this.tails.get(key)?.bytes ?? 0;
    this.tails.delete(key);
  }
}

function bytesOf({ rows, facts, records, kept }: HistoryWindow): number {
  let accounts = 0;
  for (const fact of facts) accounts += fact.accounts.length;
  let bytes = accounts * ACCOUNT_BYTES * (kept ? 2 : 1);
  for (const { text } of records.values()) bytes += text.length + ROW_BYTES;
  for (const row of rows) bytes += row.kept.length + row.head.length + ROW_BYTES;
  return bytes;
}

/**
 * Cuts off what lies before the rows that changes lately went back to. At least a fact of the latest date can follow.
 * All of it is stored by now.
 */
function shorten(tail: HistoryWindow): void {
  const last = tail.rows.length - 1;
  const wanted = Math.min(tail.untouched, Math.floor(tail.rows.length * (1 - STILL_KEPT)), last);
  let count = Math.max(0, wanted);
  while (count > 0 && (tail.rows[count - 1]?.horizon ?? 0) > (tail.rows[count]?.validFrom ?? 0)) count -= 1;
  for (const row of tail.rows) row.settle();
  for (const record of tail.records.values()) record.stored = true;
  tail.untouched = Infinity;
  if (count === 0) return;
  const base = tail.rows[count - 1] ?? null;
  tail.base = base;
  tail.kept = null;
  tail.alike = null;
  tail.before = new Map();
  tail.rows.splice(0, count);
  const horizon = base?.horizon ?? -Infinity;
  tail.facts.removeBefore(horizon);
  for (const record of tail.records.values()) if (record.day < horizon) tail.records.delete(record.key);
}
