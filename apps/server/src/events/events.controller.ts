import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EventId } from '#catalogue/values/identifiers.js';
import { findEvents, readEventsAbout, readEventsAt, readEventsById } from '#log/read/read-events.js';
import { formatClocks } from '#reader/clocks/clocks.js';
import { PageDeadline } from '#reader/clocks/page-deadline.js';
import { readSimilar } from '#reader/evidence/similar-facts.js';
import { timelineEntry } from '#reader/timeline/timeline-entry.js';
import { titlesOf } from '#reader/timeline/titles.js';
import { views } from '#views/registry.js';
import { settleFacts, settleSources } from '../articles/file-article.command.js';
import { LOG, READS, type LogPart, type ReadsPart } from '../bootstrap/parts.js';
import { sendTextWithEtag, sendWithEtag } from '../http/entity-tag.js';
import { contentTypeOf } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_CLOUD_EVENT, EXAMPLE_EVENT, EXAMPLE_FACT } from '../openapi/components.js';
import { Problem } from '../problems/problem.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { PositionPlace } from '../query/parameters.js';
import { etagClocks, resolveRequestClocks } from '../query/request-clocks.js';
import { requireStory } from '../query/story-filter.js';
import { SimilarBody } from '../views/fact.schema.js';
import { readHaltedViews } from '../views/halted.js';
import {
  CLOUD_EVENT,
  CLOUD_EVENTS,
  CloudEventInput,
  CloudEventsBody,
  parseCloudEvents,
  toCloudEvent,
} from './cloud-events.js';
import { EventDetailBody, EventsBody, EventQuery, EventsQuery, SimilarQuery } from './event.schema.js';
import { DryRunBody, EventsInput, RecordedAnswer } from './recorded.schema.js';
import { parseEvents, type ParsedRequest } from './parse-events.js';
import { positionsOf } from './recorded-range.js';
import { RecordEventsResponder } from './record-events-responder.js';
import { toEventBody, toEventDetail } from './to-event-body.js';
import { RecordQuery, WRITE_REQUEST_HEADERS, WRITE_RESPONSE_HEADERS } from './write-protocol.js';

const STRUCTURED_ONLY = `Send a CloudEvent as a whole in the body, as ${CLOUD_EVENT}, not with attributes in headers.`;

