import type { ResolvedFact } from '../facts/resolved-fact.js';
import { MAX_LISTED, type RowMetadata } from './row.js';

/** Counts all current claims: a row lists only the latest of each type. */
export class ClaimCounter {
  private readonly speakers = new Map<string, Set<string | null>>();

  /**
   * Adds the next fact or claim in fold order.
   *
   * @param isFolded false for an overruled fact, which ends no claim
   */
  add(fact: ResolvedFact, isFolded: boolean): void {
    if (fact.claim) {
      const speakers = this.speakers.get(fact.type) ?? new Set();
      this.speakers.set(fact.type, speakers);
      speakers.add(fact.by);
    } else if (isFolded) this.speakers.delete(fact.type);
  }

  get count(): number {
    return [...this.speakers.values()].reduce((sum, { size }) => sum + size, 0);
  }

  copy(): ClaimCounter {
    const copy = new ClaimCounter();
    for (const [type, speakers] of this.speakers) copy.speakers.set(type, new Set(speakers));
    return copy;
  }
}

/** Whether a row may list fewer claims than there are: of some type it lists as many as it can. */
export function isCut({ claims }: Pick<RowMetadata, 'claims'>): boolean {
  if (claims.length < MAX_LISTED) return false;
  const ofType = new Map<string, number>();
  for (const { type } of claims) ofType.set(type, (ofType.get(type) ?? 0) + 1);
  return [...ofType.values()].some((count) => count >= MAX_LISTED);
}
