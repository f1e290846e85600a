import fc from 'fast-check';
import type { AboutType, Certainty } from '../oracle/told.js';
import { dateAmong, MEETING_POINTS, somePublication } from './dates.js';
import { HAPPENINGS, type Happening } from './happenings.js';

/** From the publisher's article, or from a page of which only this publication is known. */
export interface SourceDraft {
  /** Which of the publishers. */
  publisher: 0 | 1 | 2 | 3;
  from: 'article' | { publishedAt: string | undefined };
  attributedTo: string | undefined;
}

/**
 * A fact before it has a story and a subject of its own: those are made anew for each case, so that cases never meet.
 */
export interface FactDraft extends Happening {
  /** Which of the two subjects of its kind, which of the two stories. */
  which: 0 | 1;
  story: 0 | 1;
  occurredAt: string;
  certainty: Certainty;
  source: SourceDraft;
}

/** A correction, a retraction or a corroboration before it has a target. */
export interface AboutDraft {
  type: AboutType;
  /** Which of those that can be its target, by number. */
  target: number;
  /**
   * Other data, by one of these that is of the target's type; `moves` takes a fact to the other subject of its kind.
   */
  data: { happenings: readonly Happening[]; moves: boolean } | undefined;
  occurredAt: string | undefined;
  certainty: Certainty | undefined;
  source: SourceDraft | undefined;
}

export type Draft = FactDraft | AboutDraft;

const binary = fc.constantFrom<0 | 1>(0, 1);
const someCertainty = fc.constantFrom<Certainty>('reported', 'reported', 'reported', 'confirmed', 'claimed');
const someSource = fc.record<SourceDraft>({
  publisher: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
  from: fc.oneof(
    fc.constant<'article'>('article'),
    fc.record({ publishedAt: fc.option(somePublication, { nil: undefined }) }),
  ),
  attributedTo: fc.constantFrom(undefined, 'A minister', 'A spokeswoman'),
});

const factOf = (happening: fc.Arbitrary<Happening>, occurredAt: fc.Arbitrary<string>): fc.Arbitrary<FactDraft> =>
  fc
    .record({
      happening,
      which: fc.oneof({ weight: 5, arbitrary: fc.constant<0>(0) }, { weight: 1, arbitrary: fc.constant<1>(1) }),
      story: binary,
      occurredAt,
      certainty: someCertainty,
      source: someSource,
    })
    .map(({ happening, ...draft }) => ({ ...draft, ...happening }));

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

const aboutOf = (
  happenings: readonly fc.Arbitrary<Happening>[],
  occurredAt: fc.Arbitrary<string>,
): fc.Arbitrary<AboutDraft> =>
  fc.record({
    type: fc.constantFrom<AboutType>(
      'EventCorroborated',
      'EventCorroborated',
      'EventCorroborated',
      'EventCorrected',
      'EventCorrected',
      'EventRetracted',
    ),
    // Often one of the first: so much is said of a few facts.
    target: fc.oneof(fc.nat(40), fc.nat(2)),
    data: maybe(fc.record({ happenings: fc.tuple(...happenings), moves: fc.constantFrom(true, true, false) })),
    occurredAt: maybe(occurredAt),
    certainty: maybe(someCertainty),
    source: maybe(someSource),
  });

/**
 * What is posted in a case, in any order of the dates, of a few types and on a few dates only, other ones in each: so
 * facts meet often.
 */
export const drafts: fc.Arbitrary<Draft[]> = fc
  .record({
    happenings: fc.subarray([...HAPPENINGS], { minLength: 1, maxLength: 6 }),
    dates: fc.subarray(MEETING_POINTS, { minLength: 2, maxLength: 6 }),
  })
  .chain(({ happenings, dates }) => {
    const fact = fc.oneof(...happenings.map((happening) => factOf(happening, dateAmong(dates))));
    const about = aboutOf(happenings, dateAmong(dates));
    const some = fc.oneof<fc.WeightedArbitrary<Draft>[]>(
      { weight: 3, arbitrary: fact },
      { weight: 2, arbitrary: about },
    );
    return fc
      .tuple(fact, fc.array(some, { minLength: 1, maxLength: 27, size: '+1' }))
      .map(([first, more]) => [first, ...more]);
  });
