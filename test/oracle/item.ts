import { begun, inOrder, instantOf, isClaim, known, startOf, type Point } from './knowledge.js';
import { date, either, type Pattern } from './pattern.js';
import { meeting } from './states/meeting.js';
import { tariff } from './states/tariff.js';
import { talks } from './states/talks.js';
import { truce } from './states/truce.js';
import { subjectOf, type Subject, type ViewName } from './subjects.js';
import type { Told } from './told.js';
import { dateUncertain } from './uncertain.js';

const STATES: Readonly<Record<ViewName, (facts: readonly Told[], at: string) => Pattern>> = {
  truces: truce,
  tariffs: tariff,
  talks,
  meetings: meeting,
};

/** All that was ever told of a subject, whatever the story. */
export const factsOf = (told: readonly Told[], { view, subject }: Subject): Told[] =>
  told.filter((fact) => {
    const about = subjectOf(fact);
    return about?.view === view && about.subject === subject;
  });

/** The item of a subject at a point, or `null` where nobody had heard of it. */
export function item(told: readonly Told[], subject: Subject, point: Point): Pattern | null {
  const heard = known(factsOf(told, subject), point);
  return heard.length === 0 ? null : itemAfter(begun(heard, point), heard, subject, [instantOf(point)]);
}

/** The items of a subject over world time, one for each fact that brought a state; `null` where nobody had heard of it. */
export function history(told: readonly Told[], subject: Subject, point: Point): Pattern[] | null {
  const heard = known(factsOf(told, subject), point);
  if (heard.length === 0) return null;
  const folded = begun(heard, point);
  return folded.flatMap((fact, i) => {
    if (isClaim(fact)) return [];
    const next = folded[i + 1];
    // Whether an item of the past tells what time alone changes for its beginning, its end or the point is left open.
    const instants = [startOf(fact), next ? startOf(next) : instantOf(point), instantOf(point)];
    return [itemAfter(folded.slice(0, i + 1), heard, subject, instants)];
  });
}

/** Whether anything is said of the subject at the point. */
export const isSaid = (told: readonly Told[], subject: Subject, point: Point): boolean => {
  const folded = begun(known(factsOf(told, subject), point), point);
  return folded.some((fact) => !isClaim(fact)) || claims(folded).length > 0;
};

/** The item that stands after `folded`, the facts and claims so far in order, when the record holds `heard`. */
function itemAfter(folded: readonly Told[], heard: readonly Told[], { view, subject }: Subject, instants: readonly string[]): Pattern {
  const facts = folded.filter((fact) => !isClaim(fact));
  const last = facts.at(-1);
  return {
    view,
    subject,
    story: story(folded, heard),
    since: last ? date(last.occurredAt) : null,
    state: last ? either(...instants.map((at) => STATES[view](facts, at))) : null,
    contested: false,
    dateUncertain: dateUncertain(facts, inOrder(heard.filter((fact) => !isClaim(fact)))),
    disputes: [],
    claims: claims(folded).map((claim) => ({
      event: claim.id,
      by: speaker(claim),
      occurredAt: date(claim.occurredAt),
      data: claim.data as Pattern,
    })),
    events: folded.slice(-10).map((fact) => fact.id),
  };
}

/** That of its latest fact; whether a claim is one, and what is said before the first, is left open. */
function story(folded: readonly Told[], heard: readonly Told[]): Pattern {
  const latest = [folded.at(-1), folded.filter((fact) => !isClaim(fact)).at(-1)].filter((fact) => fact !== undefined);
  return either(...(latest.length > 0 ? latest : heard).map((fact) => fact.story));
}

const speaker = (claim: Told): string => claim.attributedTo ?? claim.publisher;

/** The latest claim of each speaker and type, unless a fact of its type came later. */
function claims(folded: readonly Told[]): Told[] {
  return folded.filter((claim, i) => {
    const ends = (later: Told) => later.type === claim.type && (!isClaim(later) || speaker(later) === speaker(claim));
    return isClaim(claim) && !folded.slice(i + 1).some(ends);
  });
}
