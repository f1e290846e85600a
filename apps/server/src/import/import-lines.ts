import type { CommandBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { ArticleRepository } from '../articles/article.repository.js';
import { problemOf } from '../problems/problem-of.js';
import { Problem } from '../problems/problem.js';
import { batchesOf } from './batches.js';
import { ImportBatch, type StoredBatch } from './import-batch.command.js';
import type { ImportedLine } from './import.controller.js';
import { prepareBatch, type Importer, type PreparedBatch } from './prepare-batch.js';
import { rejectedLine, type RejectedLine } from './read-line.js';

interface ImportOptions {
  commands: CommandBus;
  articles: ArticleRepository;
  pool: Pool;
  /** Microseconds since the epoch. */
  now: () => number;
  logger: Logger;
  /** No further batch is begun once it is aborted. */
  stopping: AbortSignal;
}

/**
 * Stores a text batch by batch, and yields running totals after each. Stops at the first line that cannot be stored,
 * and when the key has ended; the last line of the answer is then the reason. While a batch is being stored, the next
 * one is read and prepared.
 *
 * @throws what broke the transfer of the text: then the client has gone
 */
export async function* importLines(
  chunks: AsyncIterable<Buffer>,
  importer: Importer,
  options: ImportOptions,
): AsyncGenerator<ImportedLine> {
  const totals = { imported: 0, duplicates: 0, position: 0 };
  let hasTotals = false;
  let nextLine = 1;
  for await (const batch of prefetch(preparedBatches(chunks, importer, options))) {
    const stored = await tryToStore(batch, batch.firstLine || nextLine, importer, options);
    if ('line' in stored) {
      // A client whose key has ended gets totals in any case, so that it knows where to continue.
      if (importer.authority.aborted && !hasTotals) yield { ...totals };
      yield toErrorLine(stored);
      return;
    }
    totals.imported += stored.imported;
    totals.duplicates += stored.duplicates;
    totals.position = Math.max(totals.position, stored.position);
    // An empty import has totals too, once.
    if (batch.firstLine > 0 || !hasTotals) yield { ...totals };
    hasTotals = true;
    nextLine = batch.nextLine;
    const rejected = stored.rejected ?? batch.rejected;
    if (rejected) {
      yield toErrorLine(rejected);
      return;
    }
  }
}

async function* preparedBatches(
  chunks: AsyncIterable<Buffer>,
  importer: Importer,
  { now, pool, articles }: ImportOptions,
): AsyncGenerator<PreparedBatch> {
  for await (const batch of batchesOf(chunks, now, importer.byAdmin))
    yield await prepareBatch(batch, importer, pool, articles);
}

/**
 * Stores a batch. A failure is the server's, and is rejected at the first line: the batch may have been stored or not,
 * which sending it again finds out.
 */
async function tryToStore(
  batch: PreparedBatch,
  line: number,
  importer: Importer,
  { commands, stopping, logger }: ImportOptions,
): Promise<StoredBatch | RejectedLine> {
  if (stopping.aborted)
    return rejectedLine(
      line,
      new Problem('unavailable', 'The server is stopping. Send the same text again to continue.'),
    );
  try {
    importer.authority.throwIfAborted();
    return await commands.execute(new ImportBatch(batch, importer));
  } catch (error) {
    const problem = problemOf(error);
    if (error !== importer.authority.reason)
      logger[problem.code === 'unavailable' ? 'warn' : 'error'](
        { requestId: importer.actor.requestId, err: error, line },
        'an import broke off',
      );
    return rejectedLine(line, problem);
  }
}

const toErrorLine = ({ errors, ...rejected }: RejectedLine): ImportedLine => ({
  error: { ...rejected, errors: [...errors] },
});

/** Requests the next value while the last one is being processed: one value ahead, and no more. */
async function* prefetch<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value> {
  const values = source[Symbol.asyncIterator]();
  let next = values.next();
  try {
    for (let value = await next; !value.done; value = await next) {
      next = values.next();
      // The loop throws the error when it comes to it, which may never be.
      next.catch(() => undefined);
      yield value.value;
    }
  } finally {
    // Not awaited, since the source may be waiting for a client that sends nothing.
    values.return?.(undefined).catch(() => undefined);
  }
}

/** How many values are buffered. After that, the latest value replaces the one before it. */
const MAX_BUFFERED = 1000;

/**
 * Passes values on from a source that continues whether they are taken or not. Meant for running totals, of which the
 * last one counts. Many a client sends its whole text before it reads the answer, and would block a server that waits
 * for it.
 */
export async function* conflate<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value> {
  const buffered: Value[] = [];
  let wake = (): void => undefined;
  let end: { error?: unknown } | null = null;
  const pull = async (): Promise<void> => {
    for await (const value of source) {
      if (buffered.length === MAX_BUFFERED) buffered.pop();
      buffered.push(value);
      wake();
    }
  };
  const endBy = (by: { error?: unknown }): void => {
    end = by;
    wake();
  };
  pull().then(
    () => endBy({}),
    (error: unknown) => endBy({ error }),
  );
  for (;;) {
    for (let value = buffered.shift(); value !== undefined; value = buffered.shift()) yield value;
    const ended = end as { error?: unknown } | null;
    if (ended && 'error' in ended) throw ended.error;
    if (ended) return;
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
