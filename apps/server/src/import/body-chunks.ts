import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { limits } from '../http/limits.js';
import { Problem } from '../problems/problem.js';

/**
 * A body in chunks, read no faster than they are taken, so that TCP slows the client down. It ends when `leave` is
 * aborted, and leaves the rest of the body unread; the stream's own iterator would destroy it.
 *
 * @throws Problem `request-timeout` where the client sends too slowly, and an error where the client goes away
 */
export async function* bodyChunks(body: Readable, leave: AbortSignal): AsyncGenerator<Buffer> {
  let waited = 0;
  let bytes = 0;
  while (!leave.aborted) {
    const chunk = body.read() as Buffer | null;
    if (chunk !== null) {
      bytes += chunk.length;
      if (bytes >= limits.importedBytesAMinute) [waited, bytes] = [0, 0];
      yield chunk;
      continue;
    }
    if (body.readableEnded) return;
    if (body.destroyed) throw new Error('the client went away before the end of the body', { cause: body.errored });
    const began = performance.now();
    await nextChange(body, leave, 60_000 - waited);
    waited += performance.now() - began;
    if (waited >= 60_000) throw new Problem('request-timeout', 'Less than 16 KiB came within a minute.');
  }
}

/** Resolves when the state of the body has changed, or after so many milliseconds. */
function nextChange(body: Readable, leave: AbortSignal, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const events = ['readable', 'end', 'close', 'error'] as const;
    const done = (): void => {
      clearTimeout(timer);
      for (const event of events) body.off(event, done);
      leave.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, timeoutMs);
    for (const event of events) body.once(event, done);
    leave.addEventListener('abort', done);
  });
}

/** The errors of zlib for a body that is not gzip, or is incomplete. */
const GZIP_ERRORS = new Set(['Z_DATA_ERROR', 'Z_BUF_ERROR']);

/**
 * A gzip body in decompressed chunks, as `bodyChunks`.
 *
 * @throws Problem `malformed-json` where it is not gzip, `too-large` where it decompresses to too many times its size;
 * else as `bodyChunks`
 */
export async function* gunzipChunks(body: Readable, leave: AbortSignal): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // The loop below throws the error.
  gunzip.on('error', () => undefined);
  const onClose = (): void =>
    void (body.readableEnded || gunzip.destroy(new Error('the client went away before the end of the body')));
  const release = (): void => {
    body.off('close', onClose).unpipe(gunzip);
    gunzip.destroy();
  };
  leave.addEventListener('abort', release);
  body.once('close', onClose).pipe(gunzip);
  if (body.destroyed) onClose();
  let bytes = 0;
  try {
    for await (const chunk of bodyChunks(gunzip, leave)) {
      bytes += chunk.length;
      if (bytes > limits.unpackedBytes && bytes > gunzip.bytesWritten * limits.unpackedTimes)
        throw new Problem('too-large', `The body decompresses to more than ${limits.unpackedTimes} times its size.`);
      yield chunk;
    }
  } catch (error) {
    const broken: NodeJS.ErrnoException | null = gunzip.errored;
    if (broken && GZIP_ERRORS.has(broken.code ?? ''))
      throw new Problem('malformed-json', 'The body is not gzip, or is incomplete.', { cause: broken });
    throw error;
  } finally {
    leave.removeEventListener('abort', release);
    release();
  }
}
