import { keyOf } from '#projector/store/subject-key.js';
import type { Clocks } from '../../clocks/clocks.js';
import type { ItemChange } from '../../changes/changed-items.js';
import { haltAt } from '../../items/halted-subjects.js';
import type { ActiveGeneration } from '../../clocks/active-generation.js';
import { toSubject } from '../../subjects/subject.js';
import type { SubjectAt } from '../../items/subject-at.js';
import type { SubjectName } from '../../subjects/read-subjects.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import type { LoadFacts } from '../facts/log-facts.js';
import { SubjectRecord } from './subject-record.js';

/** Facts kept over all subjects. */
const MOST = 4_000;
/** Subjects looked at to keep fewer: where many facts overlap, little can be folded away. */
const AT_ONCE = 8;

/** The subjects of a story's board, past and present, as the record has them so far. */
export class SubjectRecords {
  private readonly records = new Map<string, SubjectRecord>();
  private readonly stories: ReadonlySet<string>;
  /** What is said of those on the board. */
  private readonly said = new Map<SubjectRecord, Pick<SubjectAt, 'row' | 'lists' | 'item'>>();
  /** Those that keep facts, the longest unused first. */
  private readonly kept = new Set<SubjectRecord>();
  private facts = 0;

  /**
   * @param subjects all that ever were the story's
   * @param budget how many facts of one may be folded for one request
   */
  constructor(
    private readonly story: string,
    subjects: readonly SubjectName[],
    private readonly clocks: Clocks,
    private readonly budget: number,
  ) {
    this.stories = new Set(subjects.map(keyOf));
  }

  /** The record of a subject; `null` where it is none of the story's. */
  of(serving: ActiveGeneration, { subject }: TouchedSubject): SubjectRecord | null {
    const { view, projection } = serving;
    const key = keyOf({ projection, subject });
    const known = this.records.get(key);
    if (known || !this.stories.has(key)) return known ?? null;
    const record = new SubjectRecord(view, projection, subject, this.story, this.clocks, this.budget);
    const halted = haltAt(toSubject(serving, subject), this.clocks.position);
    if (halted !== null) record.halt(halted);
    this.records.set(key, record);
    return record;
  }

  /** What a request changes on the board; `null` where the subject was not there before nor is now. */
  async change(record: SubjectRecord, touched: TouchedSubject, load: LoadFacts): Promise<ItemChange[] | null> {
    this.facts -= record.size;
    const wasThere = record.onBoard;
    const before = this.said.get(record)?.item ?? null;
    await record.change(touched, load);
    const after = record.item;
    if (record.onBoard) this.said.set(record, { ...record.shown, item: after });
    else this.said.delete(record);
    this.keep(record);
    if (record.halted !== null || (!wasThere && !record.onBoard)) return null;
    const change = { view: record.view.name, subject: record.subject, before, after };
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [change];
  }

  /** The subjects of the board as it is now. */
  onBoard(): SubjectAt[] {
    return [...this.said].map(([{ view, projection, subject, halted }, said]) => ({
      view,
      projection,
      subject,
      halt: null,
      halted,
      ...said,
    }));
  }

  private keep(record: SubjectRecord): void {
    this.facts += record.size;
    this.kept.delete(record);
    this.kept.add(record);
    let tries = 0;
    for (const oldest of this.kept) {
      if (this.facts <= MOST || (tries += 1) > AT_ONCE) break;
      this.facts -= oldest.size;
      oldest.shorten(Math.floor(oldest.size / 4));
      this.facts += oldest.size;
      this.kept.delete(oldest);
      if (oldest.size > 0) this.kept.add(oldest);
    }
  }
}
