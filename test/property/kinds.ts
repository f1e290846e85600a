import fc from 'fast-check';
import { isAbout } from '../oracle/current-facts.js';
import { precisionOf } from '../oracle/dates.js';
import { deadlines } from '../oracle/deadlines.js';
import { subjectOf, VIEWS } from '../oracle/subjects.js';
import { isMetaEvent, type RecordedEvent, type RecordedMetaEvent, type RecordedFact } from '../oracle/recorded.js';
import { Reading } from '../oracle/reading.js';
import { SERIES_CLOCKS } from '../oracle/series.js';
import { leftOut } from '../oracle/undated.js';
import { GENERATORS } from './fact-generator.js';
import { READS, type Question } from './questions.js';

/** The kinds of events that a run has to contain. `recorded`: all events of the case. */
const OF_EVENTS: Readonly<Record<string, (event: RecordedEvent, recorded: readonly RecordedEvent[]) => boolean>> = {
  'facts dated to a year': (event) => isDated(event, 'year'),
  'facts dated to a month': (event) => isDated(event, 'month'),
  'facts dated to a day': (event) => isDated(event, 'day'),
  'facts dated to an instant': (event) => isDated(event, 'instant'),
  claims: (event) => !isMetaEvent(event) && event.certainty === 'claimed',
  'confirmed facts': (event) => !isMetaEvent(event) && event.certainty === 'confirmed',
  'sources of a known publication': ({ publisher, publishedAt }) =>
    publisher !== undefined && publishedAt !== undefined,
  'sources of an unknown publication': ({ publisher, publishedAt }) =>
    publisher !== undefined && publishedAt === undefined,
  'facts recorded late': (event, recorded) => isLate(event, recorded),
  'corrections of data': (event) => isCorrection(event) && event.data !== undefined,
  'corrections of a date': (event) => isCorrection(event) && event.occurredAt !== undefined,
  'corrections of certainty': (event) => isCorrection(event) && event.certainty !== undefined,
  'corrections of a publication': (event) => isCorrection(event) && event.correctedPublication !== undefined,
  'corrections of a publication by a paper': (event) =>
    isCorrection(event) && event.correctedPublication !== undefined && event.publisher !== undefined,
  'corrections of an unknown publication': (event) =>
    isCorrection(event) && event.publisher !== undefined && event.publishedAt === undefined,
  'retractions of an unknown publication': (event) =>
    event.type === 'EventRetracted' && event.publisher !== undefined && event.publishedAt === undefined,
  'corrections of a paper': (event) => isCorrection(event) && event.publisher !== undefined,
  'corrections of the desk': (event) => isCorrection(event) && event.publisher === undefined,
  'corrections of one account': (event, recorded) =>
    isCorrection(event) && factOf(event, recorded)?.id !== event.target,
  'moves to another subject': (event, recorded) => isMove(event, recorded),
  'moves of facts of which others gave data': (event, recorded) =>
    isMove(event, recorded) && hasDataOfOthers(event, recorded),
  'retractions of a fact': (event, recorded) =>
    event.type === 'EventRetracted' && isMetaEvent(event) && factOf(event, recorded)?.id === event.target,
  'retractions of one account': (event, recorded) =>
    event.type === 'EventRetracted' && isMetaEvent(event) && factOf(event, recorded)?.id !== event.target,
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
  ...Object.fromEntries(
    typesGenerated().map((type) => [`facts ${type}`, (event: RecordedEvent) => event.type === type]),
  ),
  'requests of several events about one fact': (event, recorded) =>
    isMetaEvent(event) && factOf(event, recorded)?.requestStart === event.requestStart,
};

