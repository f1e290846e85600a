import { describe, expect, it } from '@jest/globals';
import { parseData, parseEvent } from './event-input.js';

const ID = '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10';
const data = { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 145 };
const source = { article: 'an-article', quote: 'tariffs of 145 percent', attributedTo: 'Donald Trump' };
const fact = { type: 'TariffChanged', story: 'us-china-trade', occurredAt: '2025-04-11', data, source };
const opening = {
  type: 'StoryOpened',
  story: 'us-china-trade',
  occurredAt: '2025-10-26',
  data: { title: 'Trade talks' },
};
const correction = { type: 'EventCorrected', data: { target: ID, occurredAt: '2025-04-10', reason: 'a day too late' } };
const page = { url: 'https://example.org/a', publisher: 'Example Post', publishedAt: '2025-10' };

const without = (from: object, key: string): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));
const json = (text: string): unknown => JSON.parse(text);

/** The pointers of all problems, in order. */
function pointersOf(input: unknown): string[] {
  const parsed = parseEvent(input);
  return parsed.ok ? [] : parsed.errors.map(({ pointer }) => pointer);
}

function errorsOf(input: unknown) {
  const parsed = parseEvent(input);
  if (parsed.ok) throw new Error('was accepted');
  return parsed.errors;
}

describe('an event that is accepted', () => {
  it('is a fact with its defaults filled in', () => {
    expect(parseEvent(fact)).toEqual({
      ok: true,
      event: { ...fact, about: 'world', certainty: 'reported', data: { ...data, measure: 'all' } },
    });
  });

  it('keeps the certainty and the id given, the id in lower case', () => {
    const parsed = parseEvent({ ...fact, id: ID.toUpperCase(), certainty: 'claimed' });
    expect(parsed).toMatchObject({ ok: true, event: { id: ID, certainty: 'claimed' } });
  });

  it('names a page on the web instead of an article', () => {
    expect(parseEvent({ ...fact, source: page })).toMatchObject({ ok: true, event: { source: page } });
    expect(
      pointersOf({
        ...fact,
        source: { url: 'HTTP://example.org', publisher: 'P', quote: 'two\nlines', attributedTo: 'A' },
      }),
    ).toEqual([]);
  });

  it('opens or closes a story without a source, or with one', () => {
    expect(parseEvent(opening)).toMatchObject({
      ok: true,
      event: { about: 'story', story: 'us-china-trade', certainty: 'reported' },
    });
    expect(pointersOf({ ...opening, type: 'StoryClosed', data: {}, source })).toEqual([]);
  });

  it('may be about an event, with or without its story', () => {
    expect(parseEvent(correction)).toEqual({ ok: true, event: { ...correction, about: 'event' } });
    expect(parseEvent({ ...correction, story: 'us-china-trade', id: ID, source })).toMatchObject({
      ok: true,
      event: { story: 'us-china-trade' },
    });
    expect(pointersOf({ type: 'EventRetracted', data: { target: ID, reason: 'a hoax' } })).toEqual([]);
    expect(pointersOf({ type: 'EventCorroborated', data: { target: ID }, source: page })).toEqual([]);
  });

  it('has its texts trimmed and in composed form, its quotes only trimmed', () => {
    const parsed = parseEvent({
      ...opening,
      data: { title: '  Cafe\u0301 talks\n' },
      source: { article: 'a', quote: ' Cafe\u0301\n\ttalks ' },
    });
    expect(parsed).toMatchObject({
      ok: true,
      event: { data: { title: 'Caf\u00e9 talks' }, source: { quote: 'Cafe\u0301\n\ttalks' } },
    });
  });
});

