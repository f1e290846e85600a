import type { Pool } from 'pg';
import type { Clocks } from './clocks.js';
import { listParameter, rowParameter } from '../sql/generic-plan.js';

/** The latest event of a story that is known at a position. */
export interface StoryVersion {
  story: string;
  version: string;
  position: string;
  recorded_us: string;
}

/** It, of one story. */
export const latestEvent = (story: string, position: string): string => `
   select e.story, e.version, e.position, (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us
     from event e where e.story = ${story} and e.position <= ${position} order by e.version desc limit 1`;

/** $1 stories, $2 position */
const STANDINGS = `
select l.* from unnest(${listParameter('$1::text[]')}) with ordinality n(story, n), ${rowParameter('$2::bigint as position')} q
 cross join lateral (${latestEvent('n.story', 'q.position')}) l
 order by n.n`;

/** In the order given, those left out that the record does not hold yet. */
export async function readStoryVersions(
  pool: Pool,
  slugs: readonly string[],
  { position }: Clocks,
): Promise<StoryVersion[]> {
  return (await pool.query<StoryVersion>({ name: 'story-standing', text: STANDINGS, values: [slugs, position] })).rows;
}

/** Whether the record holds a story at a point of the clocks. */
export const storyExists = async (pool: Pool, slug: string, clocks: Clocks): Promise<boolean> =>
  (await readStoryVersions(pool, [slug], clocks)).length > 0;
