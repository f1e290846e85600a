import { QueryCache, QueryClient } from '@tanstack/react-query';
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

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteRefusal }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < RETRIES && mayPass(error),
      retryDelay,
    },
  },
});

/** Where somebody is refused who had a session, it may have ended: then the page finds that out, and says so. */
export function noteRefusal(error: unknown): void {
  if (!(error instanceof ApiError) || ![401, 403].includes(error.problem.status)) return;
  const session = queryClient.getQueryData<Schema<'Session'>>(['session']);
  if (session !== undefined && session.name !== null) void queryClient.invalidateQueries({ queryKey: ['session'] });
}
