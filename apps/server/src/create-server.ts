import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDocument } from './docs/api-document.js';
import { registerPages } from './browser-pages/pages.js';
import { createHttpApp } from './http/create-http-app.js';
import type { AppDependencies } from './app-dependencies.js';
import { ServerModule } from './server.module.js';

/**
 * Makes the HTTP server, ready to `listen`. `close` stops accepting, lets what is under way finish and closes idle
 * connections; it does not end the parts.
 */
export async function createServer(parts: AppDependencies): Promise<NestFastifyApplication> {
  const { keyring, sessions } = parts;
  const app = await createHttpApp(ServerModule.around(parts), {
    ...parts,
    authenticate: (key) => keyring.holderOf(key),
    resume: (token) => sessions.holderOf(token),
    endOf: ({ kind, token }) => (kind === 'key' ? keyring.endOf(token) : sessions.endOf(token)),
    extend: (fastify) => parts.pages.forEach((pages) => registerPages(fastify, pages, parts.accessPool)),
  });
  app.get(ApiDocument).describe(app, parts.version);
  return app;
}
