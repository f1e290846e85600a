import type { DataOf, EventType } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { FoldedFact } from '#views/define-view.js';
import { hasPassed } from '#views/time/ends.js';
import { viewNamed } from '#views/registry.js';
import type { Fact, Item, BriefInput } from './material.js';
import type { Sentence } from './sentence.js';
import { datesAt, type Dates } from './wording/dates.js';

/** A subject with what can be cited for it. */
export interface RenderContext<State = unknown> {
  item: Item;
  subject: string;
  state: State;
  /** The facts that stand behind it and are no claims, newest first. */
  facts: readonly Fact[];
  dates: Dates;
  /** As of when it is told, microseconds since the epoch. */
  instant: number;
  /** Whether a date has passed. */
  isOver: (date: string) => boolean;
}

/** What comes, and on which date; `null` where none is known. */
export interface Upcoming extends Sentence {
  date: string | null;
  /** The properties that it tells, where sources can differ on them. */
  by?: readonly string[];
}

/** What holds, in the few words of a headline and without a stop: "tariff truce" "has run out". */
export interface HeadlineClause {
  about: string;
  text: string;
  /** Since when it is so. */
  since: string;
}

/** How a view’s subjects are told. Each sentence names only what stands in the facts that it cites. */
export interface Renderer<State> {
  /** What holds of it; none where it is all past. */
  holds: (context: RenderContext<State>) => Sentence[];
  /** The properties on which that depends; without it all of them. */
  holdsBy?: (rendered: RenderContext<State>) => readonly string[];
  /** What is planned, announced, or runs out. */
  comes?: (told: RenderContext<State>) => Upcoming[];
  inShort?: (told: RenderContext<State>) => HeadlineClause | null;
  /** When time alone makes it tell something else, beside what changes its state; microseconds since the epoch. */
  changesAt?: (told: RenderContext<State>) => number | null;
}

/** Newest first: by the start of the date, of one date the later recorded first. */
export const newestFirst = (a: Fact, b: Fact): number =>
  periodOf(b.occurredAt).from - periodOf(a.occurredAt).from || b.position - a.position;

/**
 * Whether sources differ on one of some properties of a subject as it is told; without them, on anything that holds.
 */
export function isInDoubt({ item }: Pick<RenderContext, 'item'>, by?: readonly string[]): boolean {
  return (
    item.contested && (by === undefined || item.disputes.some(({ open, property }) => open && by.includes(property)))
  );
}

/** A subject with its facts among those of the material. */
export function renderContext(item: Item, { facts, instant }: Pick<BriefInput, 'facts' | 'instant'>): RenderContext {
  const mine = facts.filter((fact) => isEstablished(fact) && isAbout(fact, item));
  const isOver = (date: string): boolean => hasPassed(date, instant);
  return {
    item,
    subject: item.subject,
    state: item.state,
    facts: mine.sort(newestFirst),
    dates: datesAt(instant),
    instant,
    isOver,
  };
}

/** So long after the last that was heard of something nobody knows that it still goes on: a week, in microseconds. */
export const STALE_AFTER = 7 * 86_400_000_000;

/** Whether a fact has not been withdrawn. */
export const stands = (fact: Fact): boolean => fact.retracted === undefined;

/** Whether a fact has not been withdrawn, and is more than a claim. */
export const isEstablished = (fact: Fact): boolean => stands(fact) && fact.certainty !== 'claimed';

/** Whether a fact is about a subject of the board. */
export function isAbout(fact: Fact, { view, subject }: Item): boolean {
  const on = viewNamed(view)?.on[fact.type as EventType];
  return on !== undefined && on.subject(fact as FoldedFact as FoldedFact<never>) === subject;
}

/** A fact of a type, its data as that gives them. */
export type FactOf<Type extends EventType> = Type extends EventType
  ? Omit<Fact, 'type' | 'data'> & { type: Type; data: DataOf<Type> }
  : never;

/** The latest fact of one of some types that fits. */
export function latestOfTypes<Type extends EventType>(
  facts: readonly Fact[],
  types: readonly Type[],
  fits: (data: DataOf<Type>, fact: Fact) => boolean = () => true,
): FactOf<Type> | undefined {
  const found = facts.find(
    (fact) => (types as readonly string[]).includes(fact.type) && fits(fact.data as DataOf<Type>, fact),
  );
  return found as FactOf<Type> | undefined;
}
