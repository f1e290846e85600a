import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the check reads of an OpenAPI document. */
export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, unknown>;
    responses: Record<string, DeclaredAnswer>;
    headers: Record<string, DeclaredHeader>;
  };
}

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: {
    required?: boolean;
    content: Record<string, { schema: unknown; examples?: Record<string, { value: unknown }> }>;
  };
  responses: Record<string, DeclaredAnswer | Reference>;
  security: Record<string, unknown>[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  schema: Record<string, unknown>;
  examples?: Record<string, { value: unknown }>;
}

export interface DeclaredAnswer {
  description: string;
  headers?: Record<string, DeclaredHeader | Reference>;
  content?: Record<string, { schema?: unknown }>;
}

export interface DeclaredHeader {
  required?: boolean;
  schema: { type?: string };
}

interface Reference {
  $ref: string;
}

/** What a reference names, or the value itself. */
export function follow<Value extends object>(document: OpenApi, value: Value | Reference): Value {
  if (!('$ref' in value)) return value;
  let found: unknown = document;
  for (const step of value.$ref.slice(2).split('/')) found = (found as Record<string, unknown>)[step];
  return found as Value;
}

export interface Found {
  path: string;
  method: string;
  operation: Operation;
}

/**
 * The operation that a request reaches; HEAD reaches that of GET. `null`: there is no such path; a missing `operation`:
 * it lacks the method.
 */
export function operationOf(
  document: OpenApi,
  method: string,
  url: string,
): Found | { path: string; operation?: undefined } | null {
  const steps = pathOf(url).split('/').map(decoded);
  const candidates = Object.keys(document.paths).filter((path) => fits(path.split('/'), steps));
  // The one that is literal the longest: /v1/events/stream before /v1/events/{id}.
  const [path] = candidates.sort((a, b) => firstParameter(b) - firstParameter(a));
  if (path === undefined) return null;
  const named = method === 'HEAD' ? 'get' : method.toLowerCase();
  const operation = document.paths[path]?.[named];
  return operation ? { path, method: named, operation } : { path };
}

/** As it was sent: `new URL` would mend it. */
const pathOf = (url: string): string => url.replace(/^http:\/\/[^/?#]+/, '').split('?', 1)[0] ?? '';

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

const fits = (pattern: readonly string[], steps: readonly string[]): boolean =>
  pattern.length === steps.length && pattern.every((step, at) => step.startsWith('{') || step === steps[at]);

const firstParameter = (path: string): number => (path.includes('{') ? path.indexOf('{') : path.length);

let known: OpenApi | null = null;

/**
 * The document of the servers of this run. The first that is asked gives it; all are of one build, so it is kept for
 * the others in the folder of the run.
 *
 * @param fetch the one that is not watched
 * @returns null where that address has none
 */
export async function documentOf(origin: string, fetch: typeof globalThis.fetch): Promise<OpenApi | null> {
  const file = join(folderOfRun(), 'openapi.json');
  if (!known && existsSync(file)) known = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
  if (!known) {
    const answer = await fetch(`${origin}/openapi.json`).catch(() => null);
    if (!answer?.ok) return null;
    known = (await answer.json()) as OpenApi;
    // Renamed, so that no other worker reads half of it.
    const draft = join(folderOfRun(), randomUUID());
    writeFileSync(draft, JSON.stringify(known));
    renameSync(draft, file);
  }
  return known;
}

/** Made by global-setup.ts. */
export function folderOfRun(): string {
  const folder = process.env['DATELINE_TEST_CONTRACT'];
  if (!folder) throw new Error('There is no folder of the run: run these tests with --selectProjects=database.');
  return folder;
}
