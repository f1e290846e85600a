import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { items, lines, unwrap } from '#client/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { dateline, type Schema } from './client.js';

/** While a clock moves, the last answer stays. */
const moving = { placeholderData: keepPreviousData } as const;

/**
 * The same for what is about one thing: the last answer stays only where it is about that too.
 *
 * @param about what stands first in the key of the query, behind its name
 */
const movingWithin = (...about: string[]) => ({
  placeholderData: <Data>(last: Data | undefined, query?: { queryKey: readonly unknown[] }): Data | undefined =>
    about.every((part, index) => query?.queryKey[index + 1] === part) ? last : undefined,
});
const MINUTE = 60_000;
/** A filter in the address may be any text. The server refuses what is none of its values. */
const unchecked = (query: object): object => query;

export const storiesQuery = (filter: { party?: string; topic?: string }, clocks: ClockPoint) =>
  infiniteQueryOptions({
    queryKey: ['stories', filter, clocks],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/stories', {
          params: {
            query: pageParam === null ? unchecked({ ...filter, ...clocks, limit: 30 }) : { cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...moving,
  });

export const boardQuery = (slug: string, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['board', slug, clocks],
    queryFn: ({ signal }) =>
      unwrap(dateline.GET('/v1/stories/{slug}', { params: { path: { slug }, query: clocks }, signal })),
    ...movingWithin(slug),
  });

export const briefQuery = (slug: string, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['brief', slug, clocks],
    queryFn: ({ signal }) =>
      unwrap(dateline.GET('/v1/stories/{slug}/brief', { params: { path: { slug }, query: clocks }, signal })),
    ...movingWithin(slug),
  });

/** All facts of a story as marks, whatever the clocks: the time bar stays the same wherever they are. */
export const marksQuery = (slug: string) =>
  queryOptions({
    queryKey: ['marks', slug],
    queryFn: async ({ signal }) => {
      const answer = await dateline.GET('/v1/stories/{slug}/marks', {
        params: { path: { slug } },
        headers: { accept: 'application/x-ndjson' },
        parseAs: 'stream',
        signal,
      });
      const marks: Schema<'Mark'>[] = [];
      for await (const line of lines<Schema<'MarkLine'>>(answer)) {
        if ('error' in line) throw new Error(line.error.detail);
        marks.push(line);
      }
      return marks;
    },
    staleTime: MINUTE,
  });

export interface TimelineFilter {
  type?: string | undefined;
  party?: string | undefined;
  person?: string | undefined;
  publisher?: string | undefined;
  certainty?: Schema<'Certainty'> | undefined;
  include?: 'retracted' | undefined;
}

export const timelineQuery = (slug: string, filter: TimelineFilter, clocks: ClockPoint) =>
  infiniteQueryOptions({
    queryKey: ['timeline', slug, filter, clocks],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/stories/{slug}/timeline', {
          params: {
            path: { slug },
            query: pageParam === null ? unchecked({ ...filter, ...clocks, limit: 100 }) : { cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...movingWithin(slug),
  });

export const deadlinesQuery = (clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['deadlines', clocks],
    queryFn: ({ signal }) =>
      unwrap(dateline.GET('/v1/deadlines', { params: { query: { ...clocks, limit: 200 } }, signal })),
    ...moving,
  });

export interface DeadlineFilter {
  state?: Schema<'Deadline'>['state'] | undefined;
  story?: string | undefined;
}

/** The same, of one state, in pages. */
export const deadlineListQuery = (filter: DeadlineFilter, clocks: ClockPoint) =>
  infiniteQueryOptions({
    queryKey: ['deadline-list', filter, clocks],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/deadlines', {
          params: { query: pageParam === null ? { ...filter, ...clocks, limit: 50 } : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...moving,
  });

/** The first 200 stories, for a choice among them. */
export const storyChoiceQuery = (clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['story-choice', clocks],
    queryFn: ({ signal }) =>
      unwrap(dateline.GET('/v1/stories', { params: { query: { ...clocks, limit: 200 } }, signal })),
    ...moving,
  });

export interface DisputeFilter {
  story?: string | undefined;
  view?: string | undefined;
  open?: boolean | undefined;
}

export const disputesQuery = (filter: DisputeFilter, clocks: ClockPoint) =>
  infiniteQueryOptions({
    queryKey: ['disputes', filter, clocks],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/disputes', {
          params: {
            query: pageParam === null ? unchecked({ ...filter, ...clocks, limit: 100 }) : { cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...moving,
  });

/** What views there are. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => unwrap(dateline.GET('/v1/views', { signal })),
  staleTime: MINUTE,
});

/** The first subjects of a view whose facts have no known order. */
export const uncertainQuery = (view: string, story: string | undefined, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['uncertain', view, story, clocks],
    queryFn: ({ signal }) =>
      unwrap(
        dateline.GET('/v1/views/{view}', {
          params: {
            path: { view },
            query: { ...(story !== undefined && { story }), ...clocks, dateUncertain: true, limit: 50 },
          },
          signal,
        }),
      ),
    ...movingWithin(view),
  });

/** What is only claimed, in all stories or in one. */
export const claimsQuery = (filter: Pick<DisputeFilter, 'story' | 'view'>, clocks: ClockPoint) =>
  infiniteQueryOptions({
    queryKey: ['claims', filter, clocks],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/timeline', {
          params: {
            query:
              pageParam === null
                ? unchecked({ ...filter, ...clocks, certainty: 'claimed', limit: 50 })
                : { cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...moving,
  });

export const eventQuery = (id: string, { reportedAsOf, recordedAsOf }: ClockPoint) =>
  queryOptions({
    queryKey: ['event', id, reportedAsOf, recordedAsOf],
    queryFn: ({ signal }) =>
      unwrap(
        dateline.GET('/v1/events/{id}', { params: { path: { id }, query: { reportedAsOf, recordedAsOf } }, signal }),
      ),
    staleTime: MINUTE,
  });

export const similarQuery = (id: string, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['similar', id, clocks],
    queryFn: ({ signal }) =>
      unwrap(dateline.GET('/v1/events/{id}/similar', { params: { path: { id }, query: clocks }, signal })),
  });

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['article', id],
    queryFn: ({ signal }) => unwrap(dateline.GET('/v1/articles/{id}', { params: { path: { id } }, signal })),
    staleTime: MINUTE,
  });

export const itemQuery = (view: string, subject: string, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['item', view, subject, clocks],
    queryFn: ({ signal }) =>
      unwrap(
        dateline.GET('/v1/views/{view}/{subject}', { params: { path: { view, subject }, query: clocks }, signal }),
      ),
    ...movingWithin(view, subject),
  });

