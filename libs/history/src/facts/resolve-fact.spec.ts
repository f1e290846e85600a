import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind } from '#log/event.js';
import { factState } from '../testing/facts.js';
import type { PressTime } from './published-by.js';
import { resolveFact } from './resolve-fact.js';

const { correction, retraction, corroboration } = EventKind;
/** As published by the end of a date. */
const by = (date: string): PressTime => ({ reportedAsOf: periodOf(date).to - 1 });
/** The same, with undated sources included. */
const including = (date: string): PressTime => ({ ...by(date), undated: 'include' });

describe('a fact with one account', () => {
  it('has its date, its data and its period in UTC', () => {
    const fact = resolveFact(factState({ occurredAt: '2025-08', data: { x: 1 } }));
    expect(fact).toMatchObject({
      claim: false,
      occurredAt: '2025-08',
      data: { x: 1 },
      certainty: 'reported',
      period: periodOf('2025-08'),
    });
  });

  it('has a period that ends with the publication of its source', () => {
    const fact = resolveFact(factState({ occurredAt: '2025', publishedAt: '2025-10-26' }));
    expect(fact?.period).toEqual({ from: periodOf('2025').from, to: periodOf('2025-10-26').to, precision: 'year' });
  });

  it('keeps its period where the publication date is an earlier day of another time zone', () => {
    expect(resolveFact(factState({ occurredAt: '2025-10-26', publishedAt: '2025-10-25' }))?.period).toEqual(
      periodOf('2025-10-26'),
    );
  });

  it('is a claim by the one that it is attributed to, else by its publisher', () => {
    expect(resolveFact(factState({ certainty: 'claimed', attributedTo: 'Donald Trump' }))).toMatchObject({
      claim: true,
      by: 'Donald Trump',
    });
    expect(resolveFact(factState({ certainty: 'claimed' }))).toMatchObject({ claim: true, by: 'Paper' });
  });
});

