import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import { readRecordedAt } from '#log/read/read-head.js';
import { readLogId } from '#platform/database/log-id.js';
import { type DeadlinePage, type DeadlinePlace, readDeadlines } from '#reader/board/read-deadlines.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { DEADLINE_STATES, type DeadlineState } from '#reader/items/deadline.js';
import { views } from '#views/registry.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { columnsOfPaths } from '../http/csv.js';
import { sendTextWithEtag } from '../http/entity-tag.js';
import { CALENDAR, CSV, isWholeList, NDJSON } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { itemsPageBody, pagedList } from '../query/page.js';
import {
  clockParameters,
  DateParameter,
  InstantPlace,
  NamePlace,
  pageParameters,
  PositionPlace,
  TextParameter,
} from '../query/parameters.js';
import { etagClocks } from '../query/request-clocks.js';
import { requireStory } from '../query/story-filter.js';
import { allParts, lineOf, sendWhole } from '../query/whole-list.js';
import { DeadlineBody } from '../stories/stories.schema.js';
import { readHaltedViews, haltedField } from '../views/halted.js';
import { toCalendarText } from './calendar.js';
import { calendarEvents, MAX_CALENDAR_EVENTS } from './deadline-calendar.js';
import { deadlineRange, parseWithin } from './deadline-range.js';

const WithinParameter = z.string().transform((text, context) => {
  const within = parseWithin(text);
  if (within) return within;
  context.addIssue({ code: 'custom', message: 'must be a number of days, weeks or months, as in 30d, 2w or 6m' });
  return z.NEVER;
});

const DeadlinesQuery = z
  .strictObject({
    ...clockParameters,
    ...pageParameters,
    state: z
      .enum(DEADLINE_STATES, { error: `must be ${DEADLINE_STATES.join(', ')}` })
      .optional()
      .meta({
        default: 'upcoming',
        description:
          '`upcoming`: what is still to come; `overdue`: plans whose date has passed and of which nothing was ' +
          'reported; `settled`: plans that were carried out, replaced or dropped, and what has expired',
      }),
    from: DateParameter.optional().meta({ description: 'Dates whose last day is not before this one' }),
    to: DateParameter.optional().meta({ description: 'Dates that end by the end of this one' }),
    within: WithinParameter.optional().meta({
      pattern: '^\\d{1,5}[dwm]$',
      description:
        'How far from the day of the read, in days, weeks or months: `30d`, `2w`, `6m`. Ahead for what is upcoming, ' +
        'back for what is overdue, both ways for what is settled. Not with `from` or `to`',
    }),
    story: TextParameter.optional().meta({ description: 'Deadlines of this story' }),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from.period.from < to.period.to, {
    error: 'comes after to',
    path: ['from'],
  })
  .refine(({ from, to, within }) => within === undefined || (from === undefined && to === undefined), {
    error: 'cannot be given with from or to',
    path: ['within'],
  });

export const DeadlinesBody = itemsPageBody(DeadlineBody).extend(haltedField).meta({ id: 'Deadlines' });

const DeadlineLine = lineOf(DeadlineBody, 'DeadlineLine');

const deadlineColumns = columnsOfPaths([
  ...['date', 'daysLeft', 'kind', 'what', 'view', 'subject', 'story'],
  ...['state', 'fate', 'event', 'settledBy'],
]);

const deadlines = pagedList(
  DeadlinesQuery,
  z.strictObject({ end: InstantPlace, view: NamePlace, subject: NamePlace, before: PositionPlace }),
);

type ReadPart = (after: DeadlinePlace | null, limit: number) => Promise<DeadlinePage>;

@ApiTags('views')
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Get()
  @Endpoint({
    id: 'listDeadlines',
    summary: 'What expires or is due, the nearest first',
    description:
      'Of what is settled the latest dates come first. A date that is known to the month or year counts by its last ' +
      `day. As \`text/calendar\` (RFC 5545) these are all-day events, the first ${MAX_CALENDAR_EVENTS}; ` +
      'a calendar program may send the key as the password of HTTP Basic, with any user name.',
    access: 'reader',
    query: DeadlinesQuery,
    example: { query: { asOf: '2025-10-26', within: '30d' } },
    answers: {
      200: {
        description: 'A page of deadlines; as CSV and NDJSON all deadlines',
        schema: DeadlinesBody,
        texts: [CSV, CALENDAR],
        also: { [NDJSON]: DeadlineLine },
      },
    },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await deadlines.open(reads, request);
    const { clocks } = page;
    const { story, state = 'upcoming', from, to, within } = page.query;
    await requireStory(reads.pool, story, clocks);
    const filter = { state, story: story ?? null, ...deadlineRange({ state, from, to, within }, clocks.instant) };
    const read: ReadPart = (after, limit) => readDeadlines(reads.pool, views, filter, clocks, after, limit);
    if (request.responseType === CALENDAR) return sendCalendar(request, reply, reads.pool, read, filter, clocks);
    if (isWholeList(request.responseType))
      return sendWhole(request, reply, this.runtime.logger, clocks, deadlineColumns, allParts(read));
    const { items, next, titles: _, ...missing } = await read(page.after, page.limit);
    const halted = await readHaltedViews(reads.pool, clocks, (view) => view.deadlines !== undefined);
    deadlines.answer(request, reply, page, items, next, { halted, ...missing });
  }
}

const STATES_IN_WORDS: Readonly<Record<DeadlineState, string>> = {
  upcoming: 'what expires or is due',
  overdue: 'plans of which nothing was reported',
  settled: 'what is settled',
};

/** Answers with the deadlines as a calendar. It was last changed, as far as is known, when the log was. */
async function sendCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  pool: Pool,
  read: ReadPart,
  { state, story }: { state: DeadlineState; story: string | null },
  clocks: Clocks,
): Promise<void> {
  const { events, isCut } = await calendarEvents(read, await readLogId(pool));
  const name = `Dateline: ${STATES_IN_WORDS[state]}${story === null ? '' : ` (${story})`}`;
  const description = isCut ? `The nearest ${MAX_CALENDAR_EVENTS}; there are more.` : 'All of them.';
  const revisedAt = formatInstant((await readRecordedAt(pool, clocks.position)) ?? clocks.instant);
  const text = toCalendarText({ name, description, revisedAt, events });
  sendTextWithEtag(request, reply, CALENDAR, text, JSON.stringify([name, description, events, etagClocks(clocks)]));
}
