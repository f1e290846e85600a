import { judge, type Judged } from './disputes.js';
import { instantOf, momentOf, type Moment, type Point } from './knowledge.js';
import { latestTen } from './latest.js';
import { anything, date, either, inAnyOrder, type Entry, type Pattern } from './pattern.js';
import { contested, told as disputesTold } from './shown.js';
import { begun, isClaim, isHeardOf, standingOf, startOf, type Standing } from './standing.js';
import { meeting } from './states/meeting.js';
import { tariff } from './states/tariff.js';
import { talks } from './states/talks.js';
import { truce } from './states/truce.js';
import type { Subject, ViewName } from './subjects.js';
import type { Fact, Told } from './told.js';
import { dateUncertain } from './uncertain.js';

const STATES: Readonly<Record<ViewName, (facts: readonly Fact[], at: string) => Pattern>> = {
  truces: truce,
  tariffs: tariff,
  talks,
  meetings: meeting,
};

/** What stands of a subject at a point of the press and of the record, and what was made of it. */
interface Subjectively extends Judged {
  subject: Subject;
  /** Facts and claims, in order. */
  standing: readonly Standing[];
  /** Those that count: the claims, and the facts that are folded. */
  told: readonly Standing[];
}

function madeOf(told: readonly Told[], subject: Subject, point: Point): Subjectively {
  const standing = standingOf(told, subject, point);
  const judged = judge(standing);
  return { ...judged, subject, standing, told: standing.filter((fact) => isClaim(fact) || judged.folded.includes(fact)) };
}

/** The item of a subject at a point, or `null` where nobody had heard of it. */
export function item(told: readonly Told[], subject: Subject, point: Point): Pattern | null {
  if (!isHeardOf(told, subject, point)) return null;
  return itemAt(madeOf(told, subject, point), momentOf(point), [instantOf(point)]);
}

/** The items of a subject over world time, one for each fact that brought a state; `null` where nobody had heard of it. */
export function history(told: readonly Told[], subject: Subject, point: Point): Pattern[] | null {
  if (!isHeardOf(told, subject, point)) return null;
  const made = madeOf(told, subject, point);
  const folded = begun(made.folded, momentOf(point));
  return folded.map((fact, i) => {
    const next = folded[i + 1];
    // Whether an item of the past tells what time alone changes for its beginning, its end or the point is left open.
    const instants = [startOf(fact), next ? startOf(next) : instantOf(point), instantOf(point)];
    return itemAt(made, { at: startOf(fact), position: fact.position }, instants);
  });
}

/** The disputes of a subject that are told at a point, each with what it is about. */
export function disputes(told: readonly Told[], subject: Subject, point: Point): Entry[] {
  const entries = disputesTold(madeOf(told, subject, point), momentOf(point));
  return entries.map(({ pattern, optional }) => ({
    pattern: { ...(pattern as Record<string, Pattern>), ...subject },
    optional: optional ?? false,
  }));
}

/** Whether anything is said of the subject at the point. */
export function isSaid(told: readonly Told[], subject: Subject, point: Point): boolean {
  const made = madeOf(told, subject, point);
  const moment = momentOf(point);
  return (
    begun(made.folded, moment).length > 0 ||
    claims(begun(made.told, moment)).length > 0 ||
    disputesTold(made, moment).some(({ optional }) => !optional)
  );
}

/** The item that stands at the moment. */
function itemAt(made: Subjectively, moment: Moment, instants: readonly string[]): Pattern {
  const { view, subject } = made.subject;
  const facts = begun(made.folded, moment);
  const told = begun(made.told, moment);
  const last = facts.at(-1);
  return {
    view,
    subject,
    story: story(made, moment),
    since: last ? date(last.occurredAt) : null,
    state: last ? either(...instants.map((at) => STATES[view](facts, at))) : null,
    contested: contested(made, moment),
    dateUncertain: dateUncertain(made.folded, moment),
    disputes: inAnyOrder(disputesTold(made, moment)),
    claims: claims(told).map((claim) => ({
      event: claim.id,
      by: speaker(claim),
      occurredAt: date(claim.occurredAt),
      data: claim.data as Pattern,
    })),
    events: latestTen(begun(made.standing, moment), made.told),
  };
}

/** That of its latest fact; whether a claim or a candidate is one, and what is said before the first, is left open. */
function story({ standing, told, folded }: Subjectively, moment: Moment): Pattern {
  const latest = [standing, told, folded].flatMap((facts) => begun(facts, moment).slice(-1));
  return begun(told, moment).length > 0 ? either(...latest.map((fact) => fact.story)) : anything();
}

const speaker = (claim: Fact): string => claim.attributedTo ?? claim.publisher;

/** The latest claim of each speaker and type, unless a fact of its type came later. */
function claims(told: readonly Fact[]): Fact[] {
  return told.filter((claim, i) => {
    const ends = (later: Fact) => later.type === claim.type && (!isClaim(later) || speaker(later) === speaker(claim));
    return isClaim(claim) && !told.slice(i + 1).some(ends);
  });
}
