import { useInfiniteQuery } from '@tanstack/react-query';
import { claimsQuery, type DisputeFilter } from '../api/queries.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { FactList } from '../facts/FactList.js';

interface ClaimsAloneProps {
  about: Pick<DisputeFilter, 'story' | 'view'>;
  clocks: ClockPoint;
}

/** What somebody says, and nobody reports as a fact. */
export function ClaimsAlone({ about, clocks }: ClaimsAloneProps) {
  const read = useInfiniteQuery(claimsQuery(about, clocks));
  return (
    <section aria-label="Claims alone">
      <p className="note">
        Somebody says so, and no state follows it. When a paper reports the same as a fact, corroborate the claim with
        it.
      </p>
      <FactList read={read} clocks={clocks} empty="Nothing is only claimed at this point." />
    </section>
  );
}
