import type { DataOf, EventType } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { FoldedFact } from '#views/define-view.js';
import { viewNamed } from '#views/registry.js';
import { hasPassed } from '#views/time/ends.js';
import type { BriefInput, Fact, Item } from '../model/brief-input.js';
import type { Sentence } from '../model/sentence.js';
import { datesAt, type Dates } from '../wording/dates.js';

/** A subject of the board with the facts that can be cited for it. */
export interface RenderContext<State = unknown> {
  item: Item;
  subject: string;
  state: State;
  /** The facts about it that are neither retracted nor claims, newest first. */
  facts: readonly Fact[];
  dates: Dates;
  /** The present, in microseconds since the epoch. */
  instant: number;
  /** Whether a date has passed. */
  isOver: (date: string) => boolean;
}

/** Something that is still to come, and its date; `null` if that is not known. */
export interface Upcoming extends Sentence {
  date: string | null;
  /** The properties that the sentence is about. If one is disputed, the sentence says that sources differ. */
  dependsOn?: readonly string[];
}

/** Something that ran out on a date. */
export interface RanOut extends Sentence {
  date: string;
}

/** What holds, as a few words of a headline without a full stop: "tariff truce" "has run out". */
export interface HeadlineClause {
  about: string;
  text: string;
  /** Since when it holds, or when it happened. */
  since: string;
  /** The type of the fact that brought it, whose weight it has; without it that of its view. */
  type?: EventType;
}

/** Renders the subjects of a view. Each sentence contains only what the facts that it cites contain. */
export interface Renderer<State> {
  /** Whether the subject is over: nothing holds of it, and nothing is due. Without it, no subject is. */
  isOver?: (state: State) => boolean;
  /** What holds of the subject; nothing if it is over. What a fact ended is in the sentence about that fact. */
  holds: (context: RenderContext<State>) => Sentence[];
  /** What time alone ended, and on which date. No fact reports it. */
  ranOut?: (context: RenderContext<State>) => RanOut[];
  /** The properties that `holds` and `ranOut` depend on; without it all of them. */
  holdsBy?: (context: RenderContext<State>) => readonly string[];
  /** What is planned, announced, or runs out. */
  upcoming?: (context: RenderContext<State>) => Upcoming[];
  headline?: (context: RenderContext<State>) => HeadlineClause | null;
  /** When time alone changes the sentences, apart from changes of the state; microseconds since the epoch. */
  changesAt?: (context: RenderContext<State>) => number | null;
}

/** Newest first: by the start of the date; facts of one date, the later recorded first. */
export const newestFirst = (a: Fact, b: Fact): number =>
  periodOf(b.occurredAt).from - periodOf(a.occurredAt).from || b.position - a.position;

/** Whether a dispute about one of the given properties of a subject is open; without properties, any dispute. */
export function isInDoubt({ item }: Pick<RenderContext, 'item'>, properties?: readonly string[]): boolean {
  if (!item.contested || properties === undefined) return item.contested;
  return item.disputes.some(({ open, property }) => open && properties.includes(property));
}

/** The context of a subject, with those of the given facts that are about it. */
export function renderContext(item: Item, { facts, instant }: Pick<BriefInput, 'facts' | 'instant'>): RenderContext {
  const relevant = facts.filter((fact) => isEstablished(fact) && isAbout(fact, item));
  const isOver = (date: string): boolean => hasPassed(date, instant);
  return {
    item,
    subject: item.subject,
    state: item.state,
    facts: relevant.sort(newestFirst),
    dates: datesAt(instant),
    instant,
    isOver,
  };
}

/** After this time without news it is unknown whether something still goes on: a week, in microseconds. */
export const STALE_AFTER = 7 * 86_400_000_000;

/** Whether a fact is neither retracted nor a mere claim. */
export const isEstablished = (fact: Fact): boolean => fact.retracted === undefined && fact.certainty !== 'claimed';

/** Whether a fact is a mere claim, and not retracted. */
export const isClaim = (fact: Fact): boolean => fact.retracted === undefined && fact.certainty === 'claimed';

/** Whether a fact is about a subject of the board. */
function isAbout(fact: Fact, { view, subject }: Item): boolean {
  const on = viewNamed(view)?.on[fact.type as EventType];
  return on !== undefined && on.subject(fact as FoldedFact as FoldedFact<never>) === subject;
}

/** A fact of a type, with typed data. */
export type FactOf<Type extends EventType> = Type extends EventType
  ? Omit<Fact, 'type' | 'data'> & { type: Type; data: DataOf<Type> }
  : never;

/** The first of the facts that is of one of the types and fits: the latest, if they are sorted newest first. */
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
