import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { stories as storiesView, type Story } from '#views/stories.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/subject-at.js';
import type { StoryAt } from './read-story-at.js';
import { readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { ReadPace } from '../clocks/pace.js';
import { toSubject } from '../subjects/subject.js';
import { latestEvent, readStoryVersions, type StoryVersion } from '../clocks/story-version.js';

/** What a story is, and when its record last grew. */
export interface StoryHead {
  slug: string;
  title: string;
  summary: string | null;
  topics: string[];
  parties: string[];
  status: 'open' | 'closed';
  /** How many events it holds. */
  version: number;
  /** The position of its latest event, and when that was recorded. */
  position: number;
  changedAt: string;
}

/** The heads of some stories, in the order given, those left out that the record does not hold yet. */
export async function readStoryHeads(
  pool: Pool,
  views: readonly AnyView[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<StoryHead[]> {
  const serving = await readActive(pool, views, clocks);
  const [standings, states] = await Promise.all([
    readStoryVersions(pool, slugs, clocks),
    readStates(pool, serving, slugs, clocks),
  ]);
  return standings.map((row) => tellHead(row, states.get(row.story)));
}

/**
 * The head of a story that has been read with its subjects, that of the story itself among them, or `null` where the
 * record does not hold it yet.
 *
 * @param at what was read of it at the same point of the clocks
 */
export async function toStoryHead(
  pool: Pool,
  slug: string,
  clocks: Clocks,
  serving: readonly ActiveGeneration[],
  { standing, subjects, ever }: StoryAt,
): Promise<StoryHead | null> {
  if (!standing) return null;
  const itself = subjects.find(({ view, subject, item }) => item && view.name === storiesView.name && subject === slug);
  if (!itself && !ever) return tellHead(standing, (await readStates(pool, serving, [slug], clocks)).get(slug));
  return tellHead(standing, { now: stateOf(itself), ever: stateOf(ever) });
}

/** Stories by their latest event, newest first. $1 position, $2 before this position, $3 how many */
const newestOf = (stories: string): string => `
select l.* from ${stories} s cross join lateral (${latestEvent('s.story', '$1')}) l
 where l.position < $2
 order by l.position desc limit $3`;

const NEWEST = newestOf('stream');

/**
 * The same of the stories that any account or correction of what opened them says to be about a party and a topic: by
 * some press, at some point of the record. $4 party or null, $5 topic or null
 */
const NEWEST_ABOUT = newestOf(`(
  select distinct f.story from fact f
   where f.type = 'StoryOpened'
     and ($4::text is null or jsonb_path_query_array(f.form::jsonb, '$.**.parties[*]') @> to_jsonb($4::text))
     and ($5::text is null or jsonb_path_query_array(f.form::jsonb, '$.**.topics[*]') @> to_jsonb($5::text)))`);

/**
 * How many are found in one question, and of how many in one the states are looked at. The limit of a page has nothing
 * to do with what is looked at.
 */
const FOUND_AT_A_TIME = 2_000;
const TOLD_AT_A_TIME = 100;

export interface StoryFilter {
  party?: string | undefined;
  topic?: string | undefined;
}

export interface StoryPage {
  items: StoryHead[];
  /** The position of the last story's latest event. */
  next: number | null;
}

/**
 * Stories, newest change first. `before`: where the page before ended, or `null`. A page that took long to fill may
 * hold less, and leads on.
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
  const serving = await readActive(pool, views, clocks);
  const all = filter.party === undefined && filter.topic === undefined;
  const pace = new ReadPace();
  let from = before ?? clocks.position + 1;
  for (;;) {
    const rows = await newest(pool, filter, clocks.position, from, all ? limit + 1 : FOUND_AT_A_TIME);
    for (let i = 0; i < rows.length; i += TOLD_AT_A_TIME) {
      const some = rows.slice(i, i + TOLD_AT_A_TIME);
      const slugs = some.map(({ story }) => story);
      const states = await readStates(pool, serving, slugs, clocks);
      const heads = some.map((row) => tellHead(row, states.get(row.story)));
      found.push(...heads.filter((head) => matches(head, filter)));
      if (found.length > limit) return { items: found.slice(0, limit), next: found[limit - 1]?.position ?? null };
      from = Number(some.at(-1)?.position ?? from);
      if (pace.isLong()) return { items: found, next: from };
    }
    if (all || rows.length < FOUND_AT_A_TIME) return { items: found, next: null };
  }
}

/** No name: for a filter that is not given PostgreSQL has to know so when it plans. */
async function newest(
  pool: Pool,
  { party, topic }: StoryFilter,
  position: number,
  before: number,
  most: number,
): Promise<StoryVersion[]> {
  const values = [position, before, most];
  const question =
    party === undefined && topic === undefined
      ? { name: 'newest-stories', text: NEWEST, values }
      : { text: NEWEST_ABOUT, values: [...values, party ?? null, topic ?? null] };
  return (await pool.query<StoryVersion>(question)).rows;
}

function matches(head: StoryHead, { party, topic }: StoryFilter): boolean {
  return (party === undefined || head.parties.includes(party)) && (topic === undefined || head.topics.includes(topic));
}

/** What the view of stories says of one: at the point of the clocks, and as it was opened. */
interface StoryStates {
  now: Story | null;
  ever: Story | null;
}

async function readStates(
  pool: Pool,
  servings: readonly ActiveGeneration[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<Map<string, StoryStates>> {
  const serving = servings.find((one) => one.view.name === storiesView.name);
  const subjects = serving ? slugs.map((subject) => toSubject(serving, subject)) : [];
  const now = await readItems(pool, subjects, clocks);
  // A story exists from the point of the record at which it was opened; before its date in the world it is told as it
  // was opened.
  const ever = now.some(({ item }) => !item)
    ? await readItems(pool, subjects, { ...clocks, asOf: Infinity, reportedAsOf: Infinity })
    : now;
  return new Map(subjects.map(({ subject }, i) => [subject, { now: stateOf(now[i]), ever: stateOf(ever[i]) }]));
}

const stateOf = (at: SubjectAt | null | undefined): Story | null => (at?.item?.state ?? null) as Story | null;

function tellHead(row: StoryVersion, states: StoryStates | undefined): StoryHead {
  const known = states?.now ?? states?.ever;
  return {
    slug: row.story,
    title: known?.title ?? row.story,
    summary: known?.summary ?? null,
    topics: known?.topics ?? [],
    parties: known?.parties ?? [],
    status: states?.now?.status ?? 'open',
    version: Number(row.version),
    position: Number(row.position),
    changedAt: formatInstant(Number(row.recorded_us)),
  };
}
