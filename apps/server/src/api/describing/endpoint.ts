import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Access } from '../access/gate.js';
import type { QuerySchema } from '../asking/read-query.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { usualProblems, problemAnswers } from './problem-answers.js';
import { referTo } from './schema-reference.js';

/** One kind of answer. Without a media type it is JSON; without a schema it has no body, or one that no schema tells. */
export interface Answer {
  description: string;
  schema?: z.ZodType;
  types?: readonly string[];
  /** Media types under which it can be had as a text instead. */
  texts?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

export interface EndpointOptions {
  /** What the document calls the operation: unique; a generated client has it as the name of the function. */
  id: string;
  summary: string;
  description?: string;
  access: Access;
  /** Schemas of the steps of the path, in the document only: what does not fit is simply not found. */
  params?: Readonly<Record<string, z.ZodType>>;
  query?: QuerySchema;
  /** Headers that change what is answered, with what they say. */
  headers?: Readonly<Record<string, string>>;
  body?: { schema: z.ZodType; types?: readonly string[]; description?: string; optional?: boolean };
  answers: Readonly<Record<number, Answer>>;
  /** Problems of its own. Those of access, parameters and bodies come by themselves. */
  problems?: readonly ProblemCode[];
}

/** What the hooks read of a route. */
export interface Route {
  access: Access;
  query: QuerySchema | undefined;
  /** Media types of bodies that it takes. */
  accepts: readonly string[];
  /** Media types that it can answer with, the usual one first. */
  produces: readonly string[];
  /** A page of a library's: its parameters, media types and bodies are its own, and a session may change what it changes. */
  page?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route;
  }
}

const JSON_TYPE = ['application/json'];

/**
 * Declares a route once: what it needs, takes and answers. The hooks hold requests to it and the OpenAPI document is made from it, so that neither
 * can say something else than the other.
 */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const { id, summary, description, access, params = {}, query, headers = {}, body, problems = [] } = options;
  const answers = Object.entries(options.answers);
  const accepts = body ? (body.types ?? JSON_TYPE) : [];
  const produces = [...new Set(answers.flatMap(([, answer]) => [...typesOf(answer), ...(answer.texts ?? [])]))];
  const route: Route = { access, query, accepts, produces: produces.length > 0 ? produces : JSON_TYPE };
  return applyDecorators(
    RouteConfig({ route }),
    ApiOperation({ operationId: id, summary, ...(description !== undefined && { description }) }),
    ...(access === 'open' ? [] : [ApiBearerAuth('key')]),
    ...Object.entries(params).map(([name, schema]) => ApiParam({ name, schema: referTo(schema, 'input') })),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ApiQuery(parameter(name, schema))),
    ...Object.entries(headers).map(([name, about]) => ApiHeader({ name, description: about, required: false, schema: { type: 'string' } })),
    ...(body ? [ApiConsumes(...accepts), ApiBody(bodyOf(body))] : []),
    ...answers.map(([status, answer]) => ApiResponse({ status: Number(status), ...responseOf(answer) })),
    ...problemAnswers([...usualProblems(route), ...problems]).map((answer) => ApiResponse(answer)),
  );
}

const typesOf = (answer: Answer): readonly string[] => answer.types ?? (answer.schema ? JSON_TYPE : []);

function parameter(name: string, schema: z.ZodType) {
  const { description, ...rest } = referTo(schema, 'input');
  const required = !schema.safeParse(undefined).success;
  return { name, required, schema: rest, ...(typeof description === 'string' && { description }) };
}

const bodyOf = ({ schema, description, optional = false }: NonNullable<EndpointOptions['body']>) => ({
  schema: referTo(schema, 'input'),
  required: !optional,
  ...(description !== undefined && { description }),
});

function responseOf(answer: Answer) {
  const schema = answer.schema ? referTo(answer.schema, 'output') : {};
  const texts = (answer.texts ?? []).map((type) => [type, { schema: { type: 'string' } }] as const);
  const content = Object.fromEntries([...typesOf(answer).map((type) => [type, { schema }] as const), ...texts]);
  const headers = Object.entries(answer.headers ?? {}).map(
    ([name, description]) => [name, { description, schema: { type: 'string' } }] as const,
  );
  return {
    description: answer.description,
    ...(Object.keys(content).length > 0 && { content }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
  };
}
