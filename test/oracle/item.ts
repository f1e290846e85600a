import { begun, isAbout, isClaim, startOf } from './current-facts.js';
import { oneMicrosecondFrom } from './dates.js';
import { contested, listedDisputes } from './disputes.js';
import { instantOf, momentOf, type Moment } from './knowledge.js';
import type { Json } from './pattern.js';
import type { Reading, SubjectFacts } from './reading.js';
import type { Fact } from './recorded.js';
import { shown } from './shown.js';
import { changesByTime, since } from './since.js';
import { stateOf } from './state.js';
import { latest } from './states/lists.js';
import type { Subject } from './subjects.js';
import { leftOut } from './undated.js';

export type Item = Readonly<Record<string, Json>>;

/** The item of a subject at a point; `null`: the subject is unknown there. */
export const item = (reading: Reading, subject: Subject): Item | null =>
  reading.knows(subject) ? knownItem(reading, subject) : null;

function knownItem(reading: Reading, subject: Subject): Item {
  const found = itemAt(reading.of(subject), momentOf(reading.point), instantOf(reading.point));
  return {
    ...found,
    // Where nothing is said of it: that of all that the record has of the subject by then.
    story: found.story ?? reading.ofAllTimes().of(subject).counted.at(-1)?.story ?? null,
    undated: undatedOf(reading, subject),
  };
}

/** The item of a subject where anything is said of it at the point: a state, a claim or a dispute; else `null`. */
export function nonEmptyItem(reading: Reading, subject: Subject): Item | null {
  const found = knownItem(reading, subject);
  const { claims, disputes } = found['counts'] as { claims: number; disputes: number };
  return found['state'] !== null || claims > 0 || disputes > 0 ? found : null;
}

/** How many reports about the subject are left out for want of a date of publication alone. */
export const undatedOf = (reading: Reading, subject: Subject, moment?: Moment): number | undefined =>
  leftOut(reading, (fact) => isAbout(fact, subject), moment);

/**
 * The items of a subject over valid time, one for each folded fact and each change that time alone made; `null`: the
 * subject is unknown at the point.
 */
export function history(reading: Reading, subject: Subject): Item[] | null {
  if (!reading.knows(subject)) return null;
  const facts = reading.of(subject);
  const folded = begun(facts.folded, momentOf(reading.point));
  return folded.flatMap((fact, n) => {
    const [at, next] = [startOf(fact), folded[n + 1]];
    const until = next === undefined ? instantOf(reading.point) : oneMicrosecondFrom(startOf(next), -1);
    const byTime = changesByTime(subject.view, folded.slice(0, n + 1), at, until);
    return [
      { moment: { at, position: fact.position }, by: 'fact' },
      ...byTime.map((change) => ({ moment: { at: change.at, position: Infinity }, by: 'time' })),
    ].map(({ moment, by }) => ({
      ...itemAt(facts, moment, moment.at),
      undated: undatedOf(reading, subject, { at: moment.at, position: Infinity }),
      by,
    }));
  });
}

/** The disputes of a subject that are listed at a point, each with its subject. */
export const disputes = (reading: Reading, subject: Subject): Json[] =>
  listedDisputes(reading.of(subject), momentOf(reading.point)).map((dispute) => ({
    ...shown(dispute),
    ...subject,
    undated: undatedOf(reading, subject),
  }));

/** How many events an item lists: the latest. */
const EVENTS = 10;

/** The item at the moment. What time alone changes is as of the instant. */
function itemAt(
  all: SubjectFacts,
  moment: Moment,
  instant: string,
): Record<string, Json> & { story: string | undefined } {
  const { view, subject } = all.subject;
  const facts = begun(all.folded, moment);
  const counted = begun(all.counted, moment);
  const last = facts.at(-1);
  const disputed = listedDisputes(all, moment);
  const claimed = claims(counted);
  const isEmpty = last === undefined && claimed.length === 0 && disputed.length === 0;
  const ids = begun(all.all, moment).map(({ id }) => id);
  return {
    view,
    subject,
    // That of its latest fact or claim; before the first, that of the first fact whose date is in dispute there.
    story: counted.at(-1)?.story ?? disputed[0]?.winner.story,
    since: last ? since(view, facts, instant) : null,
    lastFact: last ? { event: last.id, occurredAt: last.occurredAt } : null,
    state: last ? stateOf(view, facts, instant) : null,
    contested: contested(all, moment),
    dateUncertain: all.properties.dateUncertain(moment),
    disputes: latest(disputed).map(shown),
    claims: latest(claimed).map((claim) => ({
      event: claim.id,
      by: speaker(claim),
      occurredAt: claim.occurredAt,
      data: claim.data as Json,
    })),
    // What a confirmed account of a later date has overruled is no reason for anything before that date.
    events: isEmpty ? [] : ids.slice(-EVENTS),
    counts: { claims: claimed.length, disputes: disputed.length },
  };
}

const speaker = (claim: Fact): string => claim.attributedTo ?? claim.publisher;

/** The latest claim of each speaker and type, unless a fact of its type came later. */
function claims(facts: readonly Fact[]): Fact[] {
  return facts.filter((claim, i) => {
    const ends = (later: Fact) => later.type === claim.type && (!isClaim(later) || speaker(later) === speaker(claim));
    return isClaim(claim) && !facts.some((later, n) => n > i && ends(later));
  });
}
