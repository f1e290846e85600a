import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import { writeAudit } from '#platform/audit/audit-trail.js';
import type { AppDependencies } from '../app-dependencies.js';
import type { Role } from '../auth/roles.js';
import { actorOf } from '../auth/actor.js';
import type { Route } from '../openapi/endpoint.js';
import { PAGE_HEADERS } from './page.js';

/**
 * Pages that somebody else's Fastify plugin serves: those of a library. They are for a browser, and no part of the
 * API's document.
 */
export interface Pages {
  /** Where they are, as in `/admin/queues`. */
  prefix: string;
  access: Role;
  /** Their `Content-Security-Policy`. */
  policy: string;
  plugin: FastifyPluginCallback<{ prefix: string }>;
}

/**
 * Serves such pages to whoever has the role, by key or by session. Without one a browser is led to sign in. What is
 * changed through them stands in the audit trail.
 */
export function registerPages(fastify: FastifyInstance, pages: Pages, pool: AppDependencies['pool']): void {
  const route: Route = { access: pages.access, query: undefined, accepts: [], produces: [], page: true };
  void fastify.register((within, _options, done) => {
    within.addHook('onRoute', (declared) => {
      declared.config = { ...declared.config, route };
    });
    within.addHook('onRequest', async (request, reply) => {
      void reply.headers(PAGE_HEADERS).header('content-security-policy', pages.policy);
      // The plugin reads its parameters itself, as it is used to.
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
