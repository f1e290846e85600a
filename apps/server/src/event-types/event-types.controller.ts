import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { catalogue, eventDefinition } from '#catalogue/catalogue.js';
import type { EventDefinition } from '#catalogue/events/define-event.js';
import { jsonSchemaOf } from '#catalogue/schema-docs.js';
import { sendWithEtag } from '../http/entity-tag.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';

const EventTypeBody = z
  .strictObject({
    type: z.string(),
    about: z
      .enum(['world', 'story', 'event'])
      .meta({ description: 'What such an event is about: the world, the story itself, or another event' }),
    source: z.enum(['required', 'optional']).meta({ description: 'Whether such an event must name a source' }),
    version: z.int().min(1).meta({ description: 'Schema version of its data' }),
    description: z.string(),
    schema: z
      .record(z.string(), z.unknown())
      .meta({ description: 'JSON Schema 2020-12 of what may be sent as `data`' }),
    example: z.record(z.string(), z.unknown()).meta({ description: 'Valid data' }),
  })
  .meta({ id: 'EventType', description: 'An event type of the catalogue' });
type EventTypeBody = z.infer<typeof EventTypeBody>;

const EventTypesBody = z.strictObject({ items: z.array(EventTypeBody), next: z.null() }).meta({ id: 'EventTypes' });

@ApiTags('event types')
@Controller('v1/event-types')
export class EventTypesController {
  /** Made when they are first requested: not every server is asked for them. */
  #bodies: ReadonlyMap<string, EventTypeBody> | undefined;

  @Get()
  @Endpoint({
    id: 'listEventTypes',
    summary: 'The catalogue of event types: what can be recorded',
    access: 'reader',
    conditional: true,
    answers: { 200: { description: 'All types, ordered by name', schema: EventTypesBody } },
  })
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendWithEtag(request, reply, { items: [...this.#types().values()], next: null });
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
    const type = this.#types().get(name);
    if (!type) throw new Problem('not-found', `The catalogue has no event type ${name}.`);
    sendWithEtag(request, reply, type);
  }

  #types(): ReadonlyMap<string, EventTypeBody> {
    return (this.#bodies ??= new Map(
      catalogue
        .flatMap(({ type }) => eventDefinition(type) ?? [])
        .map((definition) => [definition.type, toEventTypeBody(definition)]),
    ));
  }
}

const toEventTypeBody = (definition: EventDefinition): EventTypeBody => ({
  type: definition.type,
  about: definition.about,
  source: definition.source ?? (definition.about === 'world' ? 'required' : 'optional'),
  version: definition.version,
  description: definition.description,
  schema: jsonSchemaOf(definition),
  example: definition.example as Record<string, unknown>,
});
