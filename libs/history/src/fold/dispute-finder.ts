import { createHash } from 'node:crypto';
import type { AnyView } from '#views/define-view.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf } from './assertions.js';
import { accountAssertionsOf, accountCandidates, overruledCandidates } from './candidates.js';
import type { OverruledFacts } from './date-group.js';
import { DisputedVersion, placeWinnerAccounts } from './disputed-version.js';
import { FoundDisputes } from './found-disputes.js';
import type { OwnCandidate } from './row.js';

/** The disputes about one fact. */
export interface FactDisputes {
  disputes: FoundDisputes;
  /** Where other facts share the disputes: the fact's own version in each dispute. */
  own: OwnCandidate[] | undefined;
  /** Where other facts share the disputes: the last of those facts, if this one comes after it. */
  after: ResolvedFact | null;
}

/** Finds the disputes about facts. Facts of one type and date that overrule the same facts share what is found. */
export class DisputeFinder {
  private readonly shared = new Map<string, FoundDisputes>();

  constructor(private readonly view: AnyView) {}

  /** The disputes about a fact; `null` where nothing contradicts it. @param overruled the facts that it won over */
  find(fact: ResolvedFact, overruled: OverruledFacts | undefined): FactDisputes | null {
    if (!overruled && fact.accounts.length < 2) return null;
    const ofAccounts = accountCandidates(this.view, fact);
    if (ofAccounts.length === 0 && !overruled) return null;
    const isShared =
      overruled &&
      ofAccounts.length === 0 &&
      !fact.accounts.some((one) => overruled.publishers.has(one.publisher ?? ''));
    if (isShared) return this.findShared(fact, overruled);
    const ofFacts = overruled ? overruledCandidates(this.view, fact, overruled.facts) : [];
    const candidates = [...ofAccounts, ...ofFacts].sort(compareInFoldOrder);
    const accounts = accountAssertionsOf(this.view, fact);
    const disputes = new FoundDisputes(this.view, `fact ${fact.position}`, fact, candidates, accounts);
    return { disputes, own: undefined, after: null };
  }

  private findShared(fact: ResolvedFact, overruled: OverruledFacts): FactDisputes {
    let disputes = this.shared.get(overruled.key);
    if (!disputes) {
      const candidates = overruledCandidates(this.view, fact, overruled.facts);
      const key = createHash('sha256').update(overruled.key).digest('base64url').slice(0, 22);
      disputes = new FoundDisputes(this.view, key, fact, candidates, []);
      this.shared.set(overruled.key, disputes);
    }
    const winner = assertionsOf(this.view, fact).byProperty;
    const own = disputes.properties.map((property): OwnCandidate => {
      const accounts = accountAssertionsOf(this.view, fact).filter(
        ({ assertions }) => assertions.byProperty.get(property)?.parts,
      );
      const version = new DisputedVersion(fact.occurredAt, winner.get(property)?.value, null);
      for (const one of placeWinnerAccounts(fact, accounts)) version.add(one);
      return version.build();
    });
    return { disputes, own, after: disputes.share(fact, own) };
  }
}
