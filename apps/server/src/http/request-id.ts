import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Visible ASCII, without what means something in markup: it is shown in logs and pages of others. */
const HARMLESS = /^[\x21-\x7e]{1,128}$/;
const MARKUP = /[<>"'&`]/;

/** The client's own `X-Request-Id` where it is 1 to 128 visible ASCII characters and no markup, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && HARMLESS.test(given) && !MARKUP.test(given) ? given : randomUUID();
}
