import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind } from '#log/event.js';
import { form } from '../testing/facts.js';
import { resolveFact } from './resolve-fact.js';

const { correction, retraction, corroboration } = EventKind;
const endOf = (date: string): number => periodOf(date).to - 1;

describe('a fact told by one account', () => {
  it('has its date, its data and its period in UTC', () => {
    const fact = resolveFact(form({ occurredAt: '2025-08', data: { x: 1 } }));
    expect(fact).toMatchObject({
      claim: false,
      occurredAt: '2025-08',
      data: { x: 1 },
      certainty: 'reported',
      period: periodOf('2025-08'),
    });
  });

  it('happened no later than its source was published', () => {
    const fact = resolveFact(form({ occurredAt: '2025', publishedAt: '2025-10-26' }));
    expect(fact?.period).toEqual({ from: periodOf('2025').from, to: periodOf('2025-10-26').to, precision: 'year' });
  });

  it('keeps its period where the publication names an earlier day of another time zone', () => {
    expect(resolveFact(form({ occurredAt: '2025-10-26', publishedAt: '2025-10-25' }))?.period).toEqual(
      periodOf('2025-10-26'),
    );
  });

  it('is a claim of whom it is attributed to, else of its publisher', () => {
    expect(resolveFact(form({ certainty: 'claimed', attributedTo: 'Donald Trump' }))).toMatchObject({
      claim: true,
      by: 'Donald Trump',
    });
    expect(resolveFact(form({ certainty: 'claimed' }))).toMatchObject({ claim: true, by: 'Paper' });
  });
});

describe('accounts', () => {
  it('narrow the date when they lie within it', () => {
    const fact = resolveFact(
      form(
        { occurredAt: '2025-08' },
        { kind: corroboration, position: 2, publisher: 'Post', data: { occurredAt: '2025-08-11' } },
      ),
    );
    expect(fact).toMatchObject({ occurredAt: '2025-08-11', period: periodOf('2025-08-11') });
  });

  it('win by being confirmed, and among equals by being first', () => {
    const own = { data: { rate: 1 } };
    const second = { kind: corroboration, position: 2, publisher: 'Post', data: { data: { rate: 2 } } };
    expect(resolveFact(form(own, second))?.data).toEqual({ rate: 1 });
    const confirmed = { ...second, data: { ...second.data, certainty: 'confirmed' } };
    expect(resolveFact(form(own, confirmed))).toMatchObject({ data: { rate: 2 }, certainty: 'confirmed' });
  });

  it('make a claim a fact once one of them is no claim', () => {
    const beside = { kind: corroboration, position: 2, publisher: 'Post' };
    expect(resolveFact(form({ certainty: 'claimed' }, beside))?.claim).toBe(true);
    expect(resolveFact(form({ certainty: 'claimed' }, { ...beside, data: { certainty: 'reported' } }))?.claim).toBe(
      false,
    );
  });

  it('of one publisher replace each other, in the place of the first', () => {
    const fact = resolveFact(
      form(
        { data: { rate: 1 } },
        { kind: corroboration, position: 2, publisher: 'Paper', data: { data: { rate: 2 } } },
      ),
    );
    expect(fact?.accounts.map((account) => account.data)).toEqual([{ rate: 2 }]);
  });

  it('inherit what they do not give, also after a correction', () => {
    const fact = resolveFact(
      form(
        { occurredAt: '2025-05-01', data: { rate: 1 } },
        { kind: corroboration, position: 2, publisher: 'Post', data: { occurredAt: '2025-06-01' } },
        { kind: correction, position: 3, publisher: null, data: { data: { rate: 5 }, reason: 'typing' } },
      ),
    );
    expect(fact?.accounts.map(({ occurredAt, data }) => [occurredAt, data])).toEqual([
      ['2025-05-01', { rate: 5 }],
      ['2025-06-01', { rate: 5 }],
    ]);
  });
});

