import type { RowContent } from '#history/fold/row.js';
import type { Subject } from '../subjects/subject.js';
import type { RowLists } from './row-lists.js';
import { viewItem, type ViewItem } from './view-item.js';

/** A subject at one point of the clocks; `item` is `null` before its first fact. */
export interface SubjectAt extends Subject {
  /** Of the latest fact that has touched it by then. */
  item: ViewItem | null;
  /** What is stored, for those who need to know whether anything is said. */
  row: RowContent | null;
  lists: RowLists | null;
  /** Why nothing is said of it: it is set aside. `null`: it is not. */
  halted: string | null;
}

/**
 * With what its row there says.
 * @param instant for which is told what time alone changes, microseconds since the epoch
 */
export function subjectAt(
  subject: Subject,
  story: string,
  row: RowContent,
  lists: RowLists,
  events: string[],
  instant: number,
): SubjectAt {
  return {
    ...subject,
    row,
    lists,
    halted: null,
    item: viewItem(subject.view, subject.subject, story, row, lists, events, instant),
  };
}
