import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { stories as storiesView, type Story } from '#views/stories.js';
import type { Pool } from 'pg';
import type { Clocks } from './clocks.js';
import { readItems } from './read-items.js';
import type { SubjectAt } from './subject-at.js';
import type { StoryAt } from './read-story-at.js';
import { readServing, type Serving } from './serving.js';
import { toSubject } from './subject.js';
import { latestEvent, readStandings, type Standing } from './standing.js';

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
  const serving = await readServing(pool, views, clocks);
  const [standings, states] = await Promise.all([readStandings(pool, slugs, clocks), readStates(pool, serving, slugs, clocks)]);
  return standings.map((row) => tellHead(row, states.get(row.story)));
}

/**
 * The head of a story that has been read with its subjects, that of the story itself among them, or `null` where the record does not hold it yet.
 *
 * @param at what was read of it at the same point of the clocks
 */
export async function headOf(
  pool: Pool,
  slug: string,
  clocks: Clocks,
  serving: readonly Serving[],
  { standing, subjects, ever }: StoryAt,
): Promise<StoryHead | null> {
  if (!standing) return null;
  const itself = subjects.find(({ view, subject, item }) => item && view.name === storiesView.name && subject === slug);
  if (!itself && !ever) return tellHead(standing, (await readStates(pool, serving, [slug], clocks)).get(slug));
  return tellHead(standing, { now: stateOf(itself), ever: stateOf(ever) });
}

/** Stories by their latest event, newest first. $1 position, $2 before this position, $3 how many */
const NEWEST = `
select l.* from stream s cross join lateral (${latestEvent('s.story', '$1')}) l
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
  const serving = await readServing(pool, views, clocks);
  let from = before ?? clocks.position + 1;
  for (;;) {
    const { rows } = await pool.query<Standing>({
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
  const subjects = serving ? slugs.map((subject) => toSubject(serving, subject)) : [];
  const now = await readItems(pool, subjects, clocks);
  // A story exists from the point of the record at which it was opened; before its date in the world it is told as it was opened.
  const ever = now.some(({ item }) => !item) ? await readItems(pool, subjects, { ...clocks, asOf: Infinity, reportedAsOf: Infinity }) : now;
  return new Map(subjects.map(({ subject }, i) => [subject, { now: stateOf(now[i]), ever: stateOf(ever[i]) }]));
}

const stateOf = (at: SubjectAt | null | undefined): Story | null => (at?.item?.state ?? null) as Story | null;

function tellHead(row: Standing, states: StoryStates | undefined): StoryHead {
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
