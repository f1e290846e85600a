import type { ResolvedFact } from '../facts/resolved-fact.js';
import { MAX_LISTED } from './listed.js';
import type { RowMetadata } from './row.js';

/** Counts the claims that stand, however many: a row lists the latest of each type alone. */
export class ClaimCounter {
  private readonly speakers = new Map<string, Set<string | null>>();

  /**
   * Facts and claims are told in fold order.
   * @param isFolded false for a fact that was left out in a dispute, which ends no claim
   */
  tell(fact: ResolvedFact, isFolded: boolean): void {
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

/** Whether a row may list fewer claims than stand: of some type it lists as many as it can. */
export function isCut({ claims }: Pick<RowMetadata, 'claims'>): boolean {
  if (claims.length < MAX_LISTED) return false;
  const ofType = new Map<string, number>();
  for (const { type } of claims) ofType.set(type, (ofType.get(type) ?? 0) + 1);
  return [...ofType.values()].some((count) => count >= MAX_LISTED);
}
