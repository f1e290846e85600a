import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Clocks, type FormattedClocks, formatClocks } from '#reader/clocks/clocks.js';
import { type Column, columnsOfPaths, toCsv } from '../http/csv.js';
import { CSV, NDJSON } from '../http/media-types.js';
import { sendLines, sendText } from '../http/streaming.js';
import { ClocksBody } from './page.js';

/*
 * Lists as tables and as lines. JSON is answered in pages; CSV and NDJSON have the whole list, which is read page by
 * page at the same point of the clocks, and sent as it is read.
 */

/** How many items are read at once. */
const PAGE = 200;

/** Reads the items after a place, and the place after which there may be more. */
type ReadPart<Item, Place> = (
  after: Place | null,
  limit: number,
) => Promise<{ items: readonly Item[]; next: Place | null }>;

/** All items of a list, page by page. */
export async function* allParts<Item, Place>(read: ReadPart<Item, Place>): AsyncGenerator<readonly Item[]> {
  for (let after: Place | null = null; ;) {
    const { items, next }: { items: readonly Item[]; next: Place | null } = await read(after, PAGE);
    yield items;
    if (next === null) return;
    after = next;
  }
}

/** The columns of the point of the clocks, in every table after those of its items. */
const CLOCKS = ['clocks.asOf', 'clocks.reportedAsOf', 'clocks.recordedAsOf', 'clocks.position'];

/**
 * Answers with all items of a list, each with the clocks: as CSV, a row each, or as NDJSON, a line each.
 *
 * @param columns of the items as CSV
 */
export async function sendWhole<Item extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
  clocks: Clocks,
  columns: readonly Column<Item>[],
  parts: AsyncIterable<readonly Item[]>,
): Promise<void> {
  return sendWholeAt(request, reply, logger, columns, withClocks(parts, formatClocks(clocks)));
}

/** As `sendWhole`, for items that each have clocks of their own. */
export async function sendWholeAt<Item extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
  columns: readonly Column<Item>[],
  all: AsyncIterable<readonly WithClocks<Item>[]>,
): Promise<void> {
  if (request.responseType === NDJSON) return sendLines(reply, each(all), logger);
  await sendText(reply, toCsv([...columns, ...columnsOfPaths(CLOCKS)], all), `${CSV}; charset=utf-8`);
}

type WithClocks<Item> = Item & { clocks: FormattedClocks };

async function* withClocks<Item extends object>(
  parts: AsyncIterable<readonly Item[]>,
  clocks: FormattedClocks,
): AsyncGenerator<WithClocks<Item>[]> {
  for await (const items of parts) yield items.map((item) => ({ ...item, clocks }));
}

async function* each<Item>(parts: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const items of parts) yield* items;
}

const BrokenOff = z
  .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
  .meta({ id: 'BrokenOff', description: 'The last line of an answer that broke off' });

/** A line of a list as NDJSON: an item with the clocks, or why the list broke off. */
export const lineBody = (item: z.ZodType, id: string) =>
  z
    .union([item, BrokenOff])
    .meta({ id, description: 'A line of NDJSON: an item, with the clocks at which it was read' });

/** As `lineBody`, for an item that has no clocks of its own. */
export const lineOf = <Shape extends z.core.$ZodLooseShape>(item: z.ZodObject<Shape>, id: string) =>
  lineBody(item.extend({ clocks: ClocksBody }).meta({ id: `${id}Item` }), id);