describe('accounts', () => {
  it('narrow the date where their periods lie within it', () => {
    const fact = resolveFact(
      factState(
        { occurredAt: '2025-08' },
        { kind: corroboration, position: 2, publisher: 'Post', data: { occurredAt: '2025-08-11' } },
      ),
    );
    expect(fact).toMatchObject({ occurredAt: '2025-08-11', period: periodOf('2025-08-11') });
  });

  it('win if confirmed; among equals the first wins', () => {
    const own = { data: { rate: 1 } };
    const second = { kind: corroboration, position: 2, publisher: 'Post', data: { data: { rate: 2 } } };
    expect(resolveFact(factState(own, second))?.data).toEqual({ rate: 1 });
    const confirmed = { ...second, data: { ...second.data, certainty: 'confirmed' } };
    expect(resolveFact(factState(own, confirmed))).toMatchObject({ data: { rate: 2 }, certainty: 'confirmed' });
  });

  it('make a claim a fact once one of them is not a claim', () => {
    const other = { kind: corroboration, position: 2, publisher: 'Post' };
    expect(resolveFact(factState({ certainty: 'claimed' }, other))?.claim).toBe(true);
    expect(resolveFact(factState({ certainty: 'claimed' }, { ...other, data: { certainty: 'reported' } }))?.claim).toBe(
      false,
    );
  });

  it('of one publisher: the later replaces the earlier, in its place', () => {
    const fact = resolveFact(
      factState(
        { data: { rate: 1 } },
        { kind: corroboration, position: 2, publisher: 'Paper', data: { data: { rate: 2 } } },
      ),
    );
    expect(fact?.accounts.map((account) => account.data)).toEqual([{ rate: 2 }]);
  });

  it('inherit the fields that they do not give, also after a correction', () => {
    const fact = resolveFact(
      factState(
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
  it('replace whole fields; the latest correction of a field wins', () => {
    const fact = resolveFact(
      factState(
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

  it('withdraw a fact or one account of it', () => {
    const second = {
      kind: corroboration,
      position: 2,
      publisher: 'Post',
      data: { data: { rate: 2 }, certainty: 'confirmed' },
    };
    expect(
      resolveFact(factState({ data: { rate: 1 } }, second, { kind: retraction, position: 3, on: 2 }))?.data,
    ).toEqual({
      rate: 1,
    });
    expect(resolveFact(factState({ data: { rate: 1 } }, second, { kind: retraction, position: 3 }))).toBeNull();
  });
});

describe('as of a publication time', () => {
  it('nothing counts before the end of the day of its publication', () => {
    const fact = factState({ publishedAt: '2025-10-26' });
    expect(resolveFact(fact, by('2025-10-25'))).toBeNull();
    expect(resolveFact(fact, by('2025-10-26'))).not.toBeNull();
  });

  it('an unknown publication date never counts; a fact without a source always counts', () => {
    expect(resolveFact(factState({}), by('2030'))).toBeNull();
    expect(resolveFact(factState({ publisher: null }), by('2000'))).not.toBeNull();
  });

  it('a correction without a source counts whenever the account that it mends counts', () => {
    const fact = factState(
      { data: { rate: 1 }, publishedAt: '2025-01-01' },
      {
        kind: correction,
        position: 2,
        publishedAt: '2025-03-01',
        data: { data: { rate: 2 }, reason: 'the paper says' },
      },
      { kind: correction, position: 3, publisher: null, data: { data: { rate: 3 }, reason: 'typed wrong' } },
    );
    expect(resolveFact(fact, by('2025-02'))?.data).toEqual({ rate: 1 });
    expect(resolveFact(fact, by('2025-03'))?.data).toEqual({ rate: 3 });
  });

  it('a retraction with a source counts from its publication', () => {
    const fact = factState({ publishedAt: '2025-01-01' }, { kind: retraction, position: 2, publishedAt: '2025-03-01' });
    expect(resolveFact(fact, by('2025-02'))).not.toBeNull();
    expect(resolveFact(fact, by('2025-03'))).toBeNull();
  });
});

describe('the period of a date', () => {
  const lateReport = { occurredAt: '2025', publishedAt: '2025-04-12' };
  const corrected = { kind: correction, position: 2, data: { occurredAt: '2024', reason: 'r' } };

  it('that a source corrected ends with the publication of that source', () => {
    const paper = { ...corrected, publisher: 'Paper', publishedAt: '2024-10-26' };
    expect(resolveFact(factState(lateReport, paper))?.period.to).toBe(periodOf('2024-10-26').to);
    expect(resolveFact(factState(lateReport, { ...paper, publishedAt: '2025-10-26' }))?.period).toEqual(
      periodOf('2024'),
    );
  });

  it('that the desk corrected ends with the publication of the source that was mended', () => {
    const desk = { ...corrected, publisher: null, data: { occurredAt: '2025', reason: 'r' } };
    expect(resolveFact(factState(lateReport, desk))?.period.to).toBe(periodOf('2025-04-12').to);
    const paper = { ...corrected, publisher: 'Paper', publishedAt: '2025-10-26' };
    expect(resolveFact(factState(lateReport, paper, { ...desk, position: 3 }))?.period.to).toBe(
      periodOf('2025-10-26').to,
    );
  });

  it('that an account inherits ends with the publication of that account', () => {
    const other = {
      kind: corroboration,
      position: 2,
      publisher: 'Post',
      publishedAt: '2025-06-01',
      data: { certainty: 'confirmed' },
    };
    expect(resolveFact(factState(lateReport, other))?.accounts.map(({ period }) => period.to)).toEqual([
      periodOf('2025-06-01').to,
      periodOf('2025-04-12').to,
    ]);
  });
});

describe('a corrected date of publication', () => {
  const report = { occurredAt: '2025', publishedAt: '2025-10-26' };
  const dated = (publishedAt: string, more: object = {}) => ({
    kind: correction,
    position: 2,
    publisher: null,
    data: { publishedAt, reason: 'r' },
    ...more,
  });

  it('counts on every date of publication, whether or not the correction has a source', () => {
    for (const publisher of [null, 'Paper']) {
      const fact = factState(report, dated('2025-04-12', { publisher }));
      expect(resolveFact(fact, by('2025-04-11'))).toBeNull();
      expect(resolveFact(fact, by('2025-04-12'))).toMatchObject({ accounts: [{ corrected: true }] });
    }
  });

  it('ends the period of the date, and gives an undated source a date', () => {
    expect(resolveFact(factState(report, dated('2025-04-12')))?.period.to).toBe(periodOf('2025-04-12').to);
    const undated = factState({ occurredAt: '2025' }, dated('2025-04-12'));
    expect(resolveFact(undated, by('2025-04-12'))?.period.to).toBe(periodOf('2025-04-12').to);
  });

  it('is that of the last correction, and of one account alone', () => {
    const other = { kind: corroboration, position: 3, publisher: 'Post', publishedAt: '2025-06-01' };
    const fact = factState(report, dated('2025-04-12'), other, dated('2025-05-01', { position: 4 }));
    expect(resolveFact(fact)?.accounts.map(({ source }) => source?.publishedAt)).toEqual(['2025-05-01', '2025-06-01']);
    const ofOther = factState(report, other, dated('2025-07-01', { position: 4, on: 3 }));
    expect(resolveFact(ofOther)?.accounts.map(({ source }) => source?.publishedAt)).toEqual([
      '2025-10-26',
      '2025-07-01',
    ]);
  });

  it('moves what a correction of the desk mends', () => {
    const mended = { kind: correction, position: 3, publisher: null, data: { occurredAt: '2025', reason: 'r' } };
    const fact = factState({ ...report, occurredAt: '2024' }, dated('2025-04-12'), mended);
    expect(resolveFact(fact)?.period).toMatchObject({ from: periodOf('2025').from, to: periodOf('2025-04-12').to });
  });
});

describe('with undated sources included', () => {
  it('an account counts from the end of its own period', () => {
    const fact = factState({ occurredAt: '2025-05' });
    expect(resolveFact(fact, including('2025-05-30'))).toBeNull();
    expect(resolveFact(fact, including('2025-05-31'))).not.toBeNull();
    expect(resolveFact(fact, by('2025-05-31'))).toBeNull();
  });

  it('the period of an account is the corrected one', () => {
    const desk = { kind: correction, position: 2, publisher: null, data: { occurredAt: '2025-07-01', reason: 'r' } };
    const fact = factState({ occurredAt: '2025-05' }, desk);
    expect(resolveFact(fact, including('2025-06'))).toBeNull();
    expect(resolveFact(fact, including('2025-07-01'))?.occurredAt).toBe('2025-07-01');
    const paper = { ...desk, publisher: 'Paper' };
    expect(resolveFact(factState({ occurredAt: '2025-05' }, paper), including('2025-06'))).toBeNull();
  });

  it('a correction counts wherever its target does, and what mends it too', () => {
    const paper = { kind: correction, position: 2, data: { data: { rate: 2 }, reason: 'r' } };
    const desk = { kind: correction, position: 3, publisher: null, data: { data: { rate: 3 }, reason: 'r' } };
    const report = { occurredAt: '2025-05-01', publishedAt: '2025-05-10', data: { rate: 1 } };
    expect(resolveFact(factState(report, paper), by('2025-06'))?.data).toEqual({ rate: 1 });
    expect(resolveFact(factState(report, paper), including('2025-06'))?.data).toEqual({ rate: 2 });
    expect(resolveFact(factState(report, paper, desk), by('2025-06'))?.data).toEqual({ rate: 1 });
    expect(resolveFact(factState(report, paper, desk), including('2025-06'))?.data).toEqual({ rate: 3 });
    // The other account counts before the one that is corrected.
    const early = { kind: corroboration, position: 4, publisher: 'Post', publishedAt: '2025-05-05' };
    expect(resolveFact(factState(report, paper, early), including('2025-05-05'))?.data).toEqual({ rate: 1 });
  });

  it('a retraction counts wherever its target does', () => {
    const report = { occurredAt: '2025-05-01', publishedAt: '2025-05-10' };
    const fact = factState(report, { kind: retraction, position: 2 });
    expect(resolveFact(fact, by('2025-06'))).not.toBeNull();
    expect(resolveFact(fact, including('2025-06'))).toBeNull();
  });

  it('nothing differs where the date of publication has no bound', () => {
    const fact = factState({ occurredAt: '2099' });
    expect(resolveFact(fact, { reportedAsOf: Infinity, undated: 'include' })).toEqual(resolveFact(fact));
  });
});
