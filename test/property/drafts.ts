import fc from 'fast-check';
import type { MetaEventType, Certainty } from '../oracle/recorded.js';
import { dateAmong, MEETING_POINTS, somePublication } from './dates.js';
import { GENERATORS, type GeneratedFact, type Kind } from './fact-generator.js';

/** The publisher's article, or a page of which only the publication is known. */
export interface SourceDraft {
  /** The index of the publisher. */
  publisher: 0 | 1 | 2 | 3;
  from: 'article' | { publishedAt: string | undefined };
  attributedTo: string | undefined;
}

/** A fact before its story and subject have names. Each case has its own names, so cases do not affect each other. */
export interface FactDraft extends GeneratedFact {
  /** Which of the two subjects of its kind, and which of the two stories. */
  which: 0 | 1;
  story: 0 | 1;
  occurredAt: string;
  certainty: Certainty;
  source: SourceDraft;
}

/** A correction, a retraction or a corroboration before it has a target. */
export interface MetaEventDraft {
  type: MetaEventType;
  /** The number of the target among the events that can be one. */
  target: number;
  /** Other data: those of the generated fact of the target's type. `moves`: about the other subject of its kind. */
  data: { facts: readonly GeneratedFact[]; moves: boolean } | undefined;
  occurredAt: string | undefined;
  certainty: Certainty | undefined;
  source: SourceDraft | undefined;
  /** Of a correction: when the source of the account was published. */
  publishedAt: string | undefined;
}

export type Draft = FactDraft | MetaEventDraft;

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

const factOf = (generated: fc.Arbitrary<GeneratedFact>, occurredAt: fc.Arbitrary<string>): fc.Arbitrary<FactDraft> =>
  fc
    .record({
      generated,
      which: fc.oneof({ weight: 5, arbitrary: fc.constant<0>(0) }, { weight: 1, arbitrary: fc.constant<1>(1) }),
      story: binary,
      occurredAt,
      certainty: someCertainty,
      source: someSource,
    })
    .map(({ generated, ...draft }) => ({ ...draft, ...generated }));

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

const metaEventOf = (
  generators: readonly fc.Arbitrary<GeneratedFact>[],
  occurredAt: fc.Arbitrary<string>,
): fc.Arbitrary<MetaEventDraft> =>
  fc.record({
    type: fc.constantFrom<MetaEventType>(
      'EventCorroborated',
      'EventCorroborated',
      'EventCorroborated',
      'EventCorrected',
      'EventCorrected',
      'EventRetracted',
    ),
    // Often one of the first, so that a few facts get many meta events.
    target: fc.oneof(fc.nat(40), fc.nat(2)),
    data: maybe(fc.record({ facts: fc.tuple(...generators), moves: fc.constantFrom(true, true, false) })),
    occurredAt: maybe(occurredAt),
    certainty: maybe(someCertainty),
    source: maybe(someSource),
    publishedAt: maybe(somePublication),
  });

const KINDS = Object.keys(GENERATORS).filter((kind): kind is Kind => kind !== 'story' && kind !== 'none');
/** Sometimes facts about no subject, or the end of a story. */
const ASIDE = fc.constantFrom(...GENERATORS.none, ...GENERATORS.story);

/** How many events a case has, and of how many kinds and dates they are. */
interface Size {
  kinds: number;
  types: number;
  dates: number;
  minEvents: number;
  maxEvents: number;
}

const SMALL: Size = { kinds: 2, types: 6, dates: 6, minEvents: 1, maxEvents: 27 };
const LARGE: Size = { kinds: 4, types: 12, dates: MEETING_POINTS.length, minEvents: 200, maxEvents: 400 };

/**
 * The events of a case, in any order of their dates. Each case has only a few types and a few dates, so that facts
 * often affect each other.
 */
const draftsOf = ({ kinds, types, dates, minEvents, maxEvents }: Size): fc.Arbitrary<Draft[]> =>
  fc
    .record({
      kinds: fc.subarray(KINDS, { minLength: 1, maxLength: kinds }),
      dates: fc.subarray(MEETING_POINTS, { minLength: 2, maxLength: dates }),
      aside: fc.option(ASIDE, { freq: 2 }),
    })
    .chain(({ kinds: some, dates: few, aside }) => {
      const all = some.flatMap((kind) => GENERATORS[kind]);
      return fc
        .subarray(all, { minLength: 1, maxLength: Math.min(types, all.length) })
        .map((generators) => ({ generators: [...generators, ...(aside === null ? [] : [aside])], few }));
    })
    .chain(({ generators, few }) => {
      const facts = generators.map((one) => factOf(one, dateAmong(few)));
      const [first] = facts;
      if (first === undefined) throw new RangeError('a case has a kind of facts');
      const metaEvent = metaEventOf(generators, dateAmong(few));
      const event = fc.oneof<fc.WeightedArbitrary<Draft>[]>(
        { weight: 3, arbitrary: fc.oneof(...facts) },
        { weight: 2, arbitrary: metaEvent },
      );
      const more = fc.array(event, { minLength: minEvents, maxLength: maxEvents, size: 'max' });
      return fc.tuple(first, more).map(([one, others]) => [one, ...others]);
    });

export const drafts = draftsOf(SMALL);
export const largeDrafts = draftsOf(LARGE);
