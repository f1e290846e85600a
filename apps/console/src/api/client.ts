import { QueryClient } from '@tanstack/react-query';
import { ApiError, connect, type components } from '#client/client.js';

type Schemas = components['schemas'];
export type Schema<Name extends keyof Schemas> = Schemas[Name];
export type AnyItem = Schema<'Item'>;

/**
 * The server that served this page, with the session that the browser has there. With the header the session may also
 * change things: no page of another origin can send it.
 */
export const dateline = connect({ url: window.location.origin, headers: { 'x-dateline-console': '1' } });

/** How often a read that may succeed later is tried again. */
const RETRIES = 3;

/** What the client did wrong stays wrong. Anything else may have been a moment's failure. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.problem.status >= 500 || error.problem.status === 429;

const retryDelay = (attempt: number, error: unknown): number =>
  error instanceof ApiError && error.retryAfter !== null ? error.retryAfter * 1000 : 500 * 2 ** attempt;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < RETRIES && mayPass(error),
      retryDelay,
    },
  },
});
