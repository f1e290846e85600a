import { type Clocks, formatClocks } from '#reader/clocks/clocks.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Answer } from '../http/answer-cache.js';
import { sendWithEtag } from '../http/entity-tag.js';
import { isWholeList } from '../http/media-types.js';
import type { QuerySchema } from '../http/read-query.js';
import { badParameter, Problem } from '../problems/problem.js';
import { badCursor, type CursorKind, cursorsOf, linkToNext } from './cursor.js';
import { DEFAULT_ITEMS, InstantPlace, LimitPlace, PositionPlace, RecordedAsOfPlace } from './parameters.js';
import { parseQuestion, type Question, questionOf, questionSchema } from './question.js';
import { type ClockParts, type ClockQuery, etagClocks, resolveRequestClocks } from './request-clocks.js';

/** The point of the clocks at which an answer was read. */
export const ClocksBody = z
  .strictObject({
    asOf: z.string().nullable().meta({ description: 'The last instant of valid time that counts; null: no bound' }),
    reportedAsOf: z
      .string()
      .nullable()
      .meta({ description: 'The last instant of publication that counts; null: no bound' }),
    recordedAsOf: z
      .string()
      .nullable()
      .meta({ description: 'The last instant of system time that counts, or @ and a position; null: no bound' }),
    undated: z
      .literal('include')
      .optional()
      .meta({ description: 'Sources without a date of publication are included' }),
    position: z.int().min(0).meta({ description: 'The position of the log at which the whole answer was read' }),
  })
  .meta({ id: 'Clocks', description: 'The clocks of an answer, as they were resolved' });

/** A field of every answer on the clock of publication. */
export const undatedCount = {
  undated: z
    .int()
    .min(0)
    .optional()
    .meta({
      description:
        'With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out ' +
        'because the ' +
        'date of their publication is unknown, and for no other reason. `undated=include` includes them',
    }),
};

/** The body of a page that `pagedList` answers with. */
export const itemsPageBody = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; null: this is the last' }),
    clocks: ClocksBody,
  });

/** A page of a list: its parameters, its point of the clocks, and the place after which it begins. */
export interface Page<Query, Place> {
  query: Query;
  clocks: Clocks;
  limit: number;
  after: Place | null;
  /** The question of the first page, which the cursors carry. */
  question: Question;
  cursors: CursorKind<PageCursor<Place>>;
}

interface PageQuery extends ClockQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** The content of a cursor. */
interface PageCursor<Place> {
  question: Question;
  limit: number;
  position: number;
  recordedAsOf: string | null;
  instant: number;
  after: Place;
}

/**
 * A list whose pages are all read at the point of the record of the first page. Its cursors carry the whole question:
 * a cursor alone continues the list, and a cursor together with other parameters is refused.
 *
 * @param schema the query parameters of the list
 * @param place the schema of a place in it
 * @param clocksOf the requested clocks of a query, where they are not its parameters of the same names
 */
export function pagedList<Schema extends QuerySchema, Place extends z.ZodType>(
  schema: Schema,
  place: Place,
  clocksOf: (query: z.output<Schema>) => ClockQuery = (query) => query,
) {
  const Content = z.strictObject({
    question: questionSchema(schema),
    limit: LimitPlace,
    position: PositionPlace,
    recordedAsOf: RecordedAsOfPlace,
    instant: InstantPlace,
    after: place,
  });
  type At = z.output<Place>;

  const cursorOf = (page: Page<z.output<Schema>, At>, after: At): string => {
    const { clocks, limit, question, cursors } = page;
    const { position, recordedAsOf, instant } = clocks;
    return cursors.write({ question, limit, position, recordedAsOf, instant, after });
  };

  return {
    /**
     * @throws Problem `bad-cursor`, `bad-parameter` where a whole list is requested with parameters of a page, and what
     * `resolveRequestClocks` throws
     */
    async open(
      parts: ClockParts & { cursorSecret: Buffer },
      request: FastifyRequest,
    ): Promise<Page<z.output<Schema>, At>> {
      const query = request.validatedQuery as z.output<Schema> & PageQuery;
      if (isWholeList(request.responseType)) refusePages(query);
      const list = `${request.routeOptions.url ?? ''} ${JSON.stringify(request.params)}`;
      const cursors = cursorsOf(parts.cursorSecret, list, Content) as unknown as CursorKind<PageCursor<At>>;
      if (query.cursor === undefined) {
        const clocks = await resolveRequestClocks(parts, clocksOf(query));
        return {
          query,
          clocks,
          limit: query.limit ?? DEFAULT_ITEMS,
          after: null,
          question: questionOf(request, schema),
          cursors,
        };
      }
      const { question, position, recordedAsOf, instant, limit, after } = cursors.read(query.cursor);
      const first = parseQuestion(schema, question, request);
      const pinned = await resolveRequestClocks(parts, {
        ...clocksOf(first),
        recordedAsOf: { position },
        minPosition: query.minPosition,
      }).catch(refuseLostPosition);
      return {
        query: first,
        clocks: { ...pinned, recordedAsOf, instant },
        limit: query.limit ?? limit,
        after,
        question,
        cursors,
      };
    },

    /**
     * Answers with the items of a page, the cursor of the next page, and the clocks.
     *
     * @param next the place after the last item; null on the last page
     * @param more further fields of the answer
     * @param value the part of `more` that makes another answer, for the entity tag
     */
    answer(
      request: FastifyRequest,
      reply: FastifyReply,
      page: Page<z.output<Schema>, At>,
      items: unknown[],
      next: At | null,
      more: Readonly<Record<string, unknown>> = {},
      value: unknown = more,
    ): void {
      const { link, body, value: tagged } = this.answerOf(request, page, items, next, more, value);
      if (link !== undefined) void reply.header('link', link);
      sendWithEtag(request, reply, body, tagged);
    },

    /** The answer that `answer` sends. */
    answerOf(
      request: FastifyRequest,
      page: Page<z.output<Schema>, At>,
      items: unknown[],
      next: At | null,
      more: Readonly<Record<string, unknown>> = {},
      value: unknown = more,
    ): Answer {
      const { clocks } = page;
      const cursor = next && cursorOf(page, next);
      const body = { items, next: cursor, ...more, clocks: formatClocks(clocks) };
      return {
        body,
        value: { items, more: cursor !== null, value, clocks: etagClocks(clocks) },
        link: cursor === null ? undefined : linkToNext(request.raw.url ?? '', cursor),
      };
    },

    /** Sets the `Link` header of the next page and returns its cursor. For an answer without a field for a cursor. */
    link(
      request: FastifyRequest,
      reply: FastifyReply,
      page: Page<z.output<Schema>, At>,
      next: At | null,
    ): string | null {
      if (next === null) return null;
      const cursor = cursorOf(page, next);
      void reply.header('link', linkToNext(request.raw.url ?? '', cursor));
      return cursor;
    },
  };
}

/** The other formats have a list as a whole. */
function refusePages(query: PageQuery): void {
  for (const name of ['cursor', 'limit'] as const)
    if (query[name] !== undefined) throw badParameter(name, 'is for pages, which only JSON has');
}

/** After an older copy of the database was restored, the log may not reach the position of a cursor. */
function refuseLostPosition(error: unknown): never {
  if (
    error instanceof Problem &&
    error.code === 'bad-parameter' &&
    error.errors.some(({ pointer }) => pointer === '/recordedAsOf')
  )
    throw badCursor();
  throw error;
}
