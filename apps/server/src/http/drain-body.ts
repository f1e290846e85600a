import type { IncomingMessage } from 'node:http';
import { limits } from './limits.js';

/**
 * Calls back once the rest of a request's body has been read and thrown away. Many clients send all of it before they
 * listen: answered and closed half way, they would report a broken pipe in place of the answer. There are limits to
 * that, in bytes and in time (milliseconds).
 */
export function drainBody(request: IncomingMessage, then: () => void, patience: number = limits.restMs): void {
  if (request.complete || request.destroyed || !hasBody(request)) {
    then();
    return;
  }
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > limits.restBytes) done();
  };
  const done = (): void => {
    clearTimeout(timer);
    request.off('data', count).off('end', done).off('close', done);
    then();
  };
  const timer = setTimeout(done, patience);
  request.on('data', count).once('end', done).once('close', done).resume();
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');
