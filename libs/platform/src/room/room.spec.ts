import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackgroundThrottle } from '../background-throttle/background-throttle.js';

let now: number;
let room: BackgroundThrottle;
beforeEach(() => {
  now = 1_000;
  room = new BackgroundThrottle(() => now);
});

/** So many ask, evenly within a second. */
const ask = (times: number): void => {
  for (let n = 0; n < times; n += 1) {
    now += 1_000 / times;
    room.ask();
  }
};

describe('the room of a process', () => {
  it('is for work alone where nobody asks', () => {
    expect(room.shared).toBe(false);
    expect(room.restAfter(50)).toBe(0);
  });

  it('is shared after a request, for less than a second, and then hardly', () => {
    ask(1);
    expect(room.shared).toBe(true);
    expect(room.restAfter(50)).toBeLessThan(3);
    now += 1_000;
    expect(room.shared).toBe(false);
    expect(room.restAfter(50)).toBe(0);
  });

  it('leaves four fifths to many requests, however many, and the more to a few the more they are', () => {
    for (let n = 0; n < 5; n += 1) ask(1_000);
    expect(room.restAfter(20)).toBeCloseTo(80);
    now += 60_000;
    for (let n = 0; n < 5; n += 1) ask(25);
    expect(room.restAfter(20)).toBeGreaterThan(15);
    expect(room.restAfter(20)).toBeLessThan(25);
  });

  it('is free soon after a flood', () => {
    ask(50_000);
    now += 6_000;
    expect(room.shared).toBe(false);
  });

  it('never has work rest for long', () => {
    ask(1_000);
    expect(room.restAfter(10_000)).toBe(250);
  });
});

describe('pieces of work', () => {
  const order: string[] = [];
  /** Each takes ten milliseconds of the room's clock. */
  const piece = (name: string) => async (): Promise<string> => {
    order.push(`${name} begins`);
    await sleep(5);
    now += 10;
    order.push(`${name} ends`);
    return name;
  };
  beforeEach(() => {
    order.length = 0;
  });

  it('are done at once and together where nobody asks', async () => {
    expect(await Promise.all([room.turn(piece('a')), room.turn(piece('b'))])).toEqual(['a', 'b']);
    expect(order).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });

  it('take turns beside requests, each after a rest', async () => {
    ask(1_000);
    const began = performance.now();
    expect(await Promise.all([room.turn(piece('a')), room.turn(piece('b'))])).toEqual(['a', 'b']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(performance.now() - began).toBeGreaterThan(40);
  });

  it('go on after one that failed, and whoever gave it is told', async () => {
    ask(1_000);
    const failing = room.turn(() => Promise.reject(new Error('it cannot be done')));
    const next = room.turn(piece('b'));
    await expect(failing).rejects.toThrow('it cannot be done');
    expect(await next).toBe('b');
  });

  it('go on beside one that hangs', async () => {
    ask(1_000);
    let letGo: () => void = () => undefined;
    const hanging = room.turn(() => new Promise<void>((resolve) => (letGo = resolve)));
    expect(await Promise.all([room.turn(piece('b')), room.turn(piece('c'))])).toEqual(['b', 'c']);
    expect(order).toEqual(['b begins', 'b ends', 'c begins', 'c ends']);
    letGo();
    await hanging;
  });
});
