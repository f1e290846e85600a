import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { stories as storiesView, type Story } from '#views/stories.js';
import type { Pool } from 'pg';
import type { Clocks } from './clocks.js';
import { readItems, type SubjectAt } from './read-items.js';
import { readServing, type Serving } from './serving.js';

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

interface StandingColumns {
  story: string;
  version: string;
  position: string;
  recorded_us: string;
}

/** A story's latest event known at a position. $1 stories, $2 position */
const STANDING = `
select n.story, l.version, l.position, (extract(epoch from l.recorded_at) * 1000000)::bigint as recorded_us
  from unnest($1::text[]) with ordinality n(story, n)
 cross join lateral (
   select e.version, e.position, e.recorded_at from event e where e.story = n.story and e.position <= $2 order by e.version desc limit 1) l
 order by n.n`;

/**
 * The heads of some stories, in the order given, those left out that the record does not hold yet.
 *
 * @param serving the generations that answer, where they have been read
 */
export async function readStoryHeads(
  pool: Pool,
  views: readonly AnyView[],
  slugs: readonly string[],
  clocks: Clocks,
  serving?: readonly Serving[],
): Promise<StoryHead[]> {
  const generations = serving ?? (await readServing(pool, views));
  const [standings, states] = await Promise.all([readStandings(pool, slugs, clocks), readStates(pool, generations, slugs, clocks)]);
  return standings.map((row) => tellHead(row, states.get(row.story)));
}

/**
 * The head of a story whose subjects are read anyway, that of the story itself among them, or `null` where the record does not hold it yet.
 *
 * @param subjects of the story, at the same point of the clocks
 */
export async function readHeadBeside(
  pool: Pool,
  slug: string,
  clocks: Clocks,
  serving: readonly Serving[],
  subjects: Promise<readonly SubjectAt[]>,
): Promise<StoryHead | null> {
  const [[standing], read] = await Promise.all([readStandings(pool, [slug], clocks), subjects]);
  if (!standing) return null;
  const itself = read.find(({ view, subject, item }) => item && view.name === storiesView.name && subject === slug);
  const now = (itself?.item?.state ?? null) as Story | null;
  return tellHead(standing, itself ? { now, ever: now } : (await readStates(pool, serving, [slug], clocks)).get(slug));
}

async function readStandings(pool: Pool, slugs: readonly string[], { position }: Clocks): Promise<StandingColumns[]> {
  return (await pool.query<StandingColumns>({ name: 'story-standing', text: STANDING, values: [slugs, position] })).rows;
}

/** Stories by their latest event, newest first. $1 position, $2 before this position, $3 how many */
const NEWEST = `
select s.story, l.version, l.position, (extract(epoch from l.recorded_at) * 1000000)::bigint as recorded_us
  from stream s
 cross join lateral (
   select e.version, e.position, e.recorded_at from event e where e.story = s.story and e.position <= $1 order by e.version desc limit 1) l
 where l.position < $2
 order by l.position desc limit $3`;

export interface StoryFilter {
  party?: string | undefined;
  topic?: string | undefined;
}

export interface StoryPage {
  items: StoryHead[];
  /** The position of the last story's latest event. */
  next: number | null;
}

/** Stories, newest change first. `before`: where the page before ended, or `null`. */
export async function readStories(
  pool: Pool,
  views: readonly AnyView[],
  filter: StoryFilter,
  clocks: Clocks,
  before: number | null,
  limit: number,
): Promise<StoryPage> {
  const found: StoryHead[] = [];
  const serving = await readServing(pool, views);
  let from = before ?? clocks.position + 1;
  for (;;) {
    const { rows } = await pool.query<StandingColumns>({
      name: 'newest-stories',
      text: NEWEST,
      values: [clocks.position, from, limit + 1],
    });
    const states = await readStates(
      pool,
      serving,
      rows.map(({ story }) => story),
      clocks,
    );
    const heads = rows.map((row) => tellHead(row, states.get(row.story)));
    found.push(...heads.filter((head) => matches(head, filter)));
    const last = rows.at(-1);
    if (found.length > limit) return { items: found.slice(0, limit), next: found[limit - 1]?.position ?? null };
    if (!last || rows.length <= limit) return { items: found, next: null };
    from = Number(last.position);
  }
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
  servings: readonly Serving[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<Map<string, StoryStates>> {
  const serving = servings.find((one) => one.view.name === storiesView.name);
  const subjects = serving ? slugs.map((subject) => ({ view: serving.view, projection: serving.projection, subject })) : [];
  const now = await readItems(pool, subjects, clocks);
  // A story exists from the point of the record at which it was opened; before its date in the world it is told as it was opened.
  const ever = now.some(({ item }) => !item) ? await readItems(pool, subjects, { ...clocks, asOf: Infinity, reportedAsOf: Infinity }) : now;
  const state = (at: SubjectAt | undefined) => (at?.item?.state ?? null) as Story | null;
  return new Map(subjects.map(({ subject }, i) => [subject, { now: state(now[i]), ever: state(ever[i]) }]));
}

function tellHead(row: StandingColumns, states: StoryStates | undefined): StoryHead {
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
