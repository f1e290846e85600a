import { describe, expect, it } from '@jest/globals';
import { untilAborted } from './streaming.js';

const REASON = new Error('it is over');

/** The numbers 1 to `ready`; the next one never comes. */
function numbers(ready: number) {
  let [taken, returned] = [0, false];
  const source = async function* (): AsyncGenerator<number> {
    try {
      for (;;) {
        if (taken === ready) await new Promise(() => undefined);
        yield (taken += 1);
        await Promise.resolve();
      }
    } finally {
      returned = true;
    }
  };
  return { source: source(), taken: () => taken, returned: () => returned };
}

/** Collects all values, and the error. */
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
  it('throw its reason between two values, and return the source', async () => {
    const { source, returned } = numbers(Infinity);
    const controller = new AbortController();
    const result = await read(
      untilAborted(source, controller.signal),
      (value) => value === 3 && controller.abort(REASON),
    );
    expect(result).toEqual({ found: [1, 2, 3], error: REASON });
    await Promise.resolve();
    expect(returned()).toBe(true);
  });

  it('throw at once while the next value is awaited', async () => {
    const { source } = numbers(2);
    const controller = new AbortController();
    const result = await read(untilAborted(source, controller.signal), (value) => {
      if (value === 2) setTimeout(() => controller.abort(REASON), 20);
    });
    expect(result).toEqual({ found: [1, 2], error: REASON });
  });

  it('do not begin where it was aborted before', async () => {
    const { source, taken } = numbers(Infinity);
    expect(await read(untilAborted(source, AbortSignal.abort(REASON)), () => undefined)).toEqual({
      found: [],
      error: REASON,
    });
    expect(taken()).toBe(0);
  });

  it('are complete where it is never aborted, and a break returns the source', async () => {
    const { source, returned } = numbers(Infinity);
    for await (const value of untilAborted(source, new AbortController().signal)) if (value === 5) break;
    expect(returned()).toBe(true);
    const three = async function* (): AsyncGenerator<number> {
      for (const value of [1, 2, 3]) yield await Promise.resolve(value);
    };
    expect((await read(untilAborted(three(), new AbortController().signal), () => undefined)).found).toEqual([1, 2, 3]);
  });
});
