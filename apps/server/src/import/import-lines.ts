import type { Logger } from 'pino';
import { problemOf } from '../problems/problem-of.js';
import { Problem } from '../problems/problem.js';
import { groupsOf } from './batches.js';
import type { ImportedLine } from './import.schema.js';
import { oneAhead } from './one-ahead.js';
import { rejectedLine } from './rejected-line.js';
import type { ImportParts } from './prepare-events.js';
import { prepareBatch, storeBatch, type PreparedBatch } from './store-batch.js';

export interface ImportOptions extends ImportParts {
  /** Microseconds since the epoch. */
  now: () => number;
  logger: Logger;
  /** No further group is begun once it is aborted. */
  stopping: AbortSignal;
}

/**
 * Stores what comes in, group by group, and tells after each how much that is by now. Stops at the first line that
 * cannot be stored, and when the key has ended; the last thing told is then why. While a group is on its way to the
 * log, the next one is read.
 *
 * @param importedBy the name of the key
 * @throws what broke the coming in of the text: then nobody is there to be told
 */
export async function* importLines(
  pieces: AsyncIterable<Buffer>,
  importedBy: string,
  options: ImportOptions,
): AsyncGenerator<ImportedLine> {
  const totals = { imported: 0, duplicates: 0, position: 0 };
  let isShown = false;
  let nextLine = 1;
  for await (const group of oneAhead(readyGroups(pieces, importedBy, options))) {
    const stored = await storeOrTell(group, group.firstLine || nextLine, importedBy, options);
    if ('error' in stored) {
      // Whoever is shut out half way is told how far they came, be it nowhere.
      if (options.authority.aborted && !isShown) yield { ...totals };
      yield stored;
      return;
    }
    totals.imported += stored.imported;
    totals.duplicates += stored.duplicates;
    totals.position = Math.max(totals.position, stored.position);
    // An import of nothing is told too, once.
    if (group.firstLine > 0 || !isShown) yield { ...totals };
    isShown = true;
    nextLine = group.nextLine;
    const error = stored.refused ?? group.refused;
    if (error) {
      yield { error: { ...error, errors: [...error.errors] } };
      return;
    }
  }
}

async function* readyGroups(
  pieces: AsyncIterable<Buffer>,
  importedBy: string,
  options: ImportOptions,
): AsyncGenerator<PreparedBatch> {
  for await (const group of groupsOf(pieces, options.now, options.vouched))
    yield await prepareBatch(group, importedBy, options);
}

/** What is in the way of a group lies with us: it may have been stored or not, and sending it again finds out. */
async function storeOrTell(group: PreparedBatch, line: number, importedBy: string, options: ImportOptions) {
  if (options.stopping.aborted)
    return {
      error: told(line, new Problem('unavailable', 'The server is stopping. Send the same again, and it goes on.')),
    };
  try {
    options.authority.throwIfAborted();
    return await storeBatch(group, importedBy, options);
  } catch (error) {
    const problem = problemOf(error);
    if (error !== options.authority.reason)
      options.logger[problem.code === 'unavailable' ? 'warn' : 'error'](
        { requestId: options.importer.requestId, err: error, line },
        'an import broke off',
      );
    return { error: told(line, problem) };
  }
}

function told(line: number, problem: Problem) {
  const { errors, ...refused } = rejectedLine(line, problem);
  return { ...refused, errors: [...errors] };
}
