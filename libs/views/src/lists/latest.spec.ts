import { expect, it } from '@jest/globals';
import { appendDistinct, LATEST, latest, upsert } from './latest.js';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

it('keeps the latest entries', () => {
  expect(latest(['a', 'b'])).toEqual(['a', 'b']);
  expect(latest(numbers(1, LATEST + 2))).toEqual(numbers(3, LATEST + 2));
});

it('adds what is not there yet, once', () => {
  expect(appendDistinct(['a', 'b'], ['b', 'c', 'c'])).toEqual(['a', 'b', 'c']);
  expect(appendDistinct(['a'], undefined)).toEqual(['a']);
  expect(appendDistinct(numbers(1, LATEST), ['new'])).toEqual([...numbers(2, LATEST), 'new']);
});

it('replaces by key, the new entry last', () => {
  const keyOf = ({ key }: { key: string }) => key;
  expect(
    upsert(
      [
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
      ],
      keyOf,
      { key: 'a', value: 3 },
    ),
  ).toEqual([
    { key: 'b', value: 2 },
    { key: 'a', value: 3 },
  ]);
});
