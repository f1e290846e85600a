import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RefreshAheadCache } from './refresh-ahead-cache.js';

/** A cache over a slow database: each query reads its values when it begins, and ends when the test answers it. */
function slow(stored: Map<string, string>) {
  const queries: { names: string[]; answer: () => void }[] = [];
  let now = 0;
  const cache = new RefreshAheadCache<string>(
    (names) => {
      const found = new Map(stored);
      return new Promise((resolve) => queries.push({ names, answer: () => resolve(found) }));
    },
    { freshFor: 1_000, maxNames: 2, now: () => now },
  );
  /** Answers the next query, and returns its names. */
  const answer = async (): Promise<string[] | undefined> => {
    await nextTurn();
    const next = queries.shift();
    next?.answer();
    await nextTurn();
    return next?.names;
  };
  return { cache, stored, answer, queries, pass: (ms: number) => void (now += ms) };
}

describe('a value', () => {
  it('is returned at once while fresh, refreshed early while in use, and read again once old', async () => {
    const { cache, stored, answer, queries, pass } = slow(new Map([['a', 'old']]));
    const first = cache.get('a');
    expect(await answer()).toEqual(['a']);
    expect(await first).toBe('old');
    stored.set('a', 'new');
    pass(400);
    expect(cache.get('a')).toBe('old');
    expect(queries).toEqual([]);
    pass(200);
    expect(cache.get('a')).toBe('old');
    expect(await answer()).toEqual(['a']);
    expect(cache.get('a')).toBe('new');
    pass(1_000);
    const later = cache.get('a');
    expect(await answer()).toEqual(['a']);
    expect(await later).toBe('new');
  });

  it('is null where there is none, and is read in one query with the others that wait', async () => {
    const { cache, answer } = slow(new Map([['a', '1']]));
    const first = cache.get('a');
    await nextTurn();
    const others = ['b', 'a', 'b'].map((name) => Promise.resolve(cache.get(name)));
    expect(await answer()).toEqual(['a']);
    expect(await first).toBe('1');
    expect(await answer()).toEqual(['b', 'a']);
    expect(await Promise.all(others)).toEqual([null, '1', null]);
  });

  it('reaches all who wait, even if they wait for more names than are kept', async () => {
    const { cache, answer } = slow(new Map([...'abc'].map((name) => [name, name])));
    const all = Promise.all([...'abc'].map((name) => Promise.resolve(cache.get(name))));
    while ((await answer()) !== undefined);
    expect(await all).toEqual(['a', 'b', 'c']);
  });

  it('is dropped when it is the least recently used', async () => {
    const { cache, answer } = slow(new Map([...'abc'].map((name) => [name, name])));
    for (const name of ['a', 'b', 'a', 'c']) {
      const value = cache.get(name);
      await answer();
      expect(await value).toBe(name);
    }
    expect(['a', 'b', 'c'].map((name) => cache.last(name))).toEqual(['a', undefined, 'c']);
  });
});

describe('a value that was changed', () => {
  it('by this process is read again', async () => {
    const { cache, stored, answer } = slow(new Map([['a', 'old']]));
    const first = cache.get('a');
    await answer();
    expect(await first).toBe('old');
    stored.set('a', 'new');
    cache.invalidate('a');
    const later = cache.get('a');
    await answer();
    expect(await later).toBe('new');
  });

  it('while it was being read is read again for all who wait, and the other names of that query are kept', async () => {
    const { cache, stored, answer } = slow(
      new Map([
        ['a', 'old'],
        ['b', 'unchanged'],
      ]),
    );
    const [first, other] = [cache.get('a'), cache.get('b')];
    await nextTurn();
    stored.set('a', 'new');
    cache.invalidate('a');
    expect(await answer()).toEqual(['a', 'b']);
    expect(await other).toBe('unchanged');
    expect(cache.get('b')).toBe('unchanged');
    expect(await answer()).toEqual(['a']);
    expect(await first).toBe('new');
    expect(cache.get('a')).toBe('new');
  });

  it('by another process is returned by a refresh', async () => {
    const { cache, stored, answer } = slow(new Map([['a', 'old']]));
    const first = cache.get('a');
    await answer();
    expect(await first).toBe('old');
    stored.set('a', 'new');
    const refreshed = cache.refresh('a');
    await answer();
    expect(await refreshed).toBe('new');
    expect(cache.get('a')).toBe('new');
  });
});

it('a query that fails rejects for those who wait for it, and the next get queries again', async () => {
  let fails = true;
  const cache = new RefreshAheadCache<string>(() =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve(new Map([['a', '1']])),
  );
  await expect(cache.get('a')).rejects.toThrow('away');
  fails = false;
  expect(await cache.get('a')).toBe('1');
});
