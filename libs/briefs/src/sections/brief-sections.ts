import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import type { Fact } from '../model/brief-input.js';
import type { Sentence } from '../model/sentence.js';
import { importanceOf, weightOfType } from '../model/weights.js';
import { endOfPeriod } from '#views/time/ends.js';
import { rendererOf } from '../renderers/registry.js';
import { isInDoubt, type RanOut, type RenderContext, type Upcoming } from '../renderers/render-context.js';
import type { Dates } from '../wording/dates.js';
import { aggregate, renderMostImportant } from './aggregation.js';
import { renderClaim, relevantClaims } from './claims.js';
import { renderDisputes } from './disputes.js';

/** The maximum number of sentences in each section. */
const MAX_CURRENT = 12;
const MAX_RAN_OUT = 3;
const MAX_RECENT = 8;
const MAX_DISPUTED = 7;
const MAX_UPCOMING = 5;
/** Including what has run out. */
const MAX_PAST = 8;
/** The maximum number of disputes among what is disputed or claimed. */
const MAX_DISPUTES = 5;

/**
 * What holds now. Subjects are chosen in the given order, the most important first, and rendered in the order of their
 * views.
 */
export function current(contexts: readonly RenderContext[]): Sentence[] {
  const chosen: { context: RenderContext; sentences: Sentence[] }[] = [];
  let free = MAX_CURRENT;
  for (const context of contexts) {
    const sentences = holding(context);
    if (sentences.length > free) continue;
    chosen.push({ context, sentences });
    free -= sentences.length;
  }
  const views = [...new Set(contexts.map(({ item }) => item.view))];
  return views.flatMap((view) =>
    chosen.filter(({ context }) => context.item.view === view).flatMap(({ sentences }) => sentences),
  );
}

/** What holds of a subject. If it is in doubt, each sentence says that sources differ. */
export const holding = (context: RenderContext): Sentence[] =>
  context.state === null ? [] : markingDoubt(context, rendererOf(context.item.view).holds(context));

/** What time alone ended of a subject, marked in the same way. */
export const endedByTime = (context: RenderContext): RanOut[] =>
  context.state === null ? [] : markingDoubt(context, rendererOf(context.item.view).ranOut?.(context) ?? []);

function markingDoubt<One extends Sentence>(context: RenderContext, sentences: readonly One[]): One[] {
  const isDoubtful = isInDoubt(context, rendererOf(context.item.view).holdsBy?.(context));
  return sentences.map((one) => (isDoubtful ? { ...one, text: withDoubt(one.text) } : one));
}

/** What has run out, the latest first. */
export const ranOut = (contexts: readonly RenderContext[]): Sentence[] =>
  contexts
    .flatMap(endedByTime)
    .sort((a, b) => endOfPeriod(b.date) - endOfPeriod(a.date))
    .slice(0, MAX_RAN_OUT);

const withDoubt = (text: string): string =>
  text.endsWith('.') ? `${text.slice(0, -1)}; sources differ on this.` : `${text} Sources differ on this.`;

/** The day of a fact’s date if it is known to the day, otherwise the date as it is. */
export const utcDayOf = (date: string): string =>
  periodOf(date).precision === 'instant' ? formatDay(periodOf(date).from) : date;

/** What happened on the last day with news, the greatest weight first. */
export function recent(facts: readonly Fact[], day: string): Sentence[] {
  const ofTheDay = facts
    .filter(({ occurredAt }) => utcDayOf(occurredAt) === day)
    .sort((a, b) => a.position - b.position);
  const groups = aggregate(ofTheDay).map((group) => ({
    ...group,
    weight: Math.max(...group.facts.map(({ type }) => weightOfType(type))),
  }));
  return groups
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_RECENT)
    .map((group) => group.render());
}

/** On what sources disagree, and what is only claimed, with who claims it. */
export function disputed(contexts: readonly RenderContext[], facts: readonly Fact[], dates: Dates): Sentence[] {
  const disputes = contexts.flatMap((context) => renderDisputes(context, facts)).slice(0, MAX_DISPUTES);
  const claims = relevantClaims(contexts, facts).map((fact) => renderClaim(fact, dates));
  return [...disputes, ...claims].slice(0, MAX_DISPUTED);
}

/** What is due: the nearest first, then what has no date, then what is overdue, the latest first. */
export function upcoming(contexts: readonly RenderContext[]): Sentence[] {
  const all = contexts.flatMap((context) => {
    if (context.state === null) return [];
    return (rendererOf(context.item.view).upcoming?.(context) ?? []).map((one) => ({
      ...one,
      text: one.dependsOn !== undefined && isInDoubt(context, one.dependsOn) ? withDoubt(one.text) : one.text,
      isOver: one.date !== null && context.isOver(one.date),
    }));
  });
  const end = ({ date }: Upcoming): number => (date === null ? 0 : periodOf(date).to);
  const ahead = all.filter(({ date, isOver }) => date !== null && !isOver).sort((a, b) => end(a) - end(b));
  const overdue = all.filter(({ isOver }) => isOver).sort((a, b) => end(b) - end(a));
  const undated = all.filter(({ date }) => date === null);
  return [...ahead, ...undated, ...overdue].slice(0, MAX_UPCOMING);
}

/**
 * The most important of the earlier facts, in the order in which they happened.
 *
 * @param written how many sentences on what is past the brief has already
 */
export function background(facts: readonly Fact[], dates: Dates, written: number): Sentence[] {
  const importance = ({ type, occurredAt }: Fact): number => importanceOf(type, occurredAt, 'brief');
  return renderMostImportant(facts, MAX_PAST - written, importance, dates);
}
