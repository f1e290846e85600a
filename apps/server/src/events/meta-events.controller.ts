import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { EventId } from '#catalogue/values/event-id.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { Endpoint, type Example } from '../openapi/endpoint.js';
import { ANOTHER_EVENT, EXAMPLE_EVENT, EXAMPLE_SOURCE } from '../openapi/examples.js';
import { CorrectionInput, CorroborationInput, RetractionInput } from './meta-events.schema.js';
import { DryRunBody, RecordedAnswer } from './event.schema.js';
import { parseMetaEvent, type MetaEventType } from './parse-meta-event.js';
import { RecordQuery } from './record-query.schema.js';
import { RecordEventsResponder } from './record-events-responder.js';
import { describedWritingHeaders, describedWrittenHeaders } from './writing-headers.js';

const problems = [
  ...(['not-found', 'invalid-event', 'unknown-article', 'quote-not-found', 'idempotency-key-reused'] as const),
  ...(['version-mismatch', 'already-retracted'] as const),
];

const about = (
  id: string,
  summary: string,
  description: string,
  schema: z.ZodType,
  example: Example,
): MethodDecorator =>
  Endpoint({
    id,
    summary,
    description,
    access: 'editor',
    params: { id: EventId },
    query: RecordQuery,
    headers: describedWritingHeaders,
    body: { schema },
    answers: {
      200: { description: 'Of a dry run: what would follow', schema: DryRunBody },
      201: { description: 'It is recorded', schema: RecordedAnswer, headers: describedWrittenHeaders },
    },
    example,
    problems,
  });

/** Events about an event, posted at that event. The same as posting them as events with a target. */
@ApiTags('events')
@Controller('v1/events/:id')
export class MetaEventsController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly recorder: RecordEventsResponder,
  ) {}

  @Post('correction')
  @about(
    'correctEvent',
    'Corrects a fact, or one account of it: records EventCorrected',
    'Nothing recorded is changed. What had been believed until now stays readable, as of the record then.',
    CorrectionInput,
    {
      params: { id: EXAMPLE_EVENT },
      body: { occurredAt: '2025-05-14', certainty: 'confirmed', reason: 'The order was published.' },
    },
  )
  correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#record('EventCorrected', id, body, request, reply);
  }

  @Post('retraction')
  @about(
    'retractEvent',
    'Withdraws a fact, or one account of it: records EventRetracted',
    'It stays in the log, and no longer counts.',
    RetractionInput,
    { params: { id: ANOTHER_EVENT }, body: { reason: 'Told twice.' } },
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
  @about(
    'corroborateEvent',
    'Adds a further source’s account of a fact: records EventCorroborated',
    'Without a date or data of its own it tells the same; with them it may disagree, and then the fact is in dispute.',
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
  ): Promise<void> {
    await this.recorder.record(request, reply, () => parseMetaEvent(type, id, body, this.parts.now()), {
      type,
      id,
      body,
    });
  }
}
