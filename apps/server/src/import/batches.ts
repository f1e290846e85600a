import { limits } from '../http/limits.js';
import { Problem } from '../problems/problem.js';
import { LineSplitter, type Line } from './line-splitter.js';
import { readLine, rejectedLine, type ReadLine, type RejectedLine } from './read-line.js';

/** Lines that are stored together, their events as one request. */
export interface Batch {
  lines: ReadLine[];
  /** The line after them, where it cannot be read. Then it is the last batch. */
  rejected: RejectedLine | null;
}

const MAX_LINES = 1000;

/**
 * Divides a text into batches of 1,000 lines, or of fewer lines that are together as long as one request may be. The
 * batches depend on the text alone, so a text that is sent again has the same. The last batch may be empty.
 *
 * @param now microseconds since the epoch
 * @param byAdmin an admin imports the text
 */
export async function* batchesOf(
  chunks: AsyncIterable<Buffer>,
  now: () => number,
  byAdmin: boolean,
): AsyncGenerator<Batch> {
  const splitter = new LineSplitter();
  let lines: ReadLine[] = [];
  let bytes = 0;
  const add = function* (found: readonly Line[]): Generator<Batch> {
    for (const line of found) {
      const next = tryToReadLine(line, now(), byAdmin);
      if ('code' in next) {
        yield { lines, rejected: next };
        return;
      }
      if (lines.length === MAX_LINES || (lines.length > 0 && bytes + next.bytes > limits.bodyBytes)) {
        yield { lines, rejected: null };
        [lines, bytes] = [[], 0];
      }
      lines.push(next);
      bytes += next.bytes;
    }
  };
  try {
    for await (const chunk of chunks) {
      for (const batch of add(splitter.push(chunk))) {
        yield batch;
        if (batch.rejected) return;
      }
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    yield { lines, rejected: rejectedLine(splitter.number, error) };
    return;
  }
  for (const batch of add(splitter.end())) {
    yield batch;
    if (batch.rejected) return;
  }
  yield { lines, rejected: null };
}

function tryToReadLine(line: Line, now: number, byAdmin: boolean): ReadLine | RejectedLine {
  try {
    return readLine(line, now, byAdmin);
  } catch (error) {
    if (error instanceof Problem) return rejectedLine(line.number, error);
    throw error;
  }
}
