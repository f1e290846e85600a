import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { batched, coalesced, coalescedByKey } from './batched.js';

/** Counts its calls. Each answer is the number of its call, after a moment. */
function counting(): { calls: number; ask: () => Promise<number> } {
  const counter = {
    calls: 0,
    ask: async () => {
      const nth = (counter.calls += 1);
      await sleep(20);
      return nth;
    },
  };
  return counter;
}

describe('equal questions', () => {
  it('share one call when they come at once', async () => {
    const ask = coalesced(counting().ask);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  });

  it('share the next call when they come while one is under way', async () => {
    const counter = counting();
    const ask = coalesced(counter.ask);
    const first = ask();
    await sleep(5);
    expect(counter.calls).toBe(1);
    expect(await Promise.all([first, ask(), ask()])).toEqual([1, 2, 2]);
    expect(counter.calls).toBe(2);
  });

  it('fail together with their call, and not with the next one', async () => {
    let calls = 0;
    const ask = coalesced(async () => {
      await sleep(5);
      calls += 1;
      if (calls === 1) throw new Error('away');
      return calls;
    });
    const [first, second] = [ask(), ask()];
    await expect(first).rejects.toThrow('away');
    await expect(second).rejects.toThrow('away');
    expect(await ask()).toBe(2);
  });
});

describe('questions with a key', () => {
  it('share a call with those of the same key alone', async () => {
    const calls: [string, number[]][] = [];
    const ask = coalescedByKey<string, number>(async (key, questions) => {
      calls.push([key, questions]);
      await sleep(20);
      return `${key} ${Math.max(...questions)}`;
    });
    const first = ask('a', 1);
    await sleep(5);
    expect(await Promise.all([first, ask('a', 2), ask('b', 3), ask('a', 4)])).toEqual(['a 1', 'a 4', 'b 3', 'a 4']);
    expect(calls).toEqual([
      ['a', [1]],
      ['b', [3]],
      ['a', [2, 4]],
    ]);
  });

  it('fail with those of the same key alone', async () => {
    const ask = coalescedByKey(async (key) => {
      await sleep(5);
      if (key === 'bad') throw new Error('away');
      return key;
    });
    const [bad, good] = [ask('bad'), ask('good')];
    await expect(bad).rejects.toThrow('away');
    expect(await good).toBe('good');
    await expect(ask('bad')).rejects.toThrow('away');
  });
});

it('questions with a value are passed to their call together, in order', async () => {
  const calls: string[][] = [];
  const ask = coalesced<number, string>(async (names) => {
    calls.push(names);
    await sleep(5);
    return names.length;
  });
  const first = ask('a');
  await sleep(1);
  expect(await Promise.all([first, ask('b'), ask('a'), ask('b')])).toEqual([1, 3, 3, 3]);
  expect(calls).toEqual([['a'], ['b', 'a', 'b']]);
});

/** Answers each question with its double, after a moment, and records the batches. 0 fails its batch. */
function doubling(): { batches: (readonly number[])[]; ask: (questions: readonly number[]) => Promise<number[]> } {
  const batches: (readonly number[])[] = [];
  const ask = async (questions: readonly number[]): Promise<number[]> => {
    batches.push(questions);
    await sleep(20);
    if (questions.includes(0)) throw new Error('away');
    return questions.map((question) => 2 * question);
  };
  return { batches, ask };
}

/** Waits until the questions of this turn have been sent. */
async function sent(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

describe('questions that are batched', () => {
  it('go out together when they come at once, up to the most per batch, and each gets its own answer', async () => {
    const { batches, ask } = doubling();
    const one = batched(ask, { atOnce: 2, most: 2 });
    expect(await Promise.all([1, 2, 3, 4, 5].map((n) => one(n)))).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('wait while as many batches are under way as may be at once', async () => {
    const batches: (readonly number[])[] = [];
    let endFirst = (): void => undefined;
    const one = batched(
      async (questions: readonly number[]) => {
        batches.push(questions);
        if (batches.length === 1) await new Promise<void>((resolve) => (endFirst = resolve));
        return questions;
      },
      { atOnce: 1, most: 8 },
    );
    const first = one(1);
    await sent();
    const later = [one(2), one(3)];
    await sent();
    expect(batches).toEqual([[1]]);
    endFirst();
    expect(await Promise.all([first, ...later])).toEqual([1, 2, 3]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('go out after a time even if the batch under way does not end', async () => {
    const batches: (readonly number[])[] = [];
    const one = batched(
      (questions: readonly number[]) => {
        batches.push(questions);
        return batches.length === 1 ? new Promise<number[]>(() => undefined) : Promise.resolve([...questions]);
      },
      { atOnce: 1, most: 8 },
    );
    void one(1);
    await sleep(5);
    expect(await Promise.all([one(2), one(3)])).toEqual([2, 3]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('fail together with their batch, and not with the next one', async () => {
    const { ask } = doubling();
    const one = batched(ask, { atOnce: 1, most: 2 });
    const [first, second, third] = [one(0), one(1), one(2)];
    await Promise.all([expect(first).rejects.toThrow('away'), expect(second).rejects.toThrow('away')]);
    expect(await third).toBe(4);
  });

  it('are left out when their caller has gone', async () => {
    const { batches, ask } = doubling();
    const one = batched(ask, { atOnce: 1, most: 8 });
    const gone = new AbortController();
    const first = one(1);
    await sent();
    const [second, third] = [one(2, gone.signal), one(3, new AbortController().signal)];
    gone.abort();
    await expect(second).rejects.toThrow('gone');
    expect(await Promise.all([first, third])).toEqual([2, 6]);
    expect(batches).toEqual([[1], [3]]);
  });

  it('abort the signal of their batch once all callers have gone, and not before', async () => {
    const aborted: boolean[] = [];
    const one = batched(
      async (questions: readonly number[], wanted) => {
        wanted.addEventListener('abort', () => aborted.push(true));
        await sleep(20);
        return questions;
      },
      { atOnce: 1, most: 2 },
    );
    const [a, b, c] = [new AbortController(), new AbortController(), new AbortController()];
    // The fourth has no signal: it is always wanted.
    const answers = [one(1, a.signal), one(2, b.signal), one(3, c.signal), one(4)];
    await sent();
    a.abort();
    expect(aborted).toEqual([]);
    b.abort();
    expect(aborted).toEqual([true]);
    const states = async (some: Promise<number>[]) => (await Promise.allSettled(some)).map(({ status }) => status);
    expect(await states(answers.slice(0, 2))).toEqual(['rejected', 'rejected']);
    c.abort();
    expect(await states(answers.slice(2))).toEqual(['rejected', 'fulfilled']);
    expect(aborted).toEqual([true]);
  });
});
