import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.js';
import { toApiError } from './api-error.js';

export { items, type Page } from './items.js';
export { lines } from './lines.js';
export { messages, type Message } from './messages.js';
export type { components, paths } from './openapi.js';
export { ApiError, type Problem } from './api-error.js';

export interface Connection {
  /** The address of the server, for example `http://127.0.0.1:3000`. */
  url: string;
  /** A key. Without one the client can only read a server that is configured for public reading. */
  key?: string;
  /** Sent with each request. */
  headers?: Readonly<Record<string, string>>;
  /** Used instead of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * A server's typed operations: `client.GET('/v1/stories/{slug}', { params: { path: { slug } } })`. An answer that has
 * several formats is typed as JSON, which the client gets unless it asks for another one.
 */
export type Dateline = Client<paths, 'application/json'>;

/**
 * Creates a client of a server. This sends no request. An operation resolves with `{ data, response }`; `unwrap`
 * returns the data alone. A refused operation throws `ApiError` with the server's problem.
 */
export function connect({ url, key, headers, fetch }: Connection): Dateline {
  const client = createClient<paths, 'application/json'>({
    baseUrl: url.replace(/\/+$/, ''),
    headers: { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    ...(fetch && { fetch }),
  });
  client.use({
    async onResponse({ response }) {
      if (response.status >= 400) throw await toApiError(response);
    },
  });
  return client;
}

/**
 * The data of an operation's answer.
 *
 *     const board = await unwrap(client.GET('/v1/stories/{slug}', { params: { path: { slug: 'us-china-trade' } } }));
 *
 * @throws ApiError, and RangeError where the answer has no body
 */
export async function unwrap<Data>(answer: Promise<{ data?: Data | undefined }>): Promise<NonNullable<Data>> {
  const { data } = await answer;
  if (data === undefined || data === null) throw new RangeError('the answer has no body');
  return data;
}
