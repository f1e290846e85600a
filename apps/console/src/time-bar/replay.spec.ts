import { describe, expect, it } from '@jest/globals';
import type { AnyItem, Schema } from '../api/client.js';
import { firstDay } from '../ui/dates.js';
import { applyChanges, captionOf, differencesFrom, readAhead, stepsOf, viewsOf } from './replay.js';
import type { Items, ReplayedStep } from './replay.js';

type Frame = Schema<'Frame'>;

const item = (view: string, subject: string, more: object = {}): AnyItem =>
  ({ view, subject, state: { status: 'in_force' }, ...more }) as unknown as AnyItem;
const change = (view: string, subject: string, after: AnyItem | null) => ({ view, subject, before: null, after });
const fact = (occurredAt: string, sentence: string, ...changes: object[]): Frame =>
  ({ event: { occurredAt, sentence }, changes }) as unknown as Frame;
const recorded = (more: object, ...changes: object[]): Frame => ({ changes, ...more }) as unknown as Frame;
const board = (items: AnyItem[], more: object = {}): Schema<'Board'> =>
  ({ views: { truces: items }, halted: [], haltedSubjects: [], ...more }) as unknown as Schema<'Board'>;

async function* given<Value>(...values: Value[]): AsyncGenerator<Value, void> {
  await Promise.resolve();
  yield* values;
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

describe('the steps of a replay', () => {
  const end: Frame = { board: board([]) };
  const placesOf = async (clock: 'asOf' | 'reportedAsOf' | 'recordedAsOf', ...frames: Frame[]) =>
    (await all(stepsOf(clock, given(...frames, end)))).map((step) => ('board' in step ? 'end' : step.place));

  it('are the days of the world, those of time alone among them', async () => {
    const frames = [fact('2025-05', 'A.'), fact('2025-05-01', 'B.'), recorded({ at: '2025-08-13T00:00:00Z' })];
    expect(await placesOf('asOf', ...frames)).toEqual([firstDay('2025-05-01'), firstDay('2025-08-13'), 'end']);
  });

  it('are the requests of the record', async () => {
    const frames = [3, 3, 5].map((requestEnd) => recorded({ event: { requestEnd, position: requestEnd - 1 } }));
    expect(await placesOf('recordedAsOf', ...frames)).toEqual([3, 5, 'end']);
  });

  it('are the days of the press, before them what has no source, after them what has no date', async () => {
    const frames = [undefined, '2025-04-12T23:59:59.999999Z', null].map((publishedBy) =>
      recorded({ event: { requestEnd: 1 }, ...(publishedBy !== undefined && { publishedBy }) }),
    );
    expect(await placesOf('reportedAsOf', ...frames)).toEqual([-Infinity, firstDay('2025-04-12'), Infinity, 'end']);
  });

  it('gather what the frames of a place changed, and say', async () => {
    const [truce, other] = [item('truces', 'a'), item('truces', 'b')];
    const frames = [fact('2025-05-12', 'A.', change('truces', 'a', truce)), fact('2025-05-12', 'B.')];
    const [step] = await all(stepsOf('asOf', given(...frames, fact('2025-05-13', 'C.'), end)));
    expect(step).toEqual({
      place: firstDay('2025-05-12'),
      changes: [{ view: 'truces', subject: 'a', after: truce }],
      sentences: ['A.', 'B.'],
      events: 2,
    });
    const items = applyChanges(new Map(), [{ view: 'truces', subject: 'b', after: other }]);
    expect(viewsOf(applyChanges(items, (step as ReplayedStep).changes))).toEqual({ truces: [truce, other] });
    expect(viewsOf(applyChanges(items, [{ view: 'truces', subject: 'b', after: null }]))).toEqual({});
  });

  it('end with the server’s word where it broke the replay off, and with an error where the answer did', async () => {
    const error: Frame = { error: { code: 'unavailable', detail: 'The database is away.' } };
    await expect(all(stepsOf('asOf', given(fact('2025', 'A.'), error)))).rejects.toThrow('The database is away.');
    await expect(all(stepsOf('asOf', given(fact('2025', 'A.'))))).rejects.toThrow('broke off');
  });
});

describe('the end of a replay', () => {
  const items = (...some: AnyItem[]): Items => new Map(some.map((one) => [`${one.view} ${one.subject}`, one]));
  const a = item('truces', 'a');

  it('agrees with the same board, however many accounts have no date', () => {
    expect(differencesFrom(items(a), board([item('truces', 'a', { undated: 2 })]))).toEqual([]);
  });

  it.each([
    ['another value', items(item('truces', 'a', { state: null })), ['truces a']],
    ['one too few', items(), ['truces a']],
    ['one too many', items(a, item('truces', 'b')), ['truces b']],
  ])('differs by %s', (_name, folded, differences) => {
    expect(differencesFrom(folded, board([a]))).toEqual(differences);
  });

  it('is not asked about what is halted', () => {
    const halted = { haltedSubjects: [{ view: 'truces', subject: 'b' }], halted: ['talks'] };
    expect(differencesFrom(items(a, item('truces', 'b'), item('talks', 'c')), board([a], halted))).toEqual([]);
    const more = { moreHaltedSubjects: 7 };
    expect(differencesFrom(items(a, item('truces', 'd')), board([a], more))).toEqual([]);
  });
});

describe('the caption of a step', () => {
  const step = (more: Partial<ReplayedStep>): ReplayedStep => ({
    place: 0,
    changes: [],
    sentences: [],
    events: 0,
    ...more,
  });
  const truce = {
    view: 'truces',
    subject: 'a-truce',
    after: item('truces', 'a-truce', {
      state: { status: 'expired', validUntil: null, extensions: [], agreedAt: null },
    }),
  };

  it.each([
    [{ sentences: ['It was agreed.'], events: 1 }, 'It was agreed.'],
    [{ sentences: ['One.', 'Two.', 'Three.'], events: 3 }, 'One. (and 2 more)'],
    [{ changes: [truce] }, 'By time alone: A-truce: run out'],
    [{ changes: [truce], events: 1 }, 'A-truce: run out'],
    [{ changes: [{ ...truce, after: null }], events: 1 }, 'A-truce: no longer here'],
    [{ events: 1 }, 'An event that changes no state.'],
  ])('of %j is "%s"', (more, words) => {
    expect(captionOf(step(more)).toLowerCase().replace('-', ' ')).toBe(words.toLowerCase().replace('-', ' '));
  });
});

describe('reading ahead', () => {
  it('hands on all values in order', async () => {
    expect(await all(readAhead(given(1, 2, 3, 4, 5), 2))).toEqual([1, 2, 3, 4, 5]);
  });

  it('takes no more than it may before somebody takes a value', async () => {
    let taken = 0;
    async function* source(): AsyncGenerator<number, void> {
      for (;;) yield await Promise.resolve((taken += 1));
    }
    const values = readAhead(source(), 3);
    expect((await values.next()).value).toBe(1);
    await new Promise((done) => setTimeout(done, 20));
    expect(taken).toBeLessThanOrEqual(3);
    await values.return();
  });

  it('fails where its source does, when that value is due', async () => {
    async function* source(): AsyncGenerator<number, void> {
      yield await Promise.resolve(1);
      throw new Error('away');
    }
    const values = readAhead(source(), 4);
    expect((await values.next()).value).toBe(1);
    await expect(values.next()).rejects.toThrow('away');
  });
});