const events = pagedList(EventsQuery, PositionPlace);

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    @Inject(READS) private readonly reads: ReadsPart,
    private readonly responder: RecordEventsResponder,
  ) {}

  @Post()
  @Endpoint({
    id: 'recordEvents',
    summary: 'Records one event or a batch, all or nothing',
    description: 'An event that is sent again, with the same id and content, is stored only once.',
    access: 'editor',
    query: RecordQuery,
    headers: WRITE_REQUEST_HEADERS,
    body: {
      schema: EventsInput,
      also: {
        [CLOUD_EVENT]: { schema: CloudEventInput, example: EXAMPLE_CLOUD_EVENT },
        [CLOUD_EVENTS]: { schema: z.array(CloudEventInput).min(1).max(1000), example: [EXAMPLE_CLOUD_EVENT] },
      },
    },
    example: { body: EXAMPLE_FACT },
    answers: {
      200: {
        description: 'Everything was stored before; or, for a dry run, what would change',
        schema: z.union([RecordedAnswer, DryRunBody]),
        headers: WRITE_RESPONSE_HEADERS,
      },
      201: { description: 'The events are recorded', schema: RecordedAnswer, headers: WRITE_RESPONSE_HEADERS },
    },
    problems: [
      'invalid-event',
      'unknown-type',
      'unknown-article',
      'quote-not-found',
      'idempotency-key-reused',
      'event-id-conflict',
      'version-mismatch',
      'unknown-target',
      'already-retracted',
      'unknown-story',
      'story-closed',
      'story-exists',
    ],
  })
  async record(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body } = request;
    if (body === undefined) throw new Problem('malformed-json', 'This operation needs a body.');
    await this.responder.record(request, reply, () => this.#parse(body, request), body);
  }

  #parse(body: unknown, request: FastifyRequest): ParsedRequest {
    const type = contentTypeOf(request);
    const now = this.log.now();
    if (type === CLOUD_EVENT || type === CLOUD_EVENTS) return parseCloudEvents(body, type === CLOUD_EVENTS, now);
    if (request.headers['ce-specversion'] !== undefined) throw new Problem('unsupported-media-type', STRUCTURED_ONLY);
    return parseEvents(body, now);
  }

  @Get()
  @Endpoint({
    id: 'listEvents',
    summary: 'The events of the log, in its order or backwards',
    access: 'reader',
    query: EventsQuery,
    example: { query: { after: 10, limit: 5 } },
    answers: {
      200: { description: 'A page of events', schema: EventsBody, also: { [CLOUD_EVENTS]: CloudEventsBody } },
    },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = cancelOnDisconnect(this.log, reply);
    const opened = await events.open(log, request);
    // A page of the log does not depend on the present. With no instant in its clocks, its cursor is always the same.
    const page = { ...opened, clocks: { ...opened.clocks, instant: 0 } };
    const { query, clocks, limit } = page;
    const { story, type, order } = query;
    await requireStory(log.pool, story, clocks);
    const positions = await positionsOf(log.pool, query, clocks.position, page.after);
    const question = { ...positions, limit: limit + 1, story, types: type, order };
    const deadline = new PageDeadline();
    const found = await findEvents(log.pool, question, () => deadline.hasPassed);
    const items = await settleSources(log.pool, found.events.slice(0, limit));
    const next = found.events.length > limit ? (items.at(-1)?.position ?? null) : found.stopped;
    if (request.responseType !== CLOUD_EVENTS) {
      events.answer(request, reply, page, items.map(toEventBody), next);
      return;
    }
    events.link(request, reply, page, next);
    const batch = JSON.stringify(items.map(toCloudEvent));
    sendTextWithEtag(request, reply, CLOUD_EVENTS, batch, `${CLOUD_EVENTS} ${next !== null} ${batch}`);
  }

  @Get(':id')
  @Endpoint({
    id: 'getEvent',
    summary: 'One event, with later events about it, and whether it is still valid',
    access: 'reader',
    params: { id: EventId },
    query: EventQuery,
    conditional: true,
    example: { params: { id: EXAMPLE_EVENT } },
    answers: { 200: { description: 'The event', schema: EventDetailBody } },
    problems: ['not-found'],
  })
  async get(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = cancelOnDisconnect(this.log, reply);
    const id = EventId.safeParse(text);
    const query = request.validatedQuery as z.output<typeof EventQuery>;
    const clocks = await resolveRequestClocks(log, query);
    const [found] = id.success ? await readEventsById(log.pool, [id.data]) : [];
    if (!found || found.position > clocks.position) throw unknownEvent(text);
    const [stored = found] = found.factId === found.id ? [found] : await readEventsById(log.pool, [found.factId]);
    const about = (await readEventsAbout(log.pool, stored.id)).filter((one) => one.position <= clocks.position);
    const [fact = stored, ...metaEvents] = await settleSources(log.pool, [stored, ...about]);
    const event = [fact, ...metaEvents].find(({ id }) => id === found.id) ?? found;
    const [previous] = event.position > 1 ? await readEventsAt(log.pool, [event.position - 1]) : [];
    sendWithEtag(request, reply, toEventDetail(event, fact, metaEvents, previous?.hash ?? null, clocks));
  }

  @Get(':id/similar')
  @Endpoint({
    id: 'getSimilar',
    summary: 'Facts that an event might be another account of',
    description:
      'Facts of the same type and subject within 7 days, the nearest first: they may be a fact and its corroboration.',
    access: 'reader',
    params: { id: EventId },
    query: SimilarQuery,
    conditional: true,
    example: { params: { id: EXAMPLE_EVENT } },
    answers: { 200: { description: 'The facts', schema: SimilarBody } },
    problems: ['not-found'],
  })
  async similar(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const query = request.validatedQuery as z.output<typeof SimilarQuery>;
    const id = EventId.safeParse(text);
    const [event] = id.success ? await readEventsById(reads.pool, [id.data]) : [];
    if (!event) throw unknownEvent(text);
    // The event is in the log, so the views will soon have it, and the wait is short.
    const minPosition = query.minPosition ?? (query.recordedAsOf === undefined ? event.position : undefined);
    const clocks = await resolveRequestClocks(reads, { ...query, minPosition });
    if (event.position > clocks.position) throw unknownEvent(text);
    const found = await readSimilar(reads.pool, views, event.factId, clocks);
    const titleOf = await titlesOf(reads.pool, found, clocks);
    const entries = found.map(({ state, resolved }) =>
      timelineEntry(state, resolved, false, clocks, titleOf(resolved)),
    );
    const items = await settleFacts(reads.pool, entries);
    const halted = await readHaltedViews(reads.pool, clocks);
    const body = { items, next: null, halted, clocks: formatClocks(clocks) };
    sendWithEtag(request, reply, body, { items, halted, clocks: etagClocks(clocks) });
  }
}

const unknownEvent = (id: string): Problem => new Problem('not-found', `The record has no event ${id} at this point.`);
