import { Problem } from '../problems/problem.js';
import { limits } from '../http/limits.js';
import { LineSplitter, type Line } from './line-splitter.js';
import { readLine, type ReadLine } from './read-line.js';
import { rejectedLine, type RejectedLine } from './rejected-line.js';

/** Lines that are recorded as one request. */
export interface Batch {
  lines: ReadLine[];
  /** The line after them, where that cannot be read: nothing comes after it. */
  refused: RejectedLine | null;
}

/** So many lines are a group. */
const MOST_LINES = 1000;

/**
 * Gathers what comes in into groups of 1,000 lines, or of fewer where they are long: then of as much as one request may
 * hold. Which lines go together depends on the text alone, so that a text that is sent again has the same groups. The
 * last group may be empty.
 *
 * @param now microseconds since the epoch
 * @param vouched an admin imports them
 */
export async function* groupsOf(
  pieces: AsyncIterable<Buffer>,
  now: () => number,
  vouched: boolean,
): AsyncGenerator<Batch> {
  const splitter = new LineSplitter();
  let lines: ReadLine[] = [];
  let bytes = 0;
  const read = function* (found: readonly Line[]): Generator<Batch> {
    for (const line of found) {
      const next = tryLine(line, now(), vouched);
      if ('code' in next) {
        yield { lines, refused: next };
        return;
      }
      if (lines.length === MOST_LINES || (lines.length > 0 && bytes + next.bytes > limits.bodyBytes)) {
        yield { lines, refused: null };
        [lines, bytes] = [[], 0];
      }
      lines.push(next);
      bytes += next.bytes;
    }
  };
  try {
    for await (const piece of pieces) {
      for (const group of read(splitter.push(piece))) {
        yield group;
        if (group.refused) return;
      }
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    yield { lines, refused: rejectedLine(splitter.number, error) };
    return;
  }
  for (const group of read(splitter.end())) {
    yield group;
    if (group.refused) return;
  }
  yield { lines, refused: null };
}

function tryLine(line: Line, now: number, vouched: boolean): ReadLine | RejectedLine {
  try {
    return readLine(line, now, vouched);
  } catch (error) {
    if (error instanceof Problem) return rejectedLine(line.number, error);
    throw error;
  }
}
