import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { coalesced } from './coalesced.js';

/** Counts how often it is asked; each answer is the count at its begin, and takes a moment. */
function counted(): { asked: number; ask: () => Promise<number> } {
  const one = {
    asked: 0,
    ask: async () => {
      const nth = (one.asked += 1);
      await sleep(20);
      return nth;
    },
  };
  return one;
}

describe('a question asked together', () => {
  it('is asked once for all who come at once', async () => {
    const question = counted();
    const ask = coalesced(question.ask);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  });

  it('is asked again for those who come while it is on its way, once for all of them', async () => {
    const question = counted();
    const ask = coalesced(question.ask);
    const first = ask();
    await sleep(5);
    expect(question.asked).toBe(1);
    expect(await Promise.all([first, ask(), ask()])).toEqual([1, 2, 2]);
    expect(question.asked).toBe(2);
  });

  it('fails for those who asked then, and is asked anew by those who come after', async () => {
    let asked = 0;
    const ask = coalesced(async () => {
      await sleep(5);
      asked += 1;
      if (asked === 1) throw new Error('away');
      return asked;
    });
    const [first, second] = [ask(), ask()];
    await expect(first).rejects.toThrow('away');
    await expect(second).rejects.toThrow('away');
    expect(await ask()).toBe(2);
  });
});
