import type { TouchedSubject } from '#history/revise/history-window.js';
import { subjectKey } from '#projector/store/projections.js';
import type { ItemChange } from '../changes/read-changes.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import type { SubjectAt } from '../items/view-item.js';
import { haltAt, type SubjectName, toSubject } from '../subjects/subject.js';
import type { LoadFacts } from '../timeline/facts-from-log.js';
import { SubjectRecord } from './subject-record.js';

/** How many facts all subjects together keep. */
const MAX_FACTS = 4_000;
/** How many subjects are shortened after one change. Where many facts overlap, little of a subject can be dropped. */
const MAX_SHORTENED = 8;

/** The subjects that are or were on a story's board, as the events replayed so far make them. */
export class SubjectRecords {
  private readonly records = new Map<string, SubjectRecord>();
  private readonly stories: ReadonlySet<string>;
  /** The subjects on the board, as they are shown. */
  private readonly shown = new Map<SubjectRecord, Pick<SubjectAt, 'row' | 'lists' | 'item'>>();
  /** The subjects that keep facts, the least recently changed first. */
  private readonly kept = new Set<SubjectRecord>();
  private facts = 0;

  /**
   * @param subjects all that a fact of the story ever touched
   * @param budget how many facts of one may be folded for one request
   */
  constructor(
    private readonly story: string,
    subjects: readonly SubjectName[],
    private readonly clocks: Clocks,
    private readonly budget: number,
  ) {
    this.stories = new Set(subjects.map(subjectKey));
  }

  /** The record of a subject; `null` where it is none of the story's. */
  of(generation: ActiveGeneration, { subject }: TouchedSubject): SubjectRecord | null {
    const { view, projection } = generation;
    const key = subjectKey({ projection, subject });
    const known = this.records.get(key);
    if (known || !this.stories.has(key)) return known ?? null;
    const record = new SubjectRecord(view, projection, subject, this.story, this.clocks, this.budget);
    const halted = haltAt(toSubject(generation, subject), this.clocks.position);
    if (halted !== null) record.halt(halted);
    this.records.set(key, record);
    return record;
  }

  /**
   * Applies the change of one request.
   *
   * @returns how it changes the board; `null` where the subject is halted, or was not there before nor is now
   */
  async change(record: SubjectRecord, touched: TouchedSubject, load: LoadFacts): Promise<ItemChange[] | null> {
    this.facts -= record.size;
    const wasThere = record.onBoard;
    const before = this.shown.get(record)?.item ?? null;
    await record.change(touched, load);
    const after = record.item;
    if (record.onBoard) this.shown.set(record, { ...record.shown, item: after });
    else this.shown.delete(record);
    this.keep(record);
    if (record.halted !== null || (!wasThere && !record.onBoard)) return null;
    const change = { view: record.view.name, subject: record.subject, before, after };
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [change];
  }

  /** The subjects of the board as it is now. */
  onBoard(): SubjectAt[] {
    return [...this.shown].map(([{ view, projection, subject, halted }, shown]) => ({
      view,
      projection,
      subject,
      halt: null,
      halted,
      ...shown,
    }));
  }

  private keep(record: SubjectRecord): void {
    this.facts += record.size;
    this.kept.delete(record);
    this.kept.add(record);
    let tries = 0;
    for (const oldest of this.kept) {
      if (this.facts <= MAX_FACTS || (tries += 1) > MAX_SHORTENED) break;
      this.facts -= oldest.size;
      oldest.shorten(Math.floor(oldest.size / 4));
      this.facts += oldest.size;
      this.kept.delete(oldest);
      if (oldest.size > 0) this.kept.add(oldest);
    }
  }
}
