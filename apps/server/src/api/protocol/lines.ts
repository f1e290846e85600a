import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { sendSteps } from './steps.js';

export const NDJSON = 'application/x-ndjson';

/**
 * Answers with a JSON text a line, each sent as it comes. What fails before the first line is a problem like any other; later, it is the last line:
 * `{ "error": { "code", "detail" } }`.
 */
export async function sendLines(reply: FastifyReply, source: AsyncIterable<unknown>, logger: Logger): Promise<void> {
  await sendSteps(reply, NDJSON, source, (line) => `${JSON.stringify(line)}\n`, logger);
}
