import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EventId } from '#catalogue/values/event-id.js';
import { readEvents, readEventsAbout, readEventsById } from '#log/read/read-events.js';
import { formatClocks } from '#reader/clocks/clocks.js';
import { readSimilar } from '#reader/evidence/similar-facts.js';
import { timelineEntry } from '#reader/timeline/timeline-entry.js';
import { views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { settleFacts, settleSources } from '../articles/settle-sources.js';
import { pagedList } from '../query/page.js';
import { PositionPlace } from '../query/places.js';
import { partsFor } from '../query/reading.js';
import { resolveRequestClocks, type ClockParts } from '../query/resolve-request-clocks.js';
import { etagClocks } from '../query/etag-clocks.js';
import { CloudEventInput, CloudEventsBody } from '../cloud-events/cloud-event.schema.js';
import { parseCloudEvents } from '../cloud-events/parse-cloud-events.js';
import { CLOUD_EVENT, CLOUD_EVENTS, toCloudEvent } from '../cloud-events/to-cloud-event.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_CLOUD_EVENT, EXAMPLE_EVENT, EXAMPLE_FACT } from '../openapi/examples.js';
import { Problem } from '../problems/problem.js';
import { sendWithEtag, sendTextWithEtag } from '../http/conditional.js';
import { SimilarBody } from '../stories/timeline.schema.js';
import { haltedViews } from '../views/halted.js';
import { LogHead } from './log-head.js';
import { DryRunBody, EventDetailBody, EventsBody, EventsInput, RecordedAnswer } from './event.schema.js';
import { EventQuery, EventsQuery, SimilarQuery } from './events-query.schema.js';
import { parseEvents, type ParsedRequest } from './parse-events.js';
import { RecordQuery } from './record-query.schema.js';
import { RecordEventsResponder } from './record-events-responder.js';
import { toEventBody, toEventDetail } from './to-event-body.js';
import { describedWritingHeaders, describedWrittenHeaders } from './writing-headers.js';

const STRUCTURED = `A CloudEvent is taken whole, in the body, as ${CLOUD_EVENT}, and not with its attributes in headers.`;

const events = pagedList(EventsQuery, PositionPlace);

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  readonly #log: ClockParts & Pick<AppDependencies, 'cursorSecret'>;

  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly recorder: RecordEventsResponder,
  ) {
    this.#log = { ...parts, checkpoint: new LogHead(parts.pool) };
  }

  @Post()
  @Endpoint({
    id: 'recordEvents',
    summary: 'Records one event or a batch, all or nothing',
    description: 'The same id with the same content is answered with what is stored, and stored once.',
    access: 'editor',
    query: RecordQuery,
    headers: describedWritingHeaders,
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
        description: 'All of it was stored before; or, of a dry run, what would follow',
        schema: z.union([RecordedAnswer, DryRunBody]),
        headers: describedWrittenHeaders,
      },
      201: { description: 'It is recorded', schema: RecordedAnswer, headers: describedWrittenHeaders },
    },
    problems: [
      ...([
        'invalid-event',
        'unknown-type',
        'unknown-article',
        'quote-not-found',
        'idempotency-key-reused',
        'event-id-conflict',
      ] as const),
      ...([
        'version-mismatch',
        'unknown-target',
        'already-retracted',
        'unknown-story',
        'story-closed',
        'story-exists',
      ] as const),
    ],
  })
  async record(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body } = request;
    if (body === undefined) throw new Problem('malformed-json', 'A body is needed here.');
    await this.recorder.record(request, reply, () => this.#parse(body, request), body);
  }

  #parse(body: unknown, request: FastifyRequest): ParsedRequest {
    const type = mediaType(request);
    const now = this.parts.now();
    if (type === CLOUD_EVENT || type === CLOUD_EVENTS) return parseCloudEvents(body, type === CLOUD_EVENTS, now);
    if (request.headers['ce-specversion'] !== undefined) throw new Problem('unsupported-media-type', STRUCTURED);
    return parseEvents(body, now);
  }

  @Get()
  @Endpoint({
    id: 'listEvents',
    summary: 'The log, in its order',
    access: 'reader',
    query: EventsQuery,
    example: { query: { after: 10, limit: 5 } },
    answers: {
      200: { description: 'A page of events', schema: EventsBody, also: { [CLOUD_EVENTS]: CloudEventsBody } },
    },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = partsFor(this.#log, reply);
    const opened = await events.open(log, request);
    // Nothing in the log changes with the time of day: a cursor of a point that is over is always the same.
    const page = { ...opened, clocks: { ...opened.clocks, instant: 0 } };
    const { asked, clocks, limit } = page;
    const after = page.after ?? asked.after ?? 0;
    const question = { after, upTo: clocks.position, limit: limit + 1, story: asked.story, type: asked.type };
    const found = await settleSources(log.pool, await readEvents(log.pool, question));
    const items = found.slice(0, limit);
    const next = found.length > limit ? (items.at(-1)?.position ?? null) : null;
    if (request.produces !== CLOUD_EVENTS) {
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
    summary: 'One event, with what was said about it since, and whether it stands',
    access: 'reader',
    params: { id: EventId },
    query: EventQuery,
    conditional: true,
    example: { params: { id: EXAMPLE_EVENT } },
    answers: { 200: { description: 'The event', schema: EventDetailBody } },
    problems: ['not-found'],
  })
  async get(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = partsFor(this.#log, reply);
    const id = EventId.safeParse(text);
    const { position, reportedAsOf } = await resolveRequestClocks(log, request.asked as z.output<typeof EventQuery>);
    const [found] = id.success ? await readEventsById(log.pool, [id.data]) : [];
    if (!found || found.position > position) throw noSuchEvent(text);
    const [its = found] = found.factId === found.id ? [found] : await readEventsById(log.pool, [found.factId]);
    const said = (await readEventsAbout(log.pool, its.id)).filter((one) => one.position <= position);
    const [fact = its, ...about] = await settleSources(log.pool, [its, ...said]);
    const event = [fact, ...about].find(({ id }) => id === found.id) ?? found;
    sendWithEtag(request, reply, toEventDetail(event, fact, about, reportedAsOf));
  }

  @Get(':id/similar')
  @Endpoint({
    id: 'getSimilar',
    summary: 'Facts that an event might be another account of',
    description:
      'Facts of the same type and subject within 7 days, the nearest first: what may belong together as a fact and its corroboration.',
    access: 'reader',
    params: { id: EventId },
    query: SimilarQuery,
    conditional: true,
    example: { params: { id: EXAMPLE_EVENT } },
    answers: { 200: { description: 'The facts', schema: SimilarBody } },
    problems: ['not-found'],
  })
  async similar(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const asked = request.asked as z.output<typeof SimilarQuery>;
    const id = EventId.safeParse(text);
    const [event] = id.success ? await readEventsById(parts.pool, [id.data]) : [];
    if (!event) throw noSuchEvent(text);
    // What the log holds, the views will show in a moment.
    const minPosition = asked.minPosition ?? (asked.recordedAsOf === undefined ? event.position : undefined);
    const clocks = await resolveRequestClocks(parts, { ...asked, minPosition });
    if (event.position > clocks.position) throw noSuchEvent(text);
    const found = await readSimilar(parts.pool, views, event.factId, clocks);
    const entries = found.map(({ form, told }) => timelineEntry(form, told, false, clocks.reportedAsOf));
    const items = await settleFacts(parts.pool, entries);
    const halted = await haltedViews(parts.pool, clocks);
    const body = { items, next: null, halted, clocks: formatClocks(clocks) };
    sendWithEtag(request, reply, body, { items, halted, clocks: etagClocks(clocks) });
  }
}

const mediaType = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const noSuchEvent = (id: string): Problem => new Problem('not-found', `The record holds no event ${id} at this point.`);
