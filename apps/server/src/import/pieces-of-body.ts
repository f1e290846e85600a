import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';
import { limits } from '../http/limits.js';

/**
 * A body as it comes in, read no faster than it is asked for: who sends is held up by the connection itself. Ends where
 * `leave` is aborted; the rest is then left to others, which a stream's own iterator would not do.
 *
 * @throws Problem `request-timeout` where next to nothing comes, and an error where the client leaves
 */
export async function* piecesOf(body: Readable, leave: AbortSignal): AsyncGenerator<Buffer> {
  let waited = 0;
  let bytes = 0;
  while (!leave.aborted) {
    const piece = body.read() as Buffer | null;
    if (piece !== null) {
      bytes += piece.length;
      if (bytes >= limits.importedBytesAMinute) [waited, bytes] = [0, 0];
      yield piece;
      continue;
    }
    if (body.readableEnded) return;
    if (body.destroyed) throw new Error('the client left before the end of the body', { cause: body.errored });
    const began = performance.now();
    await change(body, leave, 60_000 - waited);
    waited += performance.now() - began;
    if (waited >= 60_000) throw new Problem('request-timeout', 'Less than 16 KiB came within a minute.');
  }
}

/** Resolves once there may be more, or nothing any more, or after so many milliseconds. */
function change(body: Readable, leave: AbortSignal, most: number): Promise<void> {
  return new Promise((resolve) => {
    const events = ['readable', 'end', 'close', 'error'] as const;
    const done = (): void => {
      clearTimeout(timer);
      for (const event of events) body.off(event, done);
      leave.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, most);
    for (const event of events) body.once(event, done);
    leave.addEventListener('abort', done);
  });
}
