import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { readActive } from '../clocks/active-generation.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import { formatHead, latestEvent, readStoryStates, type StoryHead, type StoryVersion } from './story-head.js';

/** Stories by their latest event, newest first. $1 position, $2 before this position, $3 how many */
const newestOf = (stories: string): string => `
select l.* from ${stories} s cross join lateral (${latestEvent('s.story', '$1')}) l
 where l.position < $2
 order by l.position desc limit $3`;

const NEWEST = newestOf('stream');

/**
 * As `NEWEST`, of stories that may be about one of some parties and a topic: some account or correction of the fact
 * that opened them names both, whenever it was published or recorded. $4 parties as JSON or null, $5 topic or null
 */
const NEWEST_ABOUT = newestOf(`(
  select distinct f.story from fact f
   where f.type = 'StoryOpened'
     and ($4::jsonb[] is null or jsonb_path_query_array(f.form::jsonb, '$.**.parties[*]') @> any($4::jsonb[]))
     and ($5::text is null or jsonb_path_query_array(f.form::jsonb, '$.**.topics[*]') @> to_jsonb($5::text)))`);

/** How many stories one query looks for, whatever the limit of a page, and of how many another reads the states. */
const FOUND_AT_A_TIME = 2_000;
const STATES_AT_A_TIME = 100;

export interface StoryFilter {
  /** Stories about one of these. */
  parties?: readonly string[] | undefined;
  topic?: string | undefined;
}

export interface StoryPage {
  items: StoryHead[];
  /** The position of the last story's latest event. */
  next: number | null;
}

/**
 * Stories, the last changed first. A page that took long to fill may hold less than `limit` and still have a next one.
 *
 * @param before `next` of the page before, or `null`
 */
export async function readStories(
  pool: Pool,
  views: readonly AnyView[],
  filter: StoryFilter,
  clocks: Clocks,
  before: number | null,
  limit: number,
): Promise<StoryPage> {
  const found: StoryHead[] = [];
  const generations = await readActive(pool, views, clocks);
  const all = filter.parties === undefined && filter.topic === undefined;
  const deadline = new PageDeadline();
  let from = before ?? clocks.position + 1;
  for (;;) {
    const rows = await readNewest(pool, filter, clocks.position, from, all ? limit + 1 : FOUND_AT_A_TIME);
    for (let i = 0; i < rows.length; i += STATES_AT_A_TIME) {
      const some = rows.slice(i, i + STATES_AT_A_TIME);
      const slugs = some.map(({ story }) => story);
      const states = await readStoryStates(pool, generations, slugs, clocks);
      const heads = some.map((row): StoryHead => {
        const { undated } = states.get(row.story) ?? {};
        return { ...formatHead(row, states.get(row.story)), ...(undated !== undefined && { undated }) };
      });
      found.push(...heads.filter((head) => matches(head, filter)));
      if (found.length > limit) return { items: found.slice(0, limit), next: found[limit - 1]?.position ?? null };
      from = Number(some.at(-1)?.position ?? from);
      if (deadline.hasPassed) return { items: found, next: from };
    }
    if (all || rows.length < FOUND_AT_A_TIME) return { items: found, next: null };
  }
}

/** With a filter the statement has no name: PostgreSQL must see which parameter is null when it plans. */
async function readNewest(
  pool: Pool,
  { parties, topic }: StoryFilter,
  position: number,
  before: number,
  limit: number,
): Promise<StoryVersion[]> {
  const values = [position, before, limit];
  const statement =
    parties === undefined && topic === undefined
      ? { name: 'newest-stories', text: NEWEST, values }
      : {
          text: NEWEST_ABOUT,
          values: [...values, parties?.map((party) => JSON.stringify(party)) ?? null, topic ?? null],
        };
  return (await pool.query<StoryVersion>(statement)).rows;
}

function matches(head: StoryHead, { parties, topic }: StoryFilter): boolean {
  return (
    (parties === undefined || parties.some((party) => head.parties.includes(party))) &&
    (topic === undefined || head.topics.includes(topic))
  );
}
