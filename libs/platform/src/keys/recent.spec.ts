import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { RefreshAheadCache } from './refresh-ahead-cache.js';

/** A database of names and values that answers when it is told to, with what stood in it when it was asked. */
function slow(stored: Map<string, string>) {
  const asked: { names: string[]; answer: () => void }[] = [];
  let now = 0;
  const recent = new RefreshAheadCache<string>(
    (names) => {
      const found = new Map(stored);
      return new Promise((resolve) => asked.push({ names, answer: () => resolve(found) }));
    },
    { freshFor: 1_000, remembers: 2, now: () => now },
  );
  const answer = async (): Promise<string[] | undefined> => {
    await turn();
    const next = asked.shift();
    next?.answer();
    await turn();
    return next?.names;
  };
  return { recent, stored, answer, asked, pass: (ms: number) => void (now += ms) };
}

describe('what was read just now', () => {
  it('is answered at once, read ahead of time while it is asked for, and read anew before it is answered once it is a second old', async () => {
    const { recent, stored, answer, asked, pass } = slow(new Map([['a', 'old']]));
    const first = recent.get('a');
    expect(await answer()).toEqual(['a']);
    expect(await first).toBe('old');
    stored.set('a', 'new');
    pass(400);
    expect(recent.get('a')).toBe('old');
    expect(asked).toEqual([]);
    pass(200);
    expect(recent.get('a')).toBe('old');
    expect(await answer()).toEqual(['a']);
    expect(recent.get('a')).toBe('new');
    pass(1_000);
    const later = recent.get('a');
    expect(await answer()).toEqual(['a']);
    expect(await later).toBe('new');
  });

  it('has no value where there is none, and is read together with the others that wait', async () => {
    const { recent, answer } = slow(new Map([['a', '1']]));
    const first = recent.get('a');
    await turn();
    const others = ['b', 'a', 'b'].map((name) => Promise.resolve(recent.get(name)));
    expect(await answer()).toEqual(['a']);
    expect(await first).toBe('1');
    expect(await answer()).toEqual(['b', 'a']);
    expect(await Promise.all(others)).toEqual([null, '1', null]);
  });

  it('has its value for all who wait for it, be they more than are remembered', async () => {
    const { recent, answer } = slow(new Map([...'abc'].map((name) => [name, name])));
    const all = Promise.all([...'abc'].map((name) => Promise.resolve(recent.get(name))));
    while ((await answer()) !== undefined);
    expect(await all).toEqual(['a', 'b', 'c']);
  });
});

describe('what was changed here', () => {
  it('is read anew', async () => {
    const { recent, stored, answer } = slow(new Map([['a', 'old']]));
    const first = recent.get('a');
    await answer();
    expect(await first).toBe('old');
    stored.set('a', 'new');
    recent.forget('a');
    const later = recent.get('a');
    await answer();
    expect(await later).toBe('new');
  });

  it('while it was being read is told to nobody as it was, and all else that was read with it stays', async () => {
    const { recent, stored, answer } = slow(
      new Map([
        ['a', 'old'],
        ['b', 'as it is'],
      ]),
    );
    const [first, beside] = [recent.get('a'), recent.get('b')];
    await turn();
    stored.set('a', 'new');
    recent.forget('a');
    expect(await answer()).toEqual(['a', 'b']);
    expect(await beside).toBe('as it is');
    expect(recent.get('b')).toBe('as it is');
    expect(await answer()).toEqual(['a']);
    expect(await first).toBe('new');
    expect(recent.get('a')).toBe('new');
  });

  it('elsewhere is seen by who has it read anew', async () => {
    const { recent, stored, answer } = slow(new Map([['a', 'old']]));
    const first = recent.get('a');
    await answer();
    expect(await first).toBe('old');
    stored.set('a', 'new');
    const anew = recent.anew('a');
    await answer();
    expect(await anew).toBe('new');
    expect(recent.get('a')).toBe('new');
  });
});

it('what cannot be read is told to who waits for it, and is read again for who asks next', async () => {
  let fails = true;
  const recent = new RefreshAheadCache<string>(() =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve(new Map([['a', '1']])),
  );
  await expect(recent.get('a')).rejects.toThrow('away');
  fails = false;
  expect(await recent.get('a')).toBe('1');
});
