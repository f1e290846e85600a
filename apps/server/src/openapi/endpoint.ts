import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import type { z } from 'zod';
import type { RequiredAccess } from '../auth/authenticator.js';
import type { LongKind } from '../auth/concurrency-limit.js';
import type { QuerySchema } from '../query/read-query.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { headersOfEveryAnswer, referToHeaders } from './answer-headers.js';
import { standardProblems, problemAnswers } from './standard-problems.js';
import { schemaRef } from './schema-reference.js';

/**
 * One kind of answer. Without a media type it is JSON; without a schema it has no body, or one that no schema tells.
 */
export interface ResponseSpec {
  description: string;
  schema?: z.ZodType;
  types?: readonly string[];
  /** Media types under which it can be had as a text instead. */
  texts?: readonly string[];
  /** Media types under which it can be had in another shape. */
  also?: Readonly<Record<string, z.ZodType>>;
  headers?: Readonly<Record<string, string>>;
}

export interface EndpointOptions {
  /** What the document calls the operation: unique; a generated client has it as the name of the function. */
  id: string;
  summary: string;
  description?: string;
  access: RequiredAccess;
  /** The key itself is needed: a session is not enough, and who comes without a key has made a failed attempt. */
  keyOnly?: boolean;
  /**
   * Requests count against the rate of who asks, although it is open. Where a key is needed or looked at, they always
   * do.
   */
  limited?: boolean;
  /** Schemas of the steps of the path, in the document only: what does not fit is simply not found. */
  params?: Readonly<Record<string, z.ZodType>>;
  query?: QuerySchema;
  /** Headers that change what is answered, with what they say. */
  headers?: Readonly<Record<string, string>>;
  /** It may take long: as what it is limited, per key. */
  long?: LongKind;
  body?: {
    schema: z.ZodType;
    types?: readonly string[];
    /** Media types under which it is taken in another shape. */
    also?: Readonly<Record<string, { schema: z.ZodType; example: unknown }>>;
    description?: string;
    optional?: boolean;
    /** It may come packed by gzip. */
    packed?: boolean;
  };
  answers: Readonly<Record<number, ResponseSpec>>;
  /** Its answers carry an entity tag, and who has that already is told 304. Every list does so. */
  conditional?: boolean;
  /** A request that the demo story answers well. The document shows it, and a test runs it. */
  example?: Example;
  /** Problems of its own. Those of access, parameters and bodies come by themselves. */
  problems?: readonly ProblemCode[];
}

export interface Example {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number>>;
  body?: unknown;
}

/** What the hooks read of a route. */
export interface Route {
  access: RequiredAccess;
  keyOnly?: boolean | undefined;
  /** Requests count although it is open. */
  limited?: boolean | undefined;
  query: QuerySchema | undefined;
  /** Media types of bodies that it takes. */
  accepts: readonly string[];
  /** Media types that it can answer with, the usual one first. */
  produces: readonly string[];
  /** A body may come packed by gzip. */
  packed?: boolean | undefined;
  /** As what it is limited, where it may take long. */
  long?: LongKind | undefined;
  /**
   * A page of a library's: its parameters, media types and bodies are its own, and a session may change what it
   * changes.
   */
  page?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route;
  }
}

/**
 * Where an operation keeps its bodies of other shapes until the document is made: what Nest makes of a body is the same
 * for all its media types.
 */
export const OTHER_BODIES = 'x-other-bodies';

const JSON_TYPE = ['application/json'];
const IF_NONE_MATCH = {
  'If-None-Match': 'The ETag of an answer that you have: where it still holds, the answer is 304 and has no body',
};
const TAGGED = referToHeaders('ETag');
const OF_LIST = referToHeaders('ETag', 'Link');

