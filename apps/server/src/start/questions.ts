import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Room } from '#platform/room/room.js';

/** Counts what is asked of the API: who works beside it leaves it room. What looks after the server (`/metrics`, `/readyz`) does not count. */
export function countQuestions(app: NestFastifyApplication, room: Room): void {
  app.getHttpServer().on('request', ({ url }) => {
    if (url?.startsWith('/v1/')) room.ask();
  });
}
