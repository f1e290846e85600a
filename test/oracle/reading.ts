import { currentFacts, isAbout, isClaim, isSubject, subjectsNamed, type CurrentFact } from './current-facts.js';
import { judge, type Judged } from './disputes.js';
import { knownAt, type Knowledge, type Point } from './knowledge.js';
import type { RecordedEvent } from './recorded.js';
import { subjectOf, VIEWS, type Subject, type ViewName } from './subjects.js';

/** The facts of a subject as of a publication time and a position of the log, whatever their dates. */
export interface SubjectFacts extends Judged {
  subject: Subject;
  /** All facts and claims, in order. */
  all: readonly CurrentFact[];
  /** The claims and the folded facts, in order. */
  counted: readonly CurrentFact[];
}

/** All that a question at one point of the clocks needs, made anew from the log for each question. */
export class Reading {
  readonly known: Knowledge;
  /** All facts and claims, in order, whatever their dates. */
  readonly facts: readonly CurrentFact[];
  private readonly subjects = new Map<string, SubjectFacts>();
  private withUndated: Reading | undefined;

  constructor(
    readonly recorded: readonly RecordedEvent[],
    readonly point: Point,
  ) {
    this.known = knownAt(recorded, point);
    this.facts = currentFacts(this.known);
  }

  /** At the same point, where what has no date of publication counts as well. */
  including(): Reading {
    this.withUndated ??=
      this.point.undated === 'include' ? this : new Reading(this.recorded, { ...this.point, undated: 'include' });
    return this.withUndated;
  }

  /** At the same point of the record, with all dates and all publications. */
  ofAllTimes(): Reading {
    return new Reading(this.recorded, { ...this.point, asOf: undefined, reportedAsOf: undefined });
  }

  of(subject: Subject): SubjectFacts {
    const key = `${subject.view} ${subject.subject}`;
    const known = this.subjects.get(key) ?? this.subjectFacts(subject);
    this.subjects.set(key, known);
    return known;
  }

  private subjectFacts(subject: Subject): SubjectFacts {
    const all = this.facts.filter((fact) => isAbout(fact, subject));
    const judged = judge(all);
    const folded = new Set(judged.folded);
    return { ...judged, subject, all, counted: all.filter((fact) => isClaim(fact) || folded.has(fact)) };
  }

  /** Whether an event of the log has ever named the subject. */
  knows(subject: Subject): boolean {
    return subjectsNamed(this.known).some((named) => isSubject(named, subject));
  }

  /** Whether the record has the story. */
  hasOpened(story: string): boolean {
    return this.known.events.some((event) => event.type === 'StoryOpened' && event.story === story);
  }

  /**
   * The subjects of the facts and claims of a story, or of all, as of the publication time and the position, whatever
   * the dates: by view and subject.
   */
  touchedBy(story: string | undefined, views: readonly ViewName[] = VIEWS): Subject[] {
    const touched = this.facts.flatMap((fact) =>
      story === undefined || fact.story === story ? (subjectOf(fact) ?? []) : [],
    );
    return VIEWS.filter((view) => views.includes(view)).flatMap((view) => {
      const subjects = touched.filter((one) => one.view === view).map(({ subject }) => subject);
      return [...new Set(subjects)].sort().map((subject) => ({ view, subject }));
    });
  }
}
