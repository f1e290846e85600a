import { beforeEach, describe, expect, it } from '@jest/globals';
import { LogPages, type StreamFilter, type StreamedEvent } from './log-pages.js';

const ALL = { story: undefined, types: undefined };
const event = (position: number): StreamedEvent => ({
  position,
  story: position % 3 === 0 ? 'third' : 'other',
  type: position % 2 === 0 ? 'Even' : 'Odd',
  text: `${position};`,
});

let reads: [number, number][];
let failures: number;
let pages: LogPages;

beforeEach(() => {
  reads = [];
  failures = 0;
  pages = new LogPages(async (after, upTo, { story, types }, limit) => {
    reads.push([after, upTo]);
    await Promise.resolve();
    if (failures-- > 0) throw new Error('the database is away');
    const all = Array.from({ length: upTo - after }, (_, n) => event(after + 1 + n));
    return all
      .filter((one) => (story ?? one.story) === one.story && (types?.includes(one.type) ?? true))
      .slice(0, limit);
  });
});

/** The positions of all events after a position. */
async function follow(position: number, head: number, filter: StreamFilter = ALL): Promise<number[]> {
  const found: number[] = [];
  for (let at = position; at < head;) {
    const { upTo, bytes } = await pages.after(at, head, filter);
    expect(upTo).toBeGreaterThan(at);
    found.push(...(bytes?.toString().split(';').filter(Boolean).map(Number) ?? []));
    at = upTo;
  }
  return found;
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + 1 + n);

describe('the pages of the log', () => {
  it('have each event after any position once, in order', async () => {
    for (const from of [0, 1, 99, 100, 101, 250, 333]) expect(await follow(from, 333)).toEqual(numbers(from, 333));
  });

  it('are read once, however many clients follow the log', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => follow(n, 250)));
    expect(all.map((found) => found.length)).toEqual(Array.from({ length: 50 }, (_, n) => 250 - n));
    expect(reads).toEqual([
      [0, 100],
      [100, 200],
      [200, 250],
    ]);
  });

  it('are extended by new events', async () => {
    await follow(0, 130);
    expect(await follow(120, 150)).toEqual(numbers(120, 150));
    expect(await follow(150, 210)).toEqual(numbers(150, 210));
    expect(reads.slice(2)).toEqual([
      [130, 150],
      [150, 200],
      [200, 210],
    ]);
  });

  it('can be filtered, near the end and far from it', async () => {
    const third = numbers(0, 50_000).filter((n) => n % 3 === 0);
    expect(await follow(0, 50_000, { story: 'third', types: undefined })).toEqual(third);
    expect(await follow(49_000, 50_000, { story: 'third', types: ['Odd'] })).toEqual(
      third.filter((n) => n > 49_000 && n % 2 === 1),
    );
  });

  it('are read again by the next client where reading failed', async () => {
    failures = 1;
    const tried = await Promise.allSettled([follow(0, 50), follow(0, 50)]);
    expect(tried.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(await follow(0, 50)).toEqual(numbers(0, 50));
  });

  it('stay in the cache while they are recent', async () => {
    await follow(0, 10_000);
    reads.length = 0;
    await follow(9_000, 10_000);
    expect(reads).toEqual([]);
    await follow(0, 100);
    expect(reads).toEqual([[0, 100]]);
  });
});
