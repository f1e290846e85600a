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
let asked: Credential[];
let warnings: unknown[];
/** What is found out; an error where nobody can say. */
let end: AuthorityEnd | null | Error;
let watch: AuthorityWatch;

beforeEach(() => {
  jest.useFakeTimers();
  [connections, asked, warnings, end] = [[], [], [], null];
  watch = new AuthorityWatch(
    (credential) => {
      asked.push(credential);
      return end instanceof Error ? Promise.reject(end) : Promise.resolve(end);
    },
    { info: () => undefined, warn: (...line: unknown[]) => void warnings.push(line) },
  );
});
afterEach(() => void jest.useRealTimers());

/** An answer to the holder of a key, or to nobody. */
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
  it('are looked at by their keys, however many they are, and only while they last', async () => {
    const answers = [answerTo('a'), answerTo('a'), answerTo('a'), answerTo('b'), answerTo(null)];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked.filter(({ token }) => token === 'a')).toHaveLength(4);
    expect(asked.filter(({ token }) => token === 'b')).toHaveLength(4);
    expect(asked).toHaveLength(8);
    for (const { connection } of answers) connection.destroy();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(8);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('all end with their key, and are told why; what is not taken is cut off', async () => {
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

  it('go on while nobody can say how their key stands, which is logged once', async () => {
    const { signal } = answerTo('a');
    end = new Error('away');
    await jest.advanceTimersByTimeAsync(2_000);
    expect([signal.aborted, warnings.length]).toEqual([false, 1]);
    end = 'key-expired';
    await jest.advanceTimersByTimeAsync(250);
    expect(signal.reason).toMatchObject({ detail: 'The key has expired.' });
  });
});
