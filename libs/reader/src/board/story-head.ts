import type { Pool } from 'pg';
import { worldBound, type Clocks } from '../clocks/clocks.js';
import { listParameter, rowParameter } from '../sql/generic-plan.js';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { stories as storiesView, type Story } from '#views/stories.js';
import { undatedField } from '../items/left-out.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/view-item.js';
import { readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject } from '../subjects/subject.js';

/** The latest event of a story that is known at a position. */
export interface StoryVersion {
  story: string;
  version: string;
  position: string;
  recorded_us: string;
}

/** SQL: the columns of `StoryVersion` for one story, or no row. */
export const latestEvent = (story: string, position: string): string => `
   select e.story, e.version, e.position, (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us
     from event e where e.story = ${story} and e.position <= ${position} order by e.version desc limit 1`;

/** $1 stories, $2 position */
const VERSIONS = `
select l.*
  from unnest(${listParameter('$1::text[]')}) with ordinality n(story, n),
       ${rowParameter('$2::bigint as position')} q
 cross join lateral (${latestEvent('n.story', 'q.position')}) l
 order by n.n`;

/** The versions of some stories, in the order given. Those that the record does not hold yet are left out. */
export async function readStoryVersions(
  pool: Pool,
  slugs: readonly string[],
  { position }: Pick<Clocks, 'position'>,
): Promise<StoryVersion[]> {
  return (await pool.query<StoryVersion>({ name: 'story-versions', text: VERSIONS, values: [slugs, position] })).rows;
}

/** The version of a story at a position, or at the end of the log; `null`: the record does not hold it. */
export async function readLatestVersion(pool: Pool, slug: string, position = Infinity): Promise<number | null> {
  const values = [[slug], worldBound(position)];
  const { rows } = await pool.query<StoryVersion>({ name: 'story-versions', text: VERSIONS, values });
  return rows[0] ? Number(rows[0].version) : null;
}

/** Whether the record holds a story at a point of the clocks. */
export const storyExists = async (pool: Pool, slug: string, clocks: Pick<Clocks, 'position'>): Promise<boolean> =>
  (await readStoryVersions(pool, [slug], clocks)).length > 0;

/** $1 story: the event that opened it */
const OPENING = `
select e.position, (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us
  from event e where e.story = $1 order by e.version limit 1`;

/** Where the record of a story begins, whatever the clocks; `null`: it has no such story. */
export async function readOpening(pool: Pool, slug: string): Promise<{ position: number; recordedAt: string } | null> {
  const { rows } = await pool.query<Pick<StoryVersion, 'position' | 'recorded_us'>>(OPENING, [slug]);
  const [row] = rows;
  return row ? { position: Number(row.position), recordedAt: formatInstant(Number(row.recorded_us)) } : null;
}

/** $1 story, $2 after and $3 up to these positions */
const RECORDED_SINCE = `
select coalesce((select l.version from (${latestEvent('$1', '$3')}) l), 0)
     - coalesce((select l.version from (${latestEvent('$1', '$2')}) l), 0) as events`;

/** How many events of a story were recorded after a position, up to another one. */
export async function countRecorded(pool: Pool, slug: string, after: number, upTo: number): Promise<number> {
  const values = [slug, after, upTo];
  const { rows } = await pool.query<{ events: string }>({ name: 'recorded-since', text: RECORDED_SINCE, values });
  return Number(rows[0]?.events ?? 0);
}

/** What a story is about, and when an event was last recorded in it. */
export interface StoryHead {
  slug: string;
  title: string;
  summary: string | null;
  topics: string[];
  parties: string[];
  status: 'open' | 'closed';
  /** How many events it has. */
  version: number;
  /** The position of its latest event, and when that was recorded. */
  position: number;
  changedAt: string;
  /** In a list on the press's clock: what is left out of its own opening and closing, as in `ViewItem`. */
  undated?: number;
}

/** A story at one point of the clocks. */
export interface StoryAt {
  /** `null` where the record does not hold it yet. */
  version: StoryVersion | null;
  /** Of each view by name. Some may have no item. */
  subjects: SubjectAt[];
  /** Its subject of the view of stories whatever the valid time, where that was read too. */
  ever: SubjectAt | null;
}

/** The heads of some stories, in the order given. Those that the record does not hold yet are left out. */
export async function readStoryHeads(
  pool: Pool,
  views: readonly AnyView[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<StoryHead[]> {
  const generations = await readActive(pool, views, clocks);
  const [versions, states] = await Promise.all([
    readStoryVersions(pool, slugs, clocks),
    readStoryStates(pool, generations, slugs, clocks),
  ]);
  return versions.map((version) => formatHead(version, states.get(version.story)));
}

/**
 * The head of a story whose subjects were read; `null` where the record does not hold it yet.
 *
 * @param at what was read of it at the same point of the clocks
 */
export async function toStoryHead(
  pool: Pool,
  slug: string,
  clocks: Clocks,
  generations: readonly ActiveGeneration[],
  { version, subjects, ever }: StoryAt,
): Promise<StoryHead | null> {
  if (!version) return null;
  const itself = subjects.find(({ view, subject, item }) => item && view.name === storiesView.name && subject === slug);
  if (!itself && !ever)
    return formatHead(version, (await readStoryStates(pool, generations, [slug], clocks)).get(slug));
  return formatHead(version, { now: stateOf(itself), ever: stateOf(ever) });
}

/** The state of a story in the view of stories: at the point of the clocks, and as it was opened. */
interface StoryStates {
  now: Story | null;
  ever: Story | null;
  undated?: number;
}

/** The states of some stories, by slug. */
export async function readStoryStates(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<Map<string, StoryStates>> {
  const generation = generations.find((one) => one.view.name === storiesView.name);
  const subjects = generation ? slugs.map((subject) => toSubject(generation, subject)) : [];
  const now = await readItems(pool, subjects, clocks);
  // A story exists from the position at which it was opened. Before its valid time it is shown as it was opened.
  const ever = now.some(({ item }) => !item)
    ? await readItems(pool, subjects, { ...clocks, asOf: Infinity, reportedAsOf: Infinity })
    : now;
  return new Map(
    subjects.map(({ subject }, i) => [
      subject,
      { now: stateOf(now[i]), ever: stateOf(ever[i]), ...undatedField(now[i]?.leftOut) },
    ]),
  );
}

const stateOf = (at: SubjectAt | null | undefined): Story | null => (at?.item?.state ?? null) as Story | null;

export function formatHead(row: StoryVersion, states: StoryStates | undefined): StoryHead {
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