export const historyQuery = (view: string, subject: string, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['history', view, subject, clocks],
    queryFn: async ({ signal }) => {
      const steps: Schema<'HistoryStep'>[] = [];
      const page = (cursor: string | undefined) =>
        dateline.GET('/v1/views/{view}/{subject}/history', {
          params: { path: { view, subject }, query: cursor === undefined ? { ...clocks, limit: 200 } : { cursor } },
          signal,
        });
      for await (const step of items(page)) steps.push(step);
      return steps;
    },
    ...movingWithin(view, subject),
  });

export const subjectFactsQuery = (view: string, subject: string, clocks: ClockPoint) =>
  infiniteQueryOptions({
    queryKey: ['facts', view, subject, clocks],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        dateline.GET('/v1/views/{view}/{subject}/facts', {
          params: {
            path: { view, subject },
            query: pageParam === null ? { ...clocks, limit: 50 } : { cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...movingWithin(view, subject),
  });

export const tariffsQuery = (slug: string, clocks: ClockPoint) =>
  queryOptions({
    queryKey: ['tariffs', slug, clocks],
    queryFn: async ({ signal }) => {
      const found: Schema<'TariffsItem'>[] = [];
      const page = (cursor: string | undefined) =>
        dateline.GET('/v1/views/{view}', {
          params: {
            path: { view: 'tariffs' },
            query: cursor === undefined ? { story: slug, ...clocks, limit: 200 } : { cursor },
          },
          signal,
        });
      for await (const item of items(page)) if (item.view === 'tariffs') found.push(item);
      return found;
    },
    ...movingWithin(slug),
  });

export interface ChangeRange {
  clock: 'asOf' | 'reportedAsOf' | 'recordedAsOf';
  from: string;
  to?: string | undefined;
}

/** The clock that is compared has its points in `range`; the others are bounds. */
export const changesQuery = (slug: string, range: ChangeRange, others: ClockPoint) =>
  queryOptions({
    queryKey: ['changes', slug, range, others],
    queryFn: async ({ signal }) => {
      const query = { ...others, ...range };
      const first = await unwrap(
        dateline.GET('/v1/stories/{slug}/changes', {
          params: { path: { slug }, query: { ...query, limit: 200 } },
          signal,
        }),
      );
      const changes = [...first.items];
      for (let { next } = first; next !== null;) {
        const page = await unwrap(
          dateline.GET('/v1/stories/{slug}/changes', { params: { path: { slug }, query: { cursor: next } }, signal }),
        );
        changes.push(...page.items);
        next = page.next;
      }
      return { ...first, items: changes };
    },
    ...movingWithin(slug),
  });

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => unwrap(dateline.GET('/v1/session', { signal })),
  staleTime: MINUTE,
});
