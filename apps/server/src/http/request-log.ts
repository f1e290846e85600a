import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line for each request, when its answer is out. The query string stays out of it: somebody may put into it what is
 * nobody's business.
 */
export function registerRequestLog(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    if (logger.isLevelEnabled('info')) {
      logger.info(
        {
          requestId: request.id,
          method: request.method,
          path: (request.raw.url ?? '').split('?', 1)[0],
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 100) / 100,
          address: request.ip,
          ...(request.identity && { key: request.identity.name }),
        },
        'request',
      );
    }
    done();
  });
}
