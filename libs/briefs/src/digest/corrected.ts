import { withStop } from '#catalogue/wording/sentence.js';
import type { Fact } from '../material.js';
import { citing, type Sentence } from '../sentence.js';

const MOST = 10;

/** Which facts of a period were corrected or withdrawn since, and why. */
export function whatWasCorrected(facts: readonly Fact[]): Sentence[] {
  return facts.flatMap((fact) => remarked(fact)).slice(0, MOST);
}

function remarked(fact: Fact): Sentence[] {
  const { sentence, retracted, corrected } = fact;
  if (retracted) {
    const { events } = citing('', [fact]);
    return [
      {
        text: `Withdrawn: “${sentence}” Reason: ${withStop(retracted.reason)}`,
        events: [...new Set([...events, retracted.event])],
      },
    ];
  }
  const last = corrected?.at(-1);
  return last ? [citing(`Corrected, and now reads: “${sentence}” Reason: ${withStop(last.reason)}`, [fact])] : [];
}
