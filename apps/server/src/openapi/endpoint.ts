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
  ApiSecurity,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { RequiredAccess } from '../auth/authenticator.js';
import type { LongKind } from '../auth/concurrency-limit.js';
import { formatsAmong } from '../http/media-types.js';
import type { QuerySchema } from '../http/read-query.js';
import type { Route } from '../http/route.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { headersOfEveryAnswer, referToHeaders } from './answer-headers.js';
import { standardProblems, problemAnswers } from './standard-problems.js';
import { schemaRef } from './schema-reference.js';

/** One kind of answer. The default media type is JSON. Without a schema it has no body, or one without a schema. */
export interface ResponseSpec {
  description: string;
  schema?: z.ZodType;
  types?: readonly string[];
  /** Media types in which it is also available as a text. */
  texts?: readonly string[];
  /** Media types in which it is also available, with another schema. */
  also?: Readonly<Record<string, z.ZodType>>;
  headers?: Readonly<Record<string, string>>;
}

export interface EndpointOptions {
  /** The unique `operationId`: the name of the function in a generated client. */
  id: string;
  summary: string;
  description?: string;
  access: RequiredAccess;
  /** Only a key is accepted, not a session. A request without a key counts as a failed attempt. */
  keyOnly?: boolean;
  /** A request without a key or session passes. A key that is sent must be valid. */
  keyless?: boolean;
  /** Requests count against the rate limit although the operation is open. Elsewhere they always do. */
  limited?: boolean;
  /** Schemas of the path parameters, for the document only: a value that does not fit is not found. */
  params?: Readonly<Record<string, z.ZodType>>;
  query?: QuerySchema;
  /** Request headers that change the answer, with their descriptions. */
  headers?: Readonly<Record<string, string>>;
  /** The answer may take long: the limit of concurrent requests that it counts against. */
  long?: LongKind;
  body?: {
    schema: z.ZodType;
    types?: readonly string[];
    /** Media types that are also accepted, with another schema. */
    also?: Readonly<Record<string, { schema: z.ZodType; example: unknown }>>;
    description?: string;
    optional?: boolean;
    /** It may be compressed with gzip. */
    gzip?: boolean;
  };
  answers: Readonly<Record<number, ResponseSpec>>;
  /** Its answers have an entity tag, and 304 is sent to a client that has it. Always so for a list. */
  conditional?: boolean;
  /** A request that succeeds on the demo story. The document shows it, and a test sends it. */
  example?: Example;
  /** Further problems. `standardProblems` adds those of access, parameters and bodies. */
  problems?: readonly ProblemCode[];
}

export interface Example {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number>>;
  body?: unknown;
}

/**
 * The extension in which an operation keeps the schemas of `body.also` until the document is built: Nest gives all
 * media types of a body the same schema.
 */
export const OTHER_BODIES = 'x-other-bodies';

const JSON_TYPE = ['application/json'];
const IF_NONE_MATCH = {
  'If-None-Match': 'The ETag of an earlier answer. If the answer has not changed, it is 304 without a body',
};
const ETAG = referToHeaders('ETag');
const ETAG_AND_LINK = referToHeaders('ETag', 'Link');

/**
 * Declares what a route requires, accepts and answers. The request hooks enforce it and the OpenAPI document is built
 * from it, so the two cannot differ.
 */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const {
    id,
    summary,
    description,
    access,
    keyOnly,
    keyless,
    limited,
    params = {},
    headers = {},
    long,
    body,
  } = options;
  const { problems = [], example = {} } = options;
  const answers = Object.entries(options.answers);
  const accepts = body ? [...(body.types ?? JSON_TYPE), ...Object.keys(body.also ?? {})] : [];
  const produces = [
    ...new Set(
      answers.flatMap(([, answer]) => [...typesOf(answer), ...(answer.texts ?? []), ...Object.keys(answer.also ?? {})]),
    ),
  ];
  const query = withFormat(options.query, produces);
  const list = query !== undefined && 'cursor' in query.shape;
  const conditional = list || options.conditional === true;
  const route: Route = {
    access,
    keyOnly,
    keyless,
    limited,
    query,
    accepts,
    gzip: body?.gzip,
    long,
    produces: produces.length > 0 ? produces : JSON_TYPE,
  };
  const documented = (): MethodDecorator =>
    applyDecorators(
      ApiOperation({ operationId: id, summary, ...(description !== undefined && { description }) }),
      ...(access === 'open' ? [] : [ApiBearerAuth('key'), ...(keyOnly ? [] : [ApiSecurity('session')])]),
      ...(keyless ? [ApiSecurity({})] : []),
      ...Object.entries(params).map(([name, schema]) => ApiParam(parameter(name, schema, example.params?.[name]))),
      ...Object.entries(query?.shape ?? {}).map(([name, schema]) =>
        ApiQuery(parameter(name, schema, example.query?.[name])),
      ),
      ...Object.entries({ ...headers, ...(conditional && IF_NONE_MATCH) }).map(([name, about]) =>
        ApiHeader({ name, description: about, required: false, schema: { type: 'string' } }),
      ),
      ...(body
        ? [
            ApiConsumes(...accepts),
            ApiBody(bodyOf(body, example.body)),
            ApiExtension(OTHER_BODIES, otherBodiesOf(body)),
          ]
        : []),
      ...answers.map(([status, answer]) =>
        ApiResponse({
          status: Number(status),
          ...responseOf(answer, conditional && status === '200' ? (list ? ETAG_AND_LINK : ETAG) : {}),
        }),
      ),
      ...(conditional
        ? [
            ApiResponse({
              status: 304,
              ...responseOf({ description: 'The answer that you have has not changed' }, list ? ETAG_AND_LINK : ETAG),
            }),
          ]
        : []),
      ...problemAnswers([...standardProblems(route), ...problems]).map((answer) => ApiResponse(answer)),
    );
  return (target, key, descriptor) => {
    RouteConfig({ route })(target, key, descriptor);
    declarations.push(() => documented()(target, key, descriptor));
  };
}

/** Each declares what a route has in the document alone. That takes time, and many processes never serve it. */
const declarations: (() => void)[] = [];

/** Makes all routes declare what is read of them when the document is built. Has no effect the second time. */
export function declareEndpoints(): void {
  for (const declare of declarations.splice(0)) declare();
}

/** The parameters of a route, with that of the format where it answers in several. */
function withFormat(query: QuerySchema | undefined, produces: readonly string[]): QuerySchema | undefined {
  const formats = formatsAmong(produces);
  if (formats.length < 2) return query;
  const format = z
    .enum(formats as [string, ...string[]], { error: `must be ${formats.join(' or ')}` })
    .optional()
    .meta({ description: 'The format of the answer, for clients that cannot set `Accept`. It takes precedence' });
  return (query ?? z.strictObject({})).safeExtend({ format });
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

function responseOf(answer: ResponseSpec, headers: Readonly<Record<string, { $ref: string }>>) {
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
    headers: { ...headersOfEveryAnswer, ...headers, ...Object.fromEntries(own) },
    ...(Object.keys(content).length > 0 && { content }),
  };
}
