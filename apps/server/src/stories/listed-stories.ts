import type { QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { readFreshHeadlines } from '#jobs/summary/read-headlines.js';
import type { StoryHead } from '#reader/board/story-head.js';
import { readStoryOverviews, type StoryOverview } from '#reader/board/story-overviews.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { PageDeadline } from '#reader/clocks/page-deadline.js';
import { views } from '#views/registry.js';
import { readCurrentBrief, type BuildPresentBrief } from './kept-summaries.js';
import { ReadBrief } from './read-brief.query.js';

/** What a list of stories can include of each. */
export const STORY_INCLUDES = ['headline', 'disputes', 'deadline'] as const;
export type StoryInclude = (typeof STORY_INCLUDES)[number];

/** A story of a list, with what was to be included. */
export type ListedStory = StoryHead & { headline?: string } & Partial<StoryOverview>;

/** Of how many stories this is read at once. */
const STORIES_AT_A_TIME = 25;

export interface IncludeParts {
  pool: Pool;
  queries: QueryBus;
  build: BuildPresentBrief;
}

/** The point at which the stories were read. */
export interface IncludePoint {
  clocks: Clocks;
  /** The briefs of the present are kept. */
  isPresent: boolean;
  minPosition: number;
}

/**
 * Adds to stories what is to be included. Where that takes long, only to the first of them: they are then the page.
 *
 * @param stories of a page
 */
export async function includeInStories(
  parts: IncludeParts,
  stories: readonly StoryHead[],
  include: readonly StoryInclude[],
  point: IncludePoint,
): Promise<ListedStory[]> {
  const listed: ListedStory[] = [];
  const time = new PageDeadline();
  const wantsOverview = include.includes('disputes') || include.includes('deadline');
  for (let i = 0; i < stories.length; i += STORIES_AT_A_TIME) {
    if (i > 0 && time.hasPassed) break;
    const some = stories.slice(i, i + STORIES_AT_A_TIME);
    const slugs = some.map(({ slug }) => slug);
    const [headlines, overviews] = await Promise.all([
      include.includes('headline') ? readHeadlines(parts, slugs, point) : null,
      wantsOverview ? readStoryOverviews(parts.pool, views, slugs, point.clocks) : null,
    ]);
    for (const story of some) {
      const { disputes = 0, deadline = null } = overviews?.get(story.slug) ?? {};
      listed.push({
        ...story,
        ...(headlines && { headline: headlines.get(story.slug) ?? story.title }),
        ...(include.includes('disputes') && { disputes }),
        ...(include.includes('deadline') && { deadline }),
      });
    }
  }
  return listed;
}

/** The headlines of the briefs of some stories: those that are kept by one query, the others are built. */
async function readHeadlines(
  { pool, queries, build }: IncludeParts,
  slugs: readonly string[],
  { clocks, isPresent, minPosition }: IncludePoint,
): Promise<Map<string, string>> {
  const kept = isPresent
    ? await readFreshHeadlines(pool, views, slugs, clocks.position, clocks.instant)
    : new Map<string, string>();
  const built = await Promise.all(
    slugs
      .filter((slug) => !kept.has(slug))
      .map(async (slug): Promise<[string, string][]> => {
        const brief = await (isPresent
          ? readCurrentBrief(build, pool, slug, clocks, minPosition)
          : queries.execute(new ReadBrief(pool, slug, clocks)));
        return brief ? [[slug, brief.headline]] : [];
      }),
  );
  return new Map([...kept, ...built.flat()]);
}
