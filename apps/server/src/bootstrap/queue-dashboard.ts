import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyPluginCallback } from 'fastify';
import type { Queues } from '#jobs/queues/queues.js';
import type { Pages } from '../browser-pages/pages.js';
import { unavailable } from '../problems/problem.js';

const PREFIX = '/admin/queues';

/** Everything from this server: also the fonts that the pages would like to have from elsewhere stay away. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'";

/** bull-board's pages over the queues: what waits, what was given up and why, and the buttons to try it again. */
export function queueDashboard(queues: Queues): Pages {
  const board = new FastifyAdapter().setBasePath(PREFIX);
  createBullBoard({
    queues: [...queues.all.values()].map((queue) => new BullMQAdapter(queue)),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Dateline', pollingInterval: { showSetting: true } } },
  });
  const plugin: FastifyPluginCallback<{ prefix: string }> = (fastify, options, done) => {
    fastify.addHook('onRequest', (request, _reply, next) => {
      // It would wait for a backend that is away, however long.
      const asks = (request.raw.url ?? '').startsWith(`${PREFIX}/api/`);
      next(
        asks && !queues.backend.here()
          ? unavailable(`${queues.backend.name} is away, and the queues with it.`, 5)
          : undefined,
      );
    });
    board.registerPlugin()(fastify, options, done);
  };
  return { prefix: PREFIX, access: 'admin', policy: POLICY, plugin };
}
