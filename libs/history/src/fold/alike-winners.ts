import type { Assertions } from './assertions.js';
import type { DisputedResolution } from './dispute-tracker.js';
import type { Doubt } from './doubts.js';
import type { FoundDisputes } from './found-disputes.js';

/** From one date up to another, exclusive. */
export type Span = Pick<Doubt, 'from' | 'to'>;

/**
 * Finds the dates whose folded facts all share one record of disputes and set the same properties. Each row of such a
 * date, except the last, lists its own fact alone, unless another record puts something in doubt there.
 */
export class AlikeWinners {
  /** By the start of a date; `null` where its facts differ. */
  private readonly byDate = new Map<number, { disputes: FoundDisputes; properties: Assertions['byProperty'] } | null>();
  /** The properties that disputed facts set. */
  private readonly disputed = new Set<string>();

  /** Adds a folded fact. @param found its disputes; `null`: nothing contradicts it */
  add(date: number, { byProperty }: Assertions, found: DisputedResolution | null): void {
    const before = this.byDate.get(date);
    if (!found?.own) this.byDate.set(date, null);
    else if (before === undefined) this.byDate.set(date, { disputes: found.disputes, properties: byProperty });
    else if (before && (before.disputes !== found.disputes || !haveSameKeys(before.properties, byProperty)))
      this.byDate.set(date, null);
    if (found) for (const property of byProperty.keys()) this.disputed.add(property);
  }

  /**
   * The disputes that all facts of a date share; `null` unless these facts set all properties that disputed facts set.
   */
  of(date: number): FoundDisputes | null {
    const alike = this.byDate.get(date);
    return alike && [...this.disputed].every((property) => alike.properties.has(property)) ? alike.disputes : null;
  }
}

const haveSameKeys = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));

/** The spans of dates in which only one of two lists of doubts about the same disputes has a doubt. */
export function doubtsThatDiffer(a: readonly Doubt[][], b: readonly Doubt[][]): Span[] {
  const differing: Span[] = [];
  for (let n = 0; n < Math.max(a.length, b.length); n += 1) {
    const [one, other] = [a[n] ?? [], b[n] ?? []];
    for (const property of new Set([...one, ...other].map((doubt) => doubt.property))) {
      const spans = [one, other].map((doubts) => doubts.filter((doubt) => doubt.property === property));
      const dates = [...new Set(spans.flat().flatMap(({ from, to }) => [from, to]))].sort((x, y) => x - y);
      for (const [m, from] of dates.slice(0, -1).entries()) {
        const [inOne, inOther] = spans.map((all) => all.some((span) => span.from <= from && from < span.to));
        if (inOne !== inOther) differing.push({ from, to: dates[m + 1] as number });
      }
    }
  }
  return differing;
}
