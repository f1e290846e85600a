import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { catalogue, eventDefinition } from '#catalogue/catalogue.js';
import type { EventDefinition } from '#catalogue/define-event.js';
import { jsonSchemaOf } from '#catalogue/json-schema.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';
import { sendWithEtag } from '../http/conditional.js';
import { EventTypeBody, EventTypesBody } from './event-types.schema.js';

@ApiTags('event types')
@Controller('v1/event-types')
export class EventTypesController {
  /** The catalogue is as constant as the program. */
  readonly #types = new Map(
    catalogue
      .flatMap(({ type }) => eventDefinition(type) ?? [])
      .map((definition) => [definition.type, told(definition)]),
  );

  @Get()
  @Endpoint({
    id: 'listEventTypes',
    summary: 'What can be recorded: the catalogue of event types',
    access: 'reader',
    conditional: true,
    answers: { 200: { description: 'All types, in the order of their names', schema: EventTypesBody } },
  })
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendWithEtag(request, reply, { items: [...this.#types.values()], next: null });
  }

  @Get(':type')
  @Endpoint({
    id: 'getEventType',
    summary: 'One event type: its description, JSON Schema and an example',
    access: 'reader',
    params: { type: z.string() },
    conditional: true,
    example: { params: { type: 'TariffChanged' } },
    answers: { 200: { description: 'The type', schema: EventTypeBody } },
    problems: ['not-found'],
  })
  get(@Param('type') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const type = this.#types.get(name);
    if (!type) throw new Problem('not-found', `The catalogue has no event type ${name}.`);
    sendWithEtag(request, reply, type);
  }
}

const told = (definition: EventDefinition): EventTypeBody => ({
  type: definition.type,
  about: definition.about,
  source: definition.source ?? (definition.about === 'world' ? 'required' : 'optional'),
  version: definition.version,
  description: definition.description,
  schema: jsonSchemaOf(definition),
  example: definition.example as Record<string, unknown>,
});
