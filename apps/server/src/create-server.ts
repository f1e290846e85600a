import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDocument } from './api/docs/api-document.js';
import { serve } from './api/protocol/serve.js';
import type { ServerParts } from './server-parts.js';
import { ServerModule } from './server.module.js';

/**
 * Makes the HTTP server, ready to `listen`. `close` stops accepting, lets what is under way finish and closes idle connections; it does not end the
 * parts.
 */
export async function createServer(parts: ServerParts): Promise<NestFastifyApplication> {
  const app = await serve(ServerModule.around(parts), parts);
  app.get(ApiDocument).describe(app, parts.version);
  return app;
}
