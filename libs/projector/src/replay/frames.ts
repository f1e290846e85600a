import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { inRowOrder, type Row } from '../fold/row.js';
import { MOST_EVENTS, stateAt, viewItem, type ViewItem } from '../read/view-item.js';
import type { FoldedSubject } from './fold-story.js';

export interface Change {
  view: string;
  subject: string;
  before: ViewItem | null;
  after: ViewItem | null;
}

/** One step of a replay: a fact and what it changed, or, without a fact, what time alone changed. */
export interface Frame {
  /** The instant of the world at which it takes effect, microseconds since the epoch. */
  at: number;
  fact: ToldFact | null;
  changes: Change[];
}

/**
 * A story told step by step in the order of the world, up to an instant. Pure.
 *
 * @param facts all facts to be told, those that no view takes included
 * @param until the last instant that counts, for what time alone changes; the facts are within it already
 */
export function framesOf(facts: readonly ToldFact[], subjects: readonly FoldedSubject[], until: number): Frame[] {
  const byFact = new Map<number, Change[]>();
  const timed: Frame[] = [];
  for (const folded of subjects) {
    for (const [i, row] of folded.rows.entries()) {
      const before = folded.rows[i - 1];
      const change = changeAt(folded, before ?? null, row, row.validFrom);
      const known = folded.facts.some((fact) => fact.position === row.position && fact.period.from === row.validFrom);
      if (known) byFact.set(row.position, [...(byFact.get(row.position) ?? []), change]);
      else timed.push({ at: row.validFrom, fact: null, changes: [change] });
      // Also at the very instant of the next row: its "before" is what time had made of this one by then.
      timed.push(...changesByTime(folded, row, Math.min(until, folded.rows[i + 1]?.validFrom ?? Infinity)));
    }
  }
  const told = [...facts]
    .sort(inFoldOrder)
    .map((fact): Frame => ({ at: fact.period.from, fact, changes: byFact.get(fact.position) ?? [] }));
  return mergeByInstant(told, timed);
}

/** What time alone makes of a row's state, between its date and an instant, inclusive. */
function changesByTime(folded: FoldedSubject, row: Row, until: number): Frame[] {
  const frames: Frame[] = [];
  let { next } = stateAt(folded.view, row.item.state, row.validFrom);
  let last = row.validFrom;
  while (next !== null && next <= until && next > last) {
    const change = { ...changeAt(folded, row, row, next), before: itemAt(folded, row, next - 1) };
    frames.push({ at: next, fact: null, changes: [change] });
    last = next;
    next = stateAt(folded.view, row.item.state, next).next;
  }
  return frames;
}

function changeAt(folded: FoldedSubject, before: Row | null, after: Row, instant: number): Change {
  return {
    view: folded.view.name,
    subject: folded.subject,
    before: before && itemAt(folded, before, instant),
    after: itemAt(folded, after, instant),
  };
}

/** A row's item at an instant, with the facts behind it. */
export function itemAt({ view, subject, facts }: FoldedSubject, row: Row, instant: number): ViewItem {
  const behind = facts.filter((fact) => inRowOrder({ validFrom: fact.period.from, position: fact.position }, row) <= 0);
  const events = behind.slice(-MOST_EVENTS).map((fact) => fact.id);
  return viewItem(view, subject, row.story, row.item, events, instant);
}

/** Two lists, each in the order of time (the second is put into it first): at the same instant what time changes comes before what a fact brings. */
function mergeByInstant(told: readonly Frame[], timed: Frame[]): Frame[] {
  timed.sort((a, b) => a.at - b.at);
  const frames: Frame[] = [];
  let next = 0;
  for (const frame of told) {
    for (let one = timed[next]; one && one.at <= frame.at; one = timed[++next]) frames.push(one);
    frames.push(frame);
  }
  return [...frames, ...timed.slice(next)];
}