describe('an event that is refused', () => {
  it.each<[what: string, input: unknown, pointers: string[]]>([
    ['no object', null, ['']],
    ['a list', [fact], ['']],
    ['a text', 'TariffChanged', ['']],
    ['nothing', undefined, ['']],
    ['an empty object', {}, ['/type', '/data']],
    ['a type that is no text', { ...fact, type: 5 }, ['/type']],
    ['no data', without(fact, 'data'), ['/data']],
    ['data that are null', { ...fact, data: null }, ['/data']],
    ['data in a list', { ...fact, data: [data] }, ['/data']],
    ['no story', without(fact, 'story'), ['/story']],
    ['a story that is no slug', { ...fact, story: 'US trade' }, ['/story']],
    ['a story too long', { ...fact, story: 'a'.repeat(101) }, ['/story']],
    ['no date', without(fact, 'occurredAt'), ['/occurredAt']],
    ['a date that does not exist', { ...fact, occurredAt: '2025-02-30' }, ['/occurredAt']],
    ['a story opened without a date', without(opening, 'occurredAt'), ['/occurredAt']],
    ['an unknown certainty', { ...fact, certainty: 'sure' }, ['/certainty']],
    ['an id that is no UUID', { ...fact, id: 'one' }, ['/id']],
    ['an unknown field', { ...fact, recordedAt: '2025' }, ['/recordedAt']],
    ['a field with / and ~ in its name', { ...fact, 'a/b~c': 1 }, ['/a~1b~0c']],
    [
      'a key that could pass for a prototype',
      json(
        '{"__proto__":{"type":"StoryOpened"},"constructor":1,"type":"StoryOpened","story":"a","occurredAt":"2025",' +
          '"data":{"title":"t","__proto__":{}}}',
      ),
      ['/data/__proto__', '/__proto__', '/constructor'],
    ],
    ['no source', without(fact, 'source'), ['/source']],
    ['a source that is null', { ...fact, source: null }, ['/source']],
    ['an empty source', { ...fact, source: {} }, ['/source/article']],
    ['an article and a url', { ...fact, source: { ...source, ...page } }, ['/source/article']],
    ['an article and its publisher', { ...fact, source: { article: 'a', publisher: 'P' } }, ['/source/publisher']],
    ['an article that is no text', { ...fact, source: { article: 5 } }, ['/source/article']],
    ['an article with NUL in its id', { ...fact, source: { article: 'a\u0000' } }, ['/source/article']],
    ['a url without a publisher', { ...fact, source: { url: 'https://example.org' } }, ['/source/publisher']],
    ['a publisher without a url', { ...fact, source: { publisher: 'P' } }, ['/source/url']],
    ['a url of another kind', { ...fact, source: { ...page, url: 'ftp://example.org' } }, ['/source/url']],
    ['a url that runs a script', { ...fact, source: { ...page, url: 'javascript:alert(1)' } }, ['/source/url']],
    ['a url with a line break', { ...fact, source: { ...page, url: 'https://example.org/\na' } }, ['/source/url']],
    [
      'a url too long',
      { ...fact, source: { ...page, url: `https://example.org/${'a'.repeat(2000)}` } },
      ['/source/url'],
    ],
    [
      'a publication date that does not exist',
      { ...fact, source: { ...page, publishedAt: '2025-13' } },
      ['/source/publishedAt'],
    ],
    ['an empty quote', { ...fact, source: { ...source, quote: ' ' } }, ['/source/quote']],
    ['a quote with NUL', { ...fact, source: { ...source, quote: 'a\u0000b' } }, ['/source/quote']],
    ['a quote with half a character', { ...fact, source: { ...source, quote: 'a\ud83d' } }, ['/source/quote']],
    ['a quote too long', { ...fact, source: { ...source, quote: 'a'.repeat(2001) } }, ['/source/quote']],
    ['a correction with a date of its own', { ...correction, occurredAt: '2025' }, ['/occurredAt']],
    ['a correction with a certainty of its own', { ...correction, certainty: 'reported' }, ['/certainty']],
    ['a corroboration without a source', { type: 'EventCorroborated', data: { target: ID } }, ['/source']],
    ['data with too many values', { ...fact, data: { products: Array<string>(20_001).fill('7206') } }, ['/data']],
  ])('%s', (_, input, pointers) => {
    expect(pointersOf(input)).toEqual(pointers);
    expect(parseEvent(input)).toMatchObject({ ok: false, code: 'invalid-event' });
  });

  it('gets all its problems at once', () => {
    const wrong = {
      id: 'x',
      type: 'TariffChanged',
      story: 'A',
      certainty: 'no',
      data: { imposedBy: 'XX', products: ['7'] },
      source: { article: 'a', quote: '' },
    };
    expect(pointersOf(wrong)).toEqual([
      '/id',
      '/data/imposedBy',
      '/data/appliesTo',
      '/data/products/0',
      '/data/ratePercent',
      '/data/products',
      '/story',
      '/occurredAt',
      '/certainty',
      '/source/quote',
    ]);
  });

  it('of an unknown type gets that problem first, then the others', () => {
    expect(parseEvent({ ...fact, type: 'TariffVanished' })).toEqual({
      ok: false,
      code: 'unknown-type',
      errors: [
        {
          pointer: '/type',
          detail:
            'is not a type of the catalogue, which has TariffAnnounced, TariffChanged, TariffLifted, ' +
            'TariffPlanWithdrawn, TariffSuspended, TariffThreatened',
        },
      ],
    });
    expect(parseEvent({ type: 'constructor', story: '?', data: {} })).toMatchObject({
      code: 'unknown-type',
      errors: [{ pointer: '/type' }, { pointer: '/story' }],
    });
  });

  it('gets its problems in plain words', () => {
    expect(
      errorsOf({
        ...fact,
        data: json(
          '{"imposedBy":"USA","appliesTo":"United ' +
            'States","ratePercent":1e400,"basis":7,"direction":"up","legalReference":null,"x":1}',
        ),
      }),
    ).toEqual([
      {
        pointer: '/data/appliesTo',
        detail: 'must be an ISO 3166-1 alpha-3 code or one of EU, ASEAN, APEC, BRICS, G7, G20, WTO, WORLD',
      },
      { pointer: '/data/ratePercent', detail: 'must be a finite number' },
      { pointer: '/data/direction', detail: 'must be one of raised, reduced' },
      { pointer: '/data/basis', detail: 'must be one of additional, cumulative, all_in, trade_weighted_average' },
      { pointer: '/data/legalReference', detail: 'must be a text' },
      {
        pointer: '/data/x',
        detail:
          'is not a field here; taken here: imposedBy, appliesTo, measure, ratePercent, ' +
          'previousRatePercent, direction, comparator, basis, products, legalReference',
      },
    ]);
    expect(errorsOf({ ...fact, occurredAt: '2025-02-30' })).toEqual([
      { pointer: '/occurredAt', detail: 'must be a date that exists in the calendar' },
    ]);
    expect(errorsOf({ ...fact, story: 5, occurredAt: 'yesterday', source: { ...source, ...page } })).toEqual([
      { pointer: '/story', detail: 'must be a text' },
      { pointer: '/occurredAt', detail: 'must be YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant with offset' },
      {
        pointer: '/source/article',
        detail: 'cannot be combined with a url: give an article, or else a url and its publisher',
      },
    ]);
  });

  it('gets at most a hundred problems', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`field${at}`, at]));
    expect(errorsOf({ ...fact, ...many })).toHaveLength(100);
  });

  it('is refused, without a stack overflow, if it is nested deeply', () => {
    const deep = json(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    const [error, ...more] = errorsOf({ ...correction, data: { ...correction.data, data: deep } });
    expect(more).toEqual([]);
    expect(error).toEqual({
      pointer: expect.stringMatching(/^\/data\/data(\/0)+$/),
      detail: 'must be nested at most 32 deep',
    });
  });
});

describe('data for the target of an event about an event', () => {
  it('are checked against the schema of the target’s type', () => {
    expect(parseData('TariffChanged', data)).toEqual({ ok: true, data: { ...data, measure: 'all' } });
    expect(parseData('TariffChanged', { ...data, ratePercent: -1 })).toEqual({
      ok: false,
      errors: [{ pointer: '/data/data/ratePercent', detail: 'must be at least 0' }],
    });
    expect(parseData('TariffChanged', 5, '/data')).toEqual({
      ok: false,
      errors: [{ pointer: '/data', detail: 'must be an object' }],
    });
  });
});
