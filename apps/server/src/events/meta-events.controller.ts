import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { EventId } from '#catalogue/values/identifiers.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { contentTypeOf } from '../http/media-types.js';
import { Endpoint, type EndpointOptions, type Example } from '../openapi/endpoint.js';
import { ANOTHER_EVENT, EXAMPLE_EVENT, EXAMPLE_SOURCE } from '../openapi/components.js';
import { DryRunBody, RecordedAnswer } from './recorded.schema.js';
import { MERGE_PATCH } from './merge-patch.js';
import {
  CorrectionInput,
  CorrectionPatch,
  CorroborationInput,
  RetractionInput,
  parseMetaEvent,
  type MetaEventType,
} from './parse-meta-event.js';
import { RecordEventsResponder } from './record-events-responder.js';
import { RecordQuery, WRITE_REQUEST_HEADERS, WRITE_RESPONSE_HEADERS } from './write-protocol.js';

/** Declares a route that records a meta-event of the event in the path. */
const MetaEventEndpoint = (
  id: string,
  summary: string,
  description: string,
  schema: z.ZodType,
  example: Example,
  also?: NonNullable<EndpointOptions['body']>['also'],
): MethodDecorator =>
  Endpoint({
    id,
    summary,
    description,
    access: 'editor',
    params: { id: EventId },
    query: RecordQuery,
    headers: WRITE_REQUEST_HEADERS,
    body: { schema, ...(also && { also }) },
    answers: {
      200: { description: 'For a dry run: what would change', schema: DryRunBody },
      201: { description: 'The event is recorded', schema: RecordedAnswer, headers: WRITE_RESPONSE_HEADERS },
    },
    example,
    problems: [
      'not-found',
      'invalid-event',
      'unknown-article',
      'quote-not-found',
      'idempotency-key-reused',
      'version-mismatch',
      'already-retracted',
    ],
  });

/**
 * Events about an event (meta-events), posted at that event. They may as well be posted to `/v1/events`, with a target.
 */
@ApiTags('events')
@Controller('v1/events/:id')
export class MetaEventsController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly responder: RecordEventsResponder,
  ) {}

  @Post('correction')
  @MetaEventEndpoint(
    'correctEvent',
    'Corrects a fact, or one account of it: records EventCorrected',
    'Nothing in the log is changed. What was believed before stays readable, as of the record at that time. ' +
      'Sent as a merge patch (RFC 7396), `data` name only what changes of the data as they stand. The result is ' +
      'checked and stored whole. If the data are corrected while the patch is being applied, it is refused with 412.',
    CorrectionInput,
    {
      params: { id: EXAMPLE_EVENT },
      body: { occurredAt: '2025-05-14', certainty: 'confirmed', reason: 'The order was published.' },
    },
    {
      [MERGE_PATCH]: {
        schema: CorrectionPatch,
        example: { data: { comparator: null }, reason: 'The article says exactly 30 percent.' },
      },
    },
  )
  correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#record('EventCorrected', id, body, request, reply, contentTypeOf(request) === MERGE_PATCH);
  }

  @Post('retraction')
  @MetaEventEndpoint(
    'retractEvent',
    'Withdraws a fact, or one account of it: records EventRetracted',
    'It stays in the log, and no longer counts.',
    RetractionInput,
    { params: { id: ANOTHER_EVENT }, body: { reason: 'Recorded twice.' } },
  )
  retract(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#record('EventRetracted', id, body, request, reply);
  }

  @Post('corroboration')
  @MetaEventEndpoint(
    'corroborateEvent',
    'Adds the account of a further source to a fact: records EventCorroborated',
    'Without a date or data of its own it agrees with the fact. With them it may disagree, and the fact is disputed.',
    CorroborationInput,
    { params: { id: EXAMPLE_EVENT }, body: { source: EXAMPLE_SOURCE } },
  )
  corroborate(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#record('EventCorroborated', id, body, request, reply);
  }

  async #record(
    type: MetaEventType,
    id: string,
    body: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    patchesData = false,
  ): Promise<void> {
    const parse = () => parseMetaEvent(type, id, body, this.log.now(), patchesData);
    // A patch is another request than a replacement by the same data.
    await this.responder.record(request, reply, parse, { type, id, body, ...(patchesData && { patchesData }) });
  }
}
