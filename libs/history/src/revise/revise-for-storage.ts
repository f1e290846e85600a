import type { AnyView } from '#views/define-view.js';
import { excessOf } from './budget.js';
import type { HistoryWindow, SubjectChange } from './history-window.js';
import type { RecordChanges } from './record-versions.js';
import { revise, type Revision, type RevisionResult } from './revise.js';
import type { RowVersion } from './row-version.js';

/** The result of a change whose new rows are to be stored. */
type StorableResult =
  /** `textLength`: how many characters of rows and records are to be inserted. */
  | ({ kind: 'revised'; textLength: number } & Revision)
  | Exclude<RevisionResult, { kind: 'revised' }>
  /** The view's own code threw. The window is in an undefined state. */
  | { kind: 'failed'; error: unknown };

/** As `revise`, and decides how the new rows are stored. Nothing is thrown. */
export function reviseForStorage(
  view: AnyView,
  window: HistoryWindow,
  change: SubjectChange,
  budget: number,
): StorableResult {
  try {
    const result = revise(view, window, change, budget);
    if (result.kind !== 'revised') return result;
    const { inserted, closed, records } = result;
    encodeRows(window, inserted);
    const textLength = textLengthOf(inserted, records);
    const excess = excessOf({ text: textLength }, budget);
    if (excess === null) return { kind: 'revised', inserted, closed, records, textLength };
    for (const version of [...closed, ...records.closed]) version.knownTo = null;
    return { kind: 'excess', reason: excess };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Decides how new rows are stored: each by the row that is now before it. */
function encodeRows({ base, rows }: HistoryWindow, inserted: readonly RowVersion[]): void {
  const [first] = inserted;
  let place = first ? rows.lastIndexOf(first) : 0;
  for (const row of inserted) {
    place = rows.indexOf(row, place);
    row.encodeAfter(rows[place - 1] ?? base);
  }
}

function textLengthOf(rows: readonly RowVersion[], records: RecordChanges): number {
  let length = 0;
  for (const row of rows) length += row.insertedLength;
  for (const record of records.inserted) length += record.text.length;
  return length;
}
