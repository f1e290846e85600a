import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { EventEmitter } from 'node:events';
import { AuthorityWatch, type AuthorityEnd, type Credential } from './authority-watch.js';

class Connection extends EventEmitter {
  destroyed = false;

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

let connections: Connection[];
/** The credentials that were checked. */
let checked: Credential[];
let warnings: unknown[];
/** The result of each check; an error where it fails. */
let end: AuthorityEnd | null | Error;
let watch: AuthorityWatch;

beforeEach(() => {
  jest.useFakeTimers();
  [connections, checked, warnings, end] = [[], [], [], null];
  watch = new AuthorityWatch(
    (credential) => {
      checked.push(credential);
      return end instanceof Error ? Promise.reject(end) : Promise.resolve(end);
    },
    { info: () => undefined, warn: (...line: unknown[]) => void warnings.push(line) },
  );
});
afterEach(() => void jest.useRealTimers());

/** Watches an answer to the holder of a key, or to a request without one. */
function answerTo(key: string | null): { signal: AbortSignal; connection: Connection } {
  const connection = new Connection();
  connections.push(connection);
  const request = {
    identity: key === null ? null : { name: key, role: 'reader' },
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
  };
  return { signal: watch.watch({ request, raw: connection } as unknown as FastifyReply), connection };
}

describe('long answers', () => {
  it('are checked once a key, however many they are, and only until they end', async () => {
    const answers = [answerTo('a'), answerTo('a'), answerTo('a'), answerTo('b'), answerTo(null)];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(checked.filter(({ token }) => token === 'a')).toHaveLength(4);
    expect(checked.filter(({ token }) => token === 'b')).toHaveLength(4);
    expect(checked).toHaveLength(8);
    for (const { connection } of answers) connection.destroy();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(checked).toHaveLength(8);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('all end with their key, with the reason, and are cut off if they are not closed then', async () => {
    const [first, second] = [answerTo('a'), answerTo('a')];
    await jest.advanceTimersByTimeAsync(500);
    end = 'key-revoked';
    await jest.advanceTimersByTimeAsync(250);
    for (const { signal } of [first, second])
      expect(signal.reason).toMatchObject({ code: 'unauthenticated', detail: 'The key was revoked.' });
    first.connection.emit('close');
    await jest.advanceTimersByTimeAsync(1_000);
    expect([first.connection.destroyed, second.connection.destroyed]).toEqual([false, true]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('go on while their key cannot be checked, which is logged once', async () => {
    const { signal } = answerTo('a');
    end = new Error('away');
    await jest.advanceTimersByTimeAsync(2_000);
    expect([signal.aborted, warnings.length]).toEqual([false, 1]);
    end = 'key-expired';
    await jest.advanceTimersByTimeAsync(250);
    expect(signal.reason).toMatchObject({ detail: 'The key has expired.' });
  });
});
