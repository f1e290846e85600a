import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';

/**
 * Counts what is asked of the API: who works beside it leaves it room. What looks after the server (`/metrics`,
 * `/readyz`) does not count.
 */
export function trackRequestRate(app: NestFastifyApplication, room: BackgroundThrottle): void {
  app.getHttpServer().on('request', ({ url }) => {
    if (url?.startsWith('/v1/')) room.ask();
  });
}