describe('corrections and retractions', () => {
  it('replace whole fields, the latest of a field last', () => {
    const fact = resolveFact(
      form(
        { occurredAt: '2025-05-01', data: { rate: 1, other: 2 } },
        {
          kind: correction,
          position: 2,
          publisher: null,
          data: { data: { rate: 3 }, occurredAt: '2025-05-02', reason: 'a' },
        },
        { kind: correction, position: 3, publisher: null, data: { data: { rate: 4 }, reason: 'b' } },
      ),
    );
    expect(fact).toMatchObject({ occurredAt: '2025-05-02', data: { rate: 4 } });
    expect(fact?.data).not.toHaveProperty('other');
  });

  it('withdraw a fact, or one account of it', () => {
    const second = {
      kind: corroboration,
      position: 2,
      publisher: 'Post',
      data: { data: { rate: 2 }, certainty: 'confirmed' },
    };
    expect(resolveFact(form({ data: { rate: 1 } }, second, { kind: retraction, position: 3, on: 2 }))?.data).toEqual({
      rate: 1,
    });
    expect(resolveFact(form({ data: { rate: 1 } }, second, { kind: retraction, position: 3 }))).toBeNull();
  });
});

describe("on the press's clock", () => {
  it('nothing counts before the day of its publication is over', () => {
    const fact = form({ publishedAt: '2025-10-26' });
    expect(resolveFact(fact, endOf('2025-10-25'))).toBeNull();
    expect(resolveFact(fact, endOf('2025-10-26'))).not.toBeNull();
  });

  it('an unknown publication never counts, and what has no source always does', () => {
    expect(resolveFact(form({}), endOf('2030'))).toBeNull();
    expect(resolveFact(form({ publisher: null }), endOf('2000'))).not.toBeNull();
  });

  it('a correction without a source mends the telling that stood when it was recorded, and counts wherever that one does', () => {
    const fact = form(
      { data: { rate: 1 }, publishedAt: '2025-01-01' },
      {
        kind: correction,
        position: 2,
        publishedAt: '2025-03-01',
        data: { data: { rate: 2 }, reason: 'the paper says' },
      },
      { kind: correction, position: 3, publisher: null, data: { data: { rate: 3 }, reason: 'typed wrong' } },
    );
    expect(resolveFact(fact, endOf('2025-02'))?.data).toEqual({ rate: 1 });
    expect(resolveFact(fact, endOf('2025-03'))?.data).toEqual({ rate: 3 });
  });

  it('a sourced retraction counts from its publication', () => {
    const fact = form({ publishedAt: '2025-01-01' }, { kind: retraction, position: 2, publishedAt: '2025-03-01' });
    expect(resolveFact(fact, endOf('2025-02'))).not.toBeNull();
    expect(resolveFact(fact, endOf('2025-03'))).toBeNull();
  });
});

describe('the period of a date', () => {
  const late = { occurredAt: '2025', publishedAt: '2025-04-12' };
  const mended = { kind: correction, position: 2, data: { occurredAt: '2024', reason: 'r' } };

  it('that was corrected ends with the publication of the source that gives it', () => {
    const paper = { ...mended, publisher: 'Paper', publishedAt: '2024-10-26' };
    expect(resolveFact(form(late, paper))?.period.to).toBe(periodOf('2024-10-26').to);
    expect(resolveFact(form(late, { ...paper, publishedAt: '2025-10-26' }))?.period).toEqual(periodOf('2024'));
  });

  it('that the desk corrected ends with the publication of what it mended', () => {
    const desk = { ...mended, publisher: null, data: { occurredAt: '2025', reason: 'r' } };
    expect(resolveFact(form(late, desk))?.period.to).toBe(periodOf('2025-04-12').to);
    const paper = { ...mended, publisher: 'Paper', publishedAt: '2025-10-26' };
    expect(resolveFact(form(late, paper, { ...desk, position: 3 }))?.period.to).toBe(periodOf('2025-10-26').to);
  });

  it('that an account inherits ends with its own publication', () => {
    const beside = {
      kind: corroboration,
      position: 2,
      publisher: 'Post',
      publishedAt: '2025-06-01',
      data: { certainty: 'confirmed' },
    };
    expect(resolveFact(form(late, beside))?.accounts.map(({ period }) => period.to)).toEqual([
      periodOf('2025-06-01').to,
      periodOf('2025-04-12').to,
    ]);
  });
});