/**
 * Declares a route once: what it needs, takes and answers. The hooks hold requests to it and the OpenAPI document is
 * made from it, so that neither can say something else than the other.
 */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const { id, summary, description, access, keyOnly, limited, params = {}, query, headers = {}, long, body } = options;
  const { problems = [], example = {} } = options;
  const list = query !== undefined && 'cursor' in query.shape;
  const conditional = list || options.conditional === true;
  const answers = Object.entries(options.answers);
  const accepts = body ? [...(body.types ?? JSON_TYPE), ...Object.keys(body.also ?? {})] : [];
  const produces = [
    ...new Set(
      answers.flatMap(([, answer]) => [...typesOf(answer), ...(answer.texts ?? []), ...Object.keys(answer.also ?? {})]),
    ),
  ];
  const route: Route = {
    access,
    keyOnly,
    limited,
    query,
    accepts,
    packed: body?.packed,
    long,
    produces: produces.length > 0 ? produces : JSON_TYPE,
  };
  return applyDecorators(
    RouteConfig({ route }),
    ApiOperation({ operationId: id, summary, ...(description !== undefined && { description }) }),
    ...(access === 'open' ? [] : [ApiBearerAuth('key')]),
    ...Object.entries(params).map(([name, schema]) => ApiParam(parameter(name, schema, example.params?.[name]))),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) =>
      ApiQuery(parameter(name, schema, example.query?.[name])),
    ),
    ...Object.entries({ ...headers, ...(conditional && IF_NONE_MATCH) }).map(([name, about]) =>
      ApiHeader({ name, description: about, required: false, schema: { type: 'string' } }),
    ),
    ...(body
      ? [ApiConsumes(...accepts), ApiBody(bodyOf(body, example.body)), ApiExtension(OTHER_BODIES, otherBodiesOf(body))]
      : []),
    ...answers.map(([status, answer]) =>
      ApiResponse({
        status: Number(status),
        ...responseOf(answer, conditional && status === '200' ? (list ? OF_LIST : TAGGED) : {}),
      }),
    ),
    ...(conditional
      ? [
          ApiResponse({
            status: 304,
            ...responseOf({ description: 'What you have still holds' }, list ? OF_LIST : TAGGED),
          }),
        ]
      : []),
    ...problemAnswers([...standardProblems(route), ...problems]).map((answer) => ApiResponse(answer)),
  );
}

const typesOf = (answer: ResponseSpec): readonly string[] => answer.types ?? (answer.schema ? JSON_TYPE : []);

function parameter(name: string, schema: z.ZodType, example: string | number | undefined) {
  const { description, ...rest } = schemaRef(schema, 'input');
  const required = !schema.safeParse(undefined).success;
  return {
    name,
    required,
    schema: rest,
    ...(typeof description === 'string' && { description }),
    ...(example !== undefined && { examples: { example: { value: example } } }),
  };
}

const bodyOf = ({ schema, description, optional = false }: NonNullable<EndpointOptions['body']>, example: unknown) => ({
  schema: schemaRef(schema, 'input'),
  required: !optional,
  ...(description !== undefined && { description }),
  ...(example !== undefined && { examples: { example: { value: example } } }),
});

const otherBodiesOf = ({ also = {} }: NonNullable<EndpointOptions['body']>) =>
  Object.fromEntries(
    Object.entries(also).map(([type, { schema, example }]) => [
      type,
      { schema: schemaRef(schema, 'input'), examples: { example: { value: example } } },
    ]),
  );

function responseOf(answer: ResponseSpec, besides: Readonly<Record<string, { $ref: string }>>) {
  const schema = answer.schema ? schemaRef(answer.schema, 'output') : {};
  const texts = (answer.texts ?? []).map((type) => [type, { schema: { type: 'string' } }] as const);
  const also = Object.entries(answer.also ?? {}).map(
    ([type, other]) => [type, { schema: schemaRef(other, 'output') }] as const,
  );
  const content = Object.fromEntries([
    ...typesOf(answer).map((type) => [type, { schema }] as const),
    ...texts,
    ...also,
  ]);
  const own = Object.entries(answer.headers ?? {}).map(
    ([name, description]) => [name, { description, schema: { type: 'string' } }] as const,
  );
  return {
    description: answer.description,
    headers: { ...headersOfEveryAnswer, ...besides, ...Object.fromEntries(own) },
    ...(Object.keys(content).length > 0 && { content }),
  };
}
