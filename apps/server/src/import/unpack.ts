import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';
import { limits } from '../http/limits.js';
import { piecesOf } from './pieces-of-body.js';

/** What zlib says of a text that is not packed, or not to its end. */
const BROKEN = new Set(['Z_DATA_ERROR', 'Z_BUF_ERROR']);

/**
 * A body that came packed by gzip as it was before, read no faster than it is asked for. Ends where `leave` is aborted,
 * and leaves the rest to others.
 *
 * @throws Problem `malformed-json` where it is not gzip, `too-large` where it holds next to nothing many times over;
 * else as `piecesOf`
 */
export async function* unpack(body: Readable, leave: AbortSignal): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // Whoever reads it finds out.
  gunzip.on('error', () => undefined);
  const lost = (): void =>
    void (body.readableEnded || gunzip.destroy(new Error('the client left before the end of the body')));
  const release = (): void => {
    body.off('close', lost).unpipe(gunzip);
    gunzip.destroy();
  };
  leave.addEventListener('abort', release);
  body.once('close', lost).pipe(gunzip);
  if (body.destroyed) lost();
  let bytes = 0;
  try {
    for await (const piece of piecesOf(gunzip, leave)) {
      bytes += piece.length;
      if (bytes > limits.unpackedBytes && bytes > gunzip.bytesWritten * limits.unpackedTimes)
        throw new Problem('too-large', `The body is more than ${limits.unpackedTimes} times as large as it came.`);
      yield piece;
    }
  } catch (error) {
    const broken: NodeJS.ErrnoException | null = gunzip.errored;
    if (broken && BROKEN.has(broken.code ?? ''))
      throw new Problem('malformed-json', 'The body is not gzip, or not to its end.', { cause: broken });
    throw error;
  } finally {
    leave.removeEventListener('abort', release);
    release();
  }
}
