import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EventId } from '#catalogue/values/event-id.js';
import { readEvents, readEventsAbout, readEventsById } from '#log/read/read-events.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { listOf } from '../asking/page.js';
import { clocksAsked, type ClockParts } from '../asking/resolve-clocks.js';
import { Endpoint } from '../describing/endpoint.js';
import { Problem } from '../problems/problem.js';
import { answerConditionally } from '../protocol/conditional.js';
import { answerRecorded } from './answer-recorded.js';
import { EndOfLog } from './end-of-log.js';
import { EventDetailBody, EventsBody, EventsInput, RecordedBody } from './event.schema.js';
import { EventQuery, EventsQuery } from './events-query.schema.js';
import { parseEvents } from './parse-events.js';
import { RecordEvents } from './record-events.command.js';
import { toldEvent, toldInFull } from './told-event.js';
import { describedWritingHeaders, writingHeaders } from './writing-headers.js';

const events = listOf(EventsQuery, z.int());

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  readonly #log: ClockParts;

  constructor(
    @Inject(SERVER_PARTS) private readonly parts: ServerParts,
    private readonly commands: CommandBus,
  ) {
    this.#log = { pool: parts.pool, now: parts.now, checkpoint: new EndOfLog(parts.pool) };
  }

  @Post()
  @Endpoint({
    id: 'recordEvents',
    summary: 'Records one event or a batch, all or nothing',
    description: 'The same id with the same content is answered with what is stored, and stored once.',
    access: 'editor',
    headers: describedWritingHeaders,
    body: { schema: EventsInput },
    answers: {
      200: { description: 'All of it was stored before', schema: RecordedBody },
      201: { description: 'It is recorded', schema: RecordedBody },
    },
    problems: [
      ...(['invalid-event', 'unknown-type', 'unknown-article', 'quote-not-found', 'idempotency-key-reused', 'event-id-conflict'] as const),
      ...(['version-mismatch', 'unknown-target', 'already-retracted', 'unknown-story', 'story-closed', 'story-exists'] as const),
    ],
  })
  async record(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const headers = writingHeaders(request.headers);
    if (body === undefined) throw new Problem('malformed-json', 'A body is needed here.');
    const posted = parseEvents(body, this.parts.now());
    const recorded = await this.commands.execute(new RecordEvents(posted, body, request.identity?.name ?? '', headers));
    await answerRecorded(this.parts, reply, recorded, headers);
  }

  @Get()
  @Endpoint({
    id: 'listEvents',
    summary: 'The log, in its order',
    access: 'reader',
    query: EventsQuery,
    answers: { 200: { description: 'A page of events', schema: EventsBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = await events.open(this.#log, request);
    const { asked, clocks, limit } = page;
    const after = page.after ?? asked.after ?? 0;
    const question = { after, upTo: clocks.position, limit: limit + 1, story: asked.story, type: asked.type };
    const found = await readEvents(this.parts.pool, question);
    const items = found.slice(0, limit).map(toldEvent);
    events.answer(request, reply, page, items, found.length > limit ? (items.at(-1)?.position ?? null) : null);
  }

  @Get(':id')
  @Endpoint({
    id: 'getEvent',
    summary: 'One event, with what was said about it since, and whether it stands',
    access: 'reader',
    params: { id: EventId },
    query: EventQuery,
    answers: { 200: { description: 'The event', schema: EventDetailBody } },
    problems: ['not-found'],
  })
  async get(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = EventId.safeParse(text);
    const { position } = await clocksAsked(this.#log, request.asked as z.output<typeof EventQuery>);
    const [event] = id.success ? await readEventsById(this.parts.pool, [id.data]) : [];
    if (!event || event.position > position) throw new Problem('not-found', `The record holds no event ${text} at this point.`);
    const [fact = event] = event.factId === event.id ? [event] : await readEventsById(this.parts.pool, [event.factId]);
    const about = (await readEventsAbout(this.parts.pool, fact.id)).filter((one) => one.position <= position);
    answerConditionally(request, reply, toldInFull(event, fact, about));
  }
}
