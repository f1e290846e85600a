import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { Problem, problemBody } from '../problems/problem.js';
import { isExempt } from './connections.js';
import { SAFETY_HEADERS } from './default-headers.js';
import { PROBLEM_JSON } from './send-problem.js';

/**
 * Answers what Node refuses before there is a request: bytes that are not HTTP, headers that are too large, a request
 * that is not completed in time. Sends a problem, unless the connection has an answer in progress, and closes it.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isExempt(socket)) return;
  if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const problem = problemOfParser(error.code);
  const requestId = randomUUID();
  const body = JSON.stringify({ ...problemBody(problem, '/', requestId) });
  const headers = {
    ...SAFETY_HEADERS,
    'cache-control': 'no-store',
    'content-type': PROBLEM_JSON,
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`, ...lines, '', body].join('\r\n'));
}

/** Node does not document this property. Where it is missing, no answer has begun. */
const isAnswering = (socket: Socket): boolean =>
  (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage?.headersSent ?? false;

function problemOfParser(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers-too-large', 'The address and the headers together are larger than 16 KiB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request-timeout', 'The request did not arrive in time.');
    default:
      return new Problem('malformed-request', 'The bytes are not a valid HTTP request.');
  }
}
