import { precisionOf } from '../oracle/dates.js';
import { subjectOf } from '../oracle/subjects.js';
import { isAbout, type Told, type ToldAbout, type ToldFact } from '../oracle/told.js';
import type { Question } from './questions.js';

/** All that a run has to contain, each with what shows it in one event of a case; `recorded` is all of the case. */
const OF_EVENTS: Readonly<Record<string, (event: Told, recorded: readonly Told[]) => boolean>> = {
  'facts dated to a year': (event) => isDated(event, 'year'),
  'facts dated to a month': (event) => isDated(event, 'month'),
  'facts dated to a day': (event) => isDated(event, 'day'),
  'facts dated to an instant': (event) => isDated(event, 'instant'),
  claims: (event) => !isAbout(event) && event.certainty === 'claimed',
  'confirmed facts': (event) => !isAbout(event) && event.certainty === 'confirmed',
  'sources of a known publication': ({ publisher, publishedAt }) =>
    publisher !== undefined && publishedAt !== undefined,
  'sources of an unknown publication': ({ publisher, publishedAt }) =>
    publisher !== undefined && publishedAt === undefined,
  'facts told late': (event, recorded) => isLate(event, recorded),
  'corrections of data': (event) => isCorrection(event) && event.data !== undefined,
  'corrections of a date': (event) => isCorrection(event) && event.occurredAt !== undefined,
  'corrections of certainty': (event) => isCorrection(event) && event.certainty !== undefined,
  'corrections of a paper': (event) => isCorrection(event) && event.publisher !== undefined,
  'corrections of the desk': (event) => isCorrection(event) && event.publisher === undefined,
  'corrections of one account': (event, recorded) =>
    isCorrection(event) && factOf(event, recorded)?.id !== event.target,
  'moves to another subject': (event, recorded) => isMove(event, recorded),
  'moves of what others tell in their own words': (event, recorded) =>
    isMove(event, recorded) && isToldApart(event, recorded),
  'retractions of a fact': (event, recorded) =>
    event.type === 'EventRetracted' && isAbout(event) && factOf(event, recorded)?.id === event.target,
  'retractions of one account': (event, recorded) =>
    event.type === 'EventRetracted' && isAbout(event) && factOf(event, recorded)?.id !== event.target,
  'retractions of a paper': (event) => event.type === 'EventRetracted' && event.publisher !== undefined,
  'corroborations that only repeat': (event) =>
    event.type === 'EventCorroborated' && (event.data ?? event.occurredAt ?? event.certainty) === undefined,
  'corroborations with their own date': (event) => event.type === 'EventCorroborated' && event.occurredAt !== undefined,
  'corroborations with their own values': (event) => event.type === 'EventCorroborated' && event.data !== undefined,
  'corroborations by the same paper': (event, recorded) =>
    isCorroboration(event) && factOf(event, recorded)?.publisher === event.publisher,
  'claims that become facts': (event, recorded) =>
    isCorroboration(event) &&
    factOf(event, recorded)?.certainty === 'claimed' &&
    ['reported', 'confirmed'].includes(event.certainty ?? ''),
  'requests of several events about one fact': (event, recorded) =>
    isAbout(event) && factOf(event, recorded)?.requestStart === event.requestStart,
};

const OF_QUESTIONS: Readonly<Record<string, (question: Question) => boolean>> = {
  'questions on all three clocks': ({ point }) =>
    point.asOf !== undefined && point.reportedAsOf !== undefined && point.recordedAsOf !== undefined,
  'questions on the press alone': ({ point }) =>
    point.asOf === undefined && point.reportedAsOf !== undefined && point.recordedAsOf === undefined,
  'questions on no clock': ({ point }) => (point.asOf ?? point.reportedAsOf ?? point.recordedAsOf) === undefined,
  items: ({ read }) => read === 'item',
  histories: ({ read }) => read === 'history',
  boards: ({ read }) => read === 'board',
  lists: ({ read }) => read === 'list',
  'lists of disputes': ({ read }) => read === 'disputes',
};

/** Counts what a run was made of, so that nothing falls out of it unnoticed. */
export class Tally {
  private readonly counts = new Map<string, number>(
    [...Object.keys(OF_EVENTS), ...Object.keys(OF_QUESTIONS)].map((kind) => [kind, 0]),
  );

  add(recorded: readonly Told[], questions: readonly Question[]): void {
    for (const [kind, is] of Object.entries(OF_EVENTS))
      this.count(kind, recorded.filter((event) => is(event, recorded)).length);
    for (const [kind, is] of Object.entries(OF_QUESTIONS)) this.count(kind, questions.filter(is).length);
  }

  /** What did not occur. */
  missing(): string[] {
    return [...this.counts].filter(([, count]) => count === 0).map(([kind]) => kind);
  }

  toString(): string {
    return [...this.counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  }

  private count(kind: string, more: number): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + more);
  }
}

const isDated = (event: Told, precision: ReturnType<typeof precisionOf>): boolean =>
  !isAbout(event) && event.type !== 'StoryOpened' && precisionOf(event.occurredAt) === precision;

const isLate = (event: Told, recorded: readonly Told[]): boolean =>
  !isAbout(event) &&
  recorded.some(
    (other) =>
      !isAbout(other) &&
      other.type === event.type &&
      other.position < event.position &&
      other.occurredAt > event.occurredAt,
  );

const isCorrection = (event: Told): event is ToldAbout => event.type === 'EventCorrected';
const isCorroboration = (event: Told): event is ToldAbout => event.type === 'EventCorroborated';

/** The fact that an event is about, by way of an account of it or not. */
function factOf({ target }: ToldAbout, recorded: readonly Told[]): ToldFact | undefined {
  const found = recorded.find(({ id }) => id === target);
  return found && isAbout(found) ? factOf(found, recorded) : found;
}

/** A correction of a fact's own account that names another subject than the fact did when it was recorded. */
function isMove(event: Told, recorded: readonly Told[]): event is ToldAbout & Pick<ToldFact, 'data'> {
  if (!isCorrection(event) || event.data === undefined) return false;
  const fact = recorded.find(({ id }) => id === event.target);
  if (fact === undefined || isAbout(fact)) return false;
  return subjectOf({ type: fact.type, data: event.data })?.subject !== subjectOf(fact)?.subject;
}

const isToldApart = ({ target, position }: ToldAbout, recorded: readonly Told[]): boolean =>
  recorded.some(
    (other) =>
      isCorroboration(other) && other.target === target && other.data !== undefined && other.position < position,
  );