const OF_QUESTIONS: Readonly<Record<string, (question: Question, recorded: readonly RecordedEvent[]) => boolean>> = {
  'questions that include what is undated': ({ point }) =>
    point.undated === 'include' && point.reportedAsOf !== undefined,
  'questions about which something is left out': ({ subject, point }, recorded) =>
    point.reportedAsOf !== undefined &&
    (leftOut(new Reading(recorded, point), (fact) => isAbout(fact, subject)) ?? 0) > 0,
  'questions on all three clocks': ({ point }) =>
    point.asOf !== undefined && point.reportedAsOf !== undefined && point.recordedAsOf !== undefined,
  'questions on the press alone': ({ point }) =>
    point.asOf === undefined && point.reportedAsOf !== undefined && point.recordedAsOf === undefined,
  'questions on no clock': ({ point }) => (point.asOf ?? point.reportedAsOf ?? point.recordedAsOf) === undefined,
  'questions by what was known on a day': ({ knownOn }) => knownOn,
  ...Object.fromEntries(READS.map((read) => [`reads of ${read}`, (question: Question) => question.read === read])),
  'timelines of a party': ({ read, filter }) => read === 'timeline' && filter.parties !== undefined,
  'timelines of a person': ({ read, filter }) => read === 'timeline' && filter.person !== undefined,
  'timelines by a filter of the story': ({ read, among }) => read === 'timeline' && among === 'filter',
  'changes by a filter of the story': ({ read, among }) => read === 'changes' && among === 'filter',
  'deadlines within a span': ({ read, deadlines: { within } }) => read === 'deadlines' && within !== undefined,
  'deadlines of which there are some': ({ read, story, point, deadlines: filter }, recorded) =>
    read === 'deadlines' && deadlines(new Reading(recorded, point), story, filter).length > 0,
  ...Object.fromEntries(
    SERIES_CLOCKS.map((clock) => [
      `series along ${clock}`,
      ({ read, steps }: Question) => read === 'series' && steps.clock === clock,
    ]),
  ),
  ...Object.fromEntries(
    VIEWS.map((view) => [`questions about ${view}`, ({ subject }: Question) => subject.view === view]),
  ),
};

/** Counts the kinds of events and questions of a run, so that none disappears unnoticed. */
export class Tally {
  private readonly counts = new Map<string, number>(
    [...Object.keys(OF_EVENTS), ...Object.keys(OF_QUESTIONS)].map((kind) => [kind, 0]),
  );

  add(recorded: readonly RecordedEvent[], questions: readonly Question[]): void {
    for (const [kind, is] of Object.entries(OF_EVENTS))
      this.count(kind, recorded.filter((event) => is(event, recorded)).length);
    for (const [kind, is] of Object.entries(OF_QUESTIONS))
      this.count(kind, questions.filter((question) => is(question, recorded)).length);
  }

  /** The kinds that did not occur. */
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

const isDated = (event: RecordedEvent, precision: ReturnType<typeof precisionOf>): boolean =>
  !isMetaEvent(event) && event.type !== 'StoryOpened' && precisionOf(event.occurredAt) === precision;

const isLate = (event: RecordedEvent, recorded: readonly RecordedEvent[]): boolean =>
  !isMetaEvent(event) &&
  recorded.some(
    (other) =>
      !isMetaEvent(other) &&
      other.type === event.type &&
      other.position < event.position &&
      other.occurredAt > event.occurredAt,
  );

const isCorrection = (event: RecordedEvent): event is RecordedMetaEvent => event.type === 'EventCorrected';
const isCorroboration = (event: RecordedEvent): event is RecordedMetaEvent => event.type === 'EventCorroborated';

/** The fact that a meta event is about, directly or by way of an account. */
function factOf({ target }: RecordedMetaEvent, recorded: readonly RecordedEvent[]): RecordedFact | undefined {
  const found = recorded.find(({ id }) => id === target);
  return found && isMetaEvent(found) ? factOf(found, recorded) : found;
}

/** A correction of a fact's own account that names another subject than the recorded fact. */
function isMove(
  event: RecordedEvent,
  recorded: readonly RecordedEvent[],
): event is RecordedMetaEvent & Pick<RecordedFact, 'data'> {
  if (!isCorrection(event) || event.data === undefined) return false;
  const fact = recorded.find(({ id }) => id === event.target);
  if (fact === undefined || isMetaEvent(fact)) return false;
  return subjectOf({ ...fact, data: event.data })?.subject !== subjectOf(fact)?.subject;
}

const hasDataOfOthers = ({ target, position }: RecordedMetaEvent, recorded: readonly RecordedEvent[]): boolean =>
  recorded.some(
    (other) =>
      isCorroboration(other) && other.target === target && other.data !== undefined && other.position < position,
  );

/** The types of the facts that can be generated. */
function typesGenerated(): string[] {
  const facts = Object.values(GENERATORS).flatMap((some) =>
    some.flatMap((one) => fc.sample(one, { numRuns: 1, seed: 1 })),
  );
  return [...new Set(facts.map(({ type }) => type))];
}
