import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_HEADERS } from '../browser-pages/pages.js';
import type { Route } from '../http/route.js';
import { Problem } from '../problems/problem.js';
import type { ConsoleFile, ConsoleFiles } from './console-files.js';

/** The built console of this process; `null` where it has none. Injected. */
export const CONSOLE = Symbol('console');

/**
 * The page runs only its own scripts and styles, and calls only this server. Pictures of charts are made as blobs. No
 * script may turn a text into markup.
 */
export const CONSOLE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** The paths of the console except `/`, as `apps/console/src/router.tsx` has them. */
export const CONSOLE_PATHS = [
  '/stories/:slug',
  '/stories/:slug/compare',
  '/stories/:slug/tariffs',
  '/items/:view/:subject',
  '/events/:id',
  '/disputes',
  '/desk',
  '/desk/articles/:id',
  '/desk/events/:id/correct',
  '/desk/events/:id/retract',
  '/desk/events/:id/corroborate',
  '/deadlines',
  '/operate',
  '/operate/log',
  '/operate/views',
  '/operate/queues',
  '/operate/keys',
  '/operate/audit',
];

const ROUTE: Route = { access: 'open', query: undefined, accepts: [], produces: [], page: true };

/** Serves the paths of the console and its files. They are for a browser, and not in the API's document. */
export function serveConsole(fastify: FastifyInstance, files: ConsoleFiles): void {
  const config = { route: ROUTE };
  for (const path of CONSOLE_PATHS)
    fastify.get(path, { config }, (request, reply) => sendConsolePage(request, reply, files));
  fastify.get<{ Params: { file: string } }>('/assets/:file', { config }, (request, reply) => {
    const file = files.assets.get(request.params.file);
    if (!file) throw new Problem('not-found', 'The console has no such file.');
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return sendFile(request, reply, file);
  });
}

/** Sends the page of the console, which is the same at each of its paths. */
export function sendConsolePage(request: FastifyRequest, reply: FastifyReply, { page }: ConsoleFiles): FastifyReply {
  void reply.headers(PAGE_HEADERS).header('content-security-policy', CONSOLE_POLICY);
  return sendFile(request, reply, page);
}

/** Sends a file in the best encoding that the client accepts. The file was compressed when the console was built. */
function sendFile(request: FastifyRequest, reply: FastifyReply, file: ConsoleFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';', 1)[0]?.trim().toLowerCase());
  const best = file.compressed.find(({ encoding }) => accepted.includes(encoding));
  void reply.header('content-type', file.type).header('vary', 'accept-encoding');
  if (best) void reply.header('content-encoding', best.encoding);
  return reply.send(best?.body ?? file.body);
}
