import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { batched } from './batched.js';

/** Answers each question with its double, after a moment, and notes which were asked together. */
function doubling(): { groups: (readonly number[])[]; ask: (questions: readonly number[]) => Promise<number[]> } {
  const groups: (readonly number[])[] = [];
  const ask = async (questions: readonly number[]): Promise<number[]> => {
    groups.push(questions);
    await sleep(20);
    if (questions.includes(0)) throw new Error('away');
    return questions.map((question) => 2 * question);
  };
  return { groups, ask };
}

describe('questions that are gathered', () => {
  it('are asked together where they come at once, so many at a time, and each has its own answer', async () => {
    const { groups, ask } = doubling();
    const one = batched(ask, { atOnce: 2, most: 2 });
    expect(await Promise.all([1, 2, 3, 4, 5].map((n) => one(n)))).toEqual([2, 4, 6, 8, 10]);
    expect(groups).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('wait for those that are on their way, where these are as many as may be at once', async () => {
    const groups: (readonly number[])[] = [];
    let comeBack = (): void => undefined;
    const one = batched(
      async (questions: readonly number[]) => {
        groups.push(questions);
        if (groups.length === 1) await new Promise<void>((resolve) => (comeBack = resolve));
        return questions;
      },
      { atOnce: 1, most: 8 },
    );
    const first = one(1);
    await turn();
    await turn();
    const later = [one(2), one(3)];
    await turn();
    await turn();
    expect(groups).toEqual([[1]]);
    comeBack();
    expect(await Promise.all([first, ...later])).toEqual([1, 2, 3]);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('are asked though, where those that are on their way do not come back', async () => {
    const groups: (readonly number[])[] = [];
    const one = batched(
      (questions: readonly number[]) => {
        groups.push(questions);
        return groups.length === 1 ? new Promise<number[]>(() => undefined) : Promise.resolve([...questions]);
      },
      { atOnce: 1, most: 8 },
    );
    void one(1);
    await sleep(5);
    expect(await Promise.all([one(2), one(3)])).toEqual([2, 3]);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('fail together, and those that come after are asked', async () => {
    const { ask } = doubling();
    const one = batched(ask, { atOnce: 1, most: 2 });
    const [first, second, third] = [one(0), one(1), one(2)];
    await Promise.all([expect(first).rejects.toThrow('away'), expect(second).rejects.toThrow('away')]);
    expect(await third).toBe(4);
  });

  it('are not asked any more for who has gone, and the others are', async () => {
    const { groups, ask } = doubling();
    const one = batched(ask, { atOnce: 1, most: 8 });
    const gone = new AbortController();
    const first = one(1);
    await turn();
    await turn();
    const [second, third] = [one(2, gone.signal), one(3, new AbortController().signal)];
    gone.abort();
    await expect(second).rejects.toThrow('gone');
    expect(await Promise.all([first, third])).toEqual([2, 6]);
    expect(groups).toEqual([[1], [3]]);
  });

  it('are told where all who put them have gone, and not before', async () => {
    const told: boolean[] = [];
    const one = batched(
      async (questions: readonly number[], wanted) => {
        wanted.addEventListener('abort', () => told.push(true));
        await sleep(20);
        return questions;
      },
      { atOnce: 1, most: 2 },
    );
    const [a, b, c] = [new AbortController(), new AbortController(), new AbortController()];
    const asked = [one(1, a.signal), one(2, b.signal), one(3, c.signal), one(4)];
    await turn();
    await turn();
    a.abort();
    expect(told).toEqual([]);
    b.abort();
    expect(told).toEqual([true]);
    const states = async (answers: Promise<number>[]) =>
      (await Promise.allSettled(answers)).map(({ status }) => status);
    expect(await states(asked.slice(0, 2))).toEqual(['rejected', 'rejected']);
    c.abort();
    expect(await states(asked.slice(2))).toEqual(['rejected', 'fulfilled']);
    // The fourth has no signal: it is always wanted.
    expect(told).toEqual([true]);
  });
});
