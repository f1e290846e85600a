import fc from 'fast-check';
import { namedDate } from '../oracle/dates.js';
import { dateAmong, MEETING_POINTS, somePublication } from './dates.js';
import { HAPPENINGS, type Happening } from './happenings.js';

/** A fact before it has a story, a subject and a source of its own: those are made anew for each case, so that cases never meet. */
export interface Draft extends Happening {
  /** Which of the two subjects of its kind, which of the two stories, which of the three publishers. */
  which: 0 | 1;
  story: 0 | 1;
  publisher: 0 | 1 | 2;
  occurredAt: string;
  certainty: 'reported' | 'claimed' | 'confirmed';
  attributedTo: string | undefined;
  /** From the publisher's article, or from a page of which only this publication is known. */
  source: 'article' | { publishedAt: string | undefined };
}

const binary = fc.constantFrom<0 | 1>(0, 1);

const draftOf = (happening: fc.Arbitrary<Happening>, occurredAt: fc.Arbitrary<string>): fc.Arbitrary<Draft> =>
  fc
    .record({
      happening,
      which: fc.oneof({ weight: 5, arbitrary: fc.constant<0>(0) }, { weight: 1, arbitrary: fc.constant<1>(1) }),
      story: binary,
      publisher: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
      occurredAt,
      certainty: fc.constantFrom<Draft['certainty']>('reported', 'reported', 'reported', 'confirmed', 'claimed'),
      attributedTo: fc.constantFrom(undefined, 'A minister', 'A spokeswoman'),
      source: fc.oneof(fc.constant<'article'>('article'), fc.record({ publishedAt: fc.option(somePublication, { nil: undefined }) })),
    })
    .map(({ happening, ...draft }) => ({ ...draft, ...happening }));

/** Facts in any order of their dates, of a few types and on a few dates only, other ones in each case: so they meet often. */
export const drafts: fc.Arbitrary<Draft[]> = fc
  .record({
    happenings: fc.subarray([...HAPPENINGS], { minLength: 1, maxLength: 6 }),
    dates: fc.subarray(MEETING_POINTS, { minLength: 2, maxLength: 6 }),
  })
  .chain(({ happenings, dates }) => {
    const facts = happenings.map((happening) => draftOf(happening, dateAmong(dates)));
    return fc.array(fc.oneof(...facts), { minLength: 2, maxLength: 24, size: '+1' });
  })
  .map(withoutContradictions);

/** Where publishers would tell different values of one type on the same named date, all of it is told by the first of them. */
function withoutContradictions(facts: Draft[]): Draft[] {
  const sameStatement = (a: Draft, b: Draft): boolean =>
    a.type === b.type &&
    a.kind === b.kind &&
    a.which === b.which &&
    namedDate(a.occurredAt) === namedDate(b.occurredAt) &&
    b.certainty !== 'claimed';
  return facts.map((fact) => {
    const told = facts.filter((other) => fact.certainty !== 'claimed' && sameStatement(fact, other));
    const [first] = told;
    const unanimous = told.every((other) => JSON.stringify(other.data) === JSON.stringify(fact.data));
    return first === undefined || unanimous ? fact : { ...fact, publisher: first.publisher };
  });
}
