import { judge, type Judged } from './disputes.js';
import { instantOf, momentOf, type Moment, type Point } from './knowledge.js';
import { anything, date, either, inAnyOrder, type Pattern } from './pattern.js';
import { contested, shown, told as disputesTold } from './shown.js';
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
  return {
    ...judged,
    subject,
    standing,
    told: standing.filter((fact) => isClaim(fact) || judged.folded.includes(fact)),
  };
}

/** The item of a subject at a point, or `null` where nobody had heard of it. */
export function item(told: readonly Told[], subject: Subject, point: Point): Pattern | null {
  if (!isHeardOf(told, subject, point)) return null;
  return itemAt(madeOf(told, subject, point), momentOf(point), instantOf(point));
}

/**
 * The items of a subject over world time, one for each fact that brought a state; `null` where nobody had heard of it.
 */
export function history(told: readonly Told[], subject: Subject, point: Point): Pattern[] | null {
  if (!isHeardOf(told, subject, point)) return null;
  const made = madeOf(told, subject, point);
  const folded = begun(made.folded, momentOf(point));
  return folded.map((fact) => itemAt(made, { at: startOf(fact), position: fact.position }, startOf(fact)));
}

/** The disputes of a subject that are told at a point, each with what it is about. */
export function disputes(told: readonly Told[], subject: Subject, point: Point): Pattern[] {
  return disputesTold(madeOf(told, subject, point), momentOf(point)).map((dispute) => ({
    ...shown(dispute),
    ...subject,
  }));
}

/** Whether anything is said of the subject at the point. */
export function isSaid(told: readonly Told[], subject: Subject, point: Point): boolean {
  const made = madeOf(told, subject, point);
  const moment = momentOf(point);
  return (
    begun(made.folded, moment).length > 0 ||
    claims(begun(made.told, moment)).length > 0 ||
    disputesTold(made, moment).length > 0
  );
}

/** The item that stands at the moment; what time alone changes as it is at the instant. */
function itemAt(made: Subjectively, moment: Moment, instant: string): Pattern {
  const { view, subject } = made.subject;
  const facts = begun(made.folded, moment);
  const told = begun(made.told, moment);
  const last = facts.at(-1);
  const disputed = disputesTold(made, moment);
  const ids = begun(made.standing, moment)
    .slice(-10)
    .map(({ id }) => id);
  // Of which nothing is said but what was overruled: whether that is told is left open.
  const silent = told.length === 0 && disputed.length === 0;
  return {
    view,
    subject,
    story: story(made, moment),
    since: last ? date(last.occurredAt) : null,
    state: last ? STATES[view](facts, instant) : null,
    contested: contested(made, moment),
    dateUncertain: dateUncertain(made.folded, moment),
    disputes: inAnyOrder(disputed.map((dispute) => ({ pattern: shown(dispute) }))),
    claims: claims(told).map((claim) => ({
      event: claim.id,
      by: speaker(claim),
      occurredAt: date(claim.occurredAt),
      data: claim.data as Pattern,
    })),
    events: silent ? either(ids, []) : ids,
  };
}

/** That of its latest fact or claim; what is said before the first is left open. */
const story = ({ told }: Subjectively, moment: Moment): Pattern => begun(told, moment).at(-1)?.story ?? anything();

const speaker = (claim: Fact): string => claim.attributedTo ?? claim.publisher;

/** The latest claim of each speaker and type, unless a fact of its type came later. */
function claims(told: readonly Fact[]): Fact[] {
  return told.filter((claim, i) => {
    const ends = (later: Fact) => later.type === claim.type && (!isClaim(later) || speaker(later) === speaker(claim));
    return isClaim(claim) && !told.slice(i + 1).some(ends);
  });
}
