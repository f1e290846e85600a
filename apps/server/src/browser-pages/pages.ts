import { applyDecorators, Header } from '@nestjs/common';
import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import { writeAudit } from '#platform/audit/audit-trail.js';
import { actorOf, type Role } from '../auth/identity.js';
import type { Route } from '../http/route.js';
import type { ResponseSpec } from '../openapi/endpoint.js';

/**
 * Headers of a page, in addition to those of every answer. Answers with data need none of these: they have no links,
 * and nobody opens them as a window.
 */
export const PAGE_HEADERS = {
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The answer of a route that is a page. */
export const PAGE: ResponseSpec = {
  description: 'A page',
  types: ['text/html'],
  headers: {
    'X-Frame-Options': 'No other page may show it in a frame',
    'Referrer-Policy': 'A link on the page does not send the page’s address',
    'Cross-Origin-Opener-Policy': 'A page of another origin that opened it has no access to its window',
  },
};

/** Declares a route that is a page. @param policy its `Content-Security-Policy` */
export const BrowserPage = (policy: string): MethodDecorator =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
    ...Object.entries(PAGE_HEADERS).map(([name, value]) => Header(name, value)),
  );

/** Pages that the Fastify plugin of a library serves. They are for a browser, and not in the API's document. */
export interface Pages {
  /** The path of all pages, such as `/admin/queues`. */
  prefix: string;
  access: Role;
  /** Their `Content-Security-Policy`. */
  policy: string;
  plugin: FastifyPluginCallback<{ prefix: string }>;
}

/**
 * Serves the pages of a library to holders of a role, by key or by session. A browser without one is redirected to the
 * sign-in page. Changes that are made through the pages are written to the audit trail.
 *
 * @param pool for the audit trail
 */
export function registerPages(fastify: FastifyInstance, pages: Pages, pool: Parameters<typeof writeAudit>[0]): void {
  const route: Route = { access: pages.access, query: undefined, accepts: [], produces: [], page: true };
  void fastify.register((within, _options, done) => {
    within.addHook('onRoute', (declared) => {
      declared.config = { ...declared.config, route };
    });
    within.addHook('onRequest', async (request, reply) => {
      void reply.headers(PAGE_HEADERS).header('content-security-policy', pages.policy);
      // The plugin expects query parameters as Fastify's own parser would return them.
      request.query = Object.fromEntries(new URL(request.raw.url ?? '', 'http://page').searchParams);
      if (request.method === 'GET' || request.method === 'HEAD') return;
      const path = (request.raw.url ?? '').split('?', 1)[0] ?? '';
      await writeAudit(pool, actorOf(request), {
        action: 'pages-used',
        subject: path,
        detail: { method: request.method },
      });
    });
    void within.register(pages.plugin, { prefix: pages.prefix });
    done();
  });
}
