import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { problemBody } from '../problems/problem-body.js';
import { Problem } from '../problems/problem.js';
import { PROBLEM_JSON } from '../problems/send-problem.js';
import { SAFETY_HEADERS } from './default-headers.js';
import { isExempt } from './long-requests.js';

/**
 * Answers what Node's parser refused, before there is a request: bytes that are no HTTP, headers without end, a request
 * that does not come to an end. Says so where nothing was said yet on this connection's current answer, and closes it.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isExempt(socket)) return;
  if (!socket.writable || error.code === 'ECONNRESET' || answering(socket)) {
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

/**
 * The answer that Node has begun on a socket is not in its documented interface; where it is missing, nothing was
 * begun.
 */
const answering = (socket: Socket): boolean =>
  (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage?.headersSent ?? false;

function problemOfParser(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers-too-large', 'The address and the headers together are larger than 16 KiB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request-timeout', 'The request did not arrive in time.');
    default:
      return new Problem('malformed-request', 'What was sent is not HTTP.');
  }
}
