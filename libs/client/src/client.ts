import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.js';
import { toApiError } from './api-error.js';

export { items, type Page } from './items.js';
export { lines } from './lines.js';
export { messages, type Message } from './messages.js';
export type { components, paths } from './openapi.js';
export { ApiError, type Problem } from './api-error.js';

export interface Connection {
  /** Where the server is, for example `http://127.0.0.1:3000`. */
  url: string;
  /** A key of the server. Without one only what is public can be read. */
  key?: string;
  /** In place of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A server by its typed operations: `client.GET('/v1/stories/{slug}', { params: { path: { slug } } })`. */
export type Dateline = Client<paths>;

/**
 * Connects to a server; asks it nothing yet. An operation resolves with `{ data, response }`, and throws `Refused` with
 * the server's problem where it is not done. `told` gives the data alone.
 */
export function connect({ url, key, fetch }: Connection): Dateline {
  const client = createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
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
 * What an operation was answered.
 *
 *     const board = await told(client.GET('/v1/stories/{slug}', { params: { path: { slug: 'us-china-trade' } } }));
 *
 * @throws Refused, and RangeError where the answer has no body
 */
export async function unwrap<Data>(answer: Promise<{ data?: Data | undefined }>): Promise<NonNullable<Data>> {
  const { data } = await answer;
  if (data === undefined || data === null) throw new RangeError('the answer has no body');
  return data;
}
