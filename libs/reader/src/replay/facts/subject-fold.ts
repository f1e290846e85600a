import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import type { DisputeRecord, Row } from '#history/fold/row.js';
import { isOwnProperty } from '#history/fold/assertions.js';

/** What was last said of each property, by all that was folded so far: what it lacks was never said. */
export class LatestAssertions extends Map<string, unknown> {
  /** Whether a value is known, which for a property that was never said is `undefined`. */
  override has(): true {
    return true;
  }

  hear(rows: readonly Row[]): void {
    for (const { says } of rows) {
      for (const [property, value] of Object.entries(says.said ?? {}))
        if (!isOwnProperty(property)) this.set(property, value);
    }
  }
}

/**
 * A subject folded run by run, of which only the last row, what was last said and the disputes that are listed stay.
 */
export class SubjectFold {
  /** The last row so far. */
  row: Row | null = null;
  readonly said = new LatestAssertions();
  /** The disputes that the last row and those of the last run list, by key. */
  records: ReadonlyMap<string, DisputeRecord> = new Map();

  constructor(private readonly view: AnyView) {}

  /** The rows that facts add. All of them begin, by every account, when those before are over. */
  fold(facts: readonly ResolvedFact[]): Row[] {
    const { rows, records } = foldFacts(this.view, this.row, facts, (property) => this.said.get(property));
    this.said.hear(rows);
    for (const { record } of this.row?.says.disputed ?? []) {
      const before = this.records.get(record);
      if (before) records.set(record, before);
    }
    this.records = records;
    this.row = rows.at(-1) ?? this.row;
    return rows;
  }
}
