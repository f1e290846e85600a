import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { items, unwrap } from '#client/client.js';
import { dateline, type Schema } from './client.js';

/** What is read for recording: what can be recorded, from what, and about what. */

export const eventTypesQuery = queryOptions({
  queryKey: ['event-types'],
  queryFn: ({ signal }) => unwrap(dateline.GET('/v1/event-types', { signal })),
  staleTime: Infinity,
});

/** All stories, by title: the desk chooses among them. */
export const storyListQuery = queryOptions({
  queryKey: ['stories', 'all'],
  queryFn: async ({ signal }) => {
    const stories: Schema<'Story'>[] = [];
    const page = (cursor: string | undefined) =>
      dateline.GET('/v1/stories', { params: { query: cursor === undefined ? { limit: 200 } : { cursor } }, signal });
    for await (const story of items(page)) stories.push(story);
    return stories.sort((one, other) => one.title.localeCompare(other.title, 'en'));
  },
});

export const articlesQuery = infiniteQueryOptions({
  queryKey: ['articles'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      dateline.GET('/v1/articles', {
        params: { query: pageParam === null ? { limit: 30 } : { cursor: pageParam } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** The events that were taken from an article, with their passages. */
export const articleEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['article-events', id],
    queryFn: async ({ signal }) => {
      const events: Schema<'Event'>[] = [];
      const page = (cursor: string | undefined) =>
        dateline.GET('/v1/articles/{id}/events', {
          params: { path: { id }, query: cursor === undefined ? { limit: 200 } : { cursor } },
          signal,
        });
      for await (const event of items(page)) events.push(event);
      return events;
    },
  });

/** The items of a view that a story is about, at most so many as a list of suggestions shows. */
export const suggestedItemsQuery = (view: string, story: string) =>
  queryOptions({
    queryKey: ['suggested', view, story],
    queryFn: ({ signal }) =>
      unwrap(dateline.GET('/v1/views/{view}', { params: { path: { view }, query: { story, limit: 200 } }, signal })),
    staleTime: 10_000,
  });

/**
 * What came into a story between two of its versions, the latest first, and which subjects changed by it.
 *
 * @param after the version that was known
 * @param version the one that the story has
 */
export const sinceQuery = (story: string, after: number, version: number) =>
  queryOptions({
    queryKey: ['since', story, after, version],
    queryFn: async ({ signal }) => {
      const { items: latest } = await unwrap(
        dateline.GET('/v1/events', {
          params: { query: { story, order: 'desc', limit: Math.min(200, version - after) } },
          signal,
        }),
      );
      const events = latest.filter((event) => event.version > after);
      const [last, first] = [events[0], events.at(-1)];
      if (!last || !first) return { events, subjects: [] };
      const changes = await unwrap(
        dateline.GET('/v1/stories/{slug}/changes', {
          params: {
            path: { slug: story },
            query: {
              clock: 'recordedAsOf',
              from: `@${first.position - 1}`,
              to: `@${last.requestEnd}`,
              limit: 200,
            },
          },
          signal,
        }),
      );
      return { events, subjects: changes.items };
    },
    staleTime: Infinity,
  });
