import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { items, unwrap } from '#client/client.js';
import { dateline, type Schema } from '../api/client.js';

/** How often a page looks again while nothing is known to change; and while something is being made. Milliseconds. */
const CALM = 5_000;
const BUSY = 300;

export const headQuery = queryOptions({
  queryKey: ['operate', 'head'],
  queryFn: ({ signal }) => unwrap(dateline.GET('/v1/admin/log', { signal })),
  refetchInterval: CALM,
});

/** Whether something of a generation changes at the moment. */
export const isMoving = ({ status, haltedSubjects }: Schema<'Generation'>): boolean =>
  status === 'building' || haltedSubjects.some(({ retrying }) => retrying);

export const projectionsQuery = queryOptions({
  queryKey: ['operate', 'projections'],
  queryFn: ({ signal }) => unwrap(dateline.GET('/v1/admin/projections', { signal })),
  refetchInterval: ({ state }) => (state.data?.lag || state.data?.items.some(isMoving) ? BUSY : CALM),
});

export const queuesQuery = queryOptions({
  queryKey: ['operate', 'queues'],
  queryFn: ({ signal }) => unwrap(dateline.GET('/v1/admin/queues', { signal })),
  refetchInterval: CALM,
});

export const keysQuery = queryOptions({
  queryKey: ['operate', 'keys'],
  queryFn: async ({ signal }) => {
    const keys: Schema<'Key'>[] = [];
    const page = (cursor: string | undefined) =>
      dateline.GET('/v1/admin/keys', {
        params: { query: cursor === undefined ? { limit: 200 } : { cursor } },
        signal,
      });
    for await (const key of items(page)) keys.push(key);
    return keys;
  },
});

export type AuditAction = Schema<'AuditEntry'>['action'];

export const auditQuery = (filter: { action?: AuditAction; actor?: string }) =>
  infiniteQueryOptions({
    queryKey: ['operate', 'audit', filter],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/admin/audit', {
          params: { query: pageParam === null ? { ...filter, limit: 50 } : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
