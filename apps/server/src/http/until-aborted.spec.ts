import { describe, expect, it } from '@jest/globals';
import { untilAborted } from './until-aborted.js';

const REASON = new Error('it is over');

/** Numbers from 1: so many come, and no further one. */
function numbers(ready: number) {
  let [taken, left] = [0, false];
  const source = async function* (): AsyncGenerator<number> {
    try {
      for (;;) {
        if (taken === ready) await new Promise(() => undefined);
        yield (taken += 1);
        await Promise.resolve();
      }
    } finally {
      left = true;
    }
  };
  return { source: source(), taken: () => taken, left: () => left };
}

/** All that comes, and what it failed with. */
async function read(
  values: AsyncIterable<number>,
  onValue: (value: number) => void,
): Promise<{ found: number[]; error: unknown }> {
  const found: number[] = [];
  try {
    for await (const value of values) {
      found.push(value);
      onValue(value);
    }
  } catch (error) {
    return { found, error };
  }
  return { found, error: null };
}

describe('values until a signal is aborted', () => {
  it('fail with its reason between two of them, and the source is left', async () => {
    const { source, left } = numbers(Infinity);
    const controller = new AbortController();
    const told = await read(
      untilAborted(source, controller.signal),
      (value) => value === 3 && controller.abort(REASON),
    );
    expect(told).toEqual({ found: [1, 2, 3], error: REASON });
    await Promise.resolve();
    expect(left()).toBe(true);
  });

  it('fail at once where the next one does not come', async () => {
    const { source } = numbers(2);
    const controller = new AbortController();
    const told = await read(untilAborted(source, controller.signal), (value) => {
      if (value === 2) setTimeout(() => controller.abort(REASON), 20);
    });
    expect(told).toEqual({ found: [1, 2], error: REASON });
  });

  it('are not begun where it was aborted before', async () => {
    const { source, taken } = numbers(Infinity);
    expect(await read(untilAborted(source, AbortSignal.abort(REASON)), () => undefined)).toEqual({
      found: [],
      error: REASON,
    });
    expect(taken()).toBe(0);
  });

  it('are all there where it never is, and the source is left by who leaves them', async () => {
    const { source, left } = numbers(Infinity);
    for await (const value of untilAborted(source, new AbortController().signal)) if (value === 5) break;
    expect(left()).toBe(true);
    const three = async function* (): AsyncGenerator<number> {
      for (const value of [1, 2, 3]) yield await Promise.resolve(value);
    };
    expect((await read(untilAborted(three(), new AbortController().signal), () => undefined)).found).toEqual([1, 2, 3]);
  });
});
