import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Counts what is asked of the API: a build of a view leaves room to it. What looks after the server (`/metrics`, `/readyz`) does not count. */
export class Questions {
  private asked = 0;

  /** From here on those that reach an HTTP server. */
  countAt(app: NestFastifyApplication): void {
    app.getHttpServer().on('request', ({ url }) => {
      if (url?.startsWith('/v1/')) this.asked += 1;
    });
  }

  get count(): number {
    return this.asked;
  }
}
