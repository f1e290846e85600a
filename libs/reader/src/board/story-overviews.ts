import { listedDisputes } from '#history/fold/row.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { isReadableAt, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import { upcomingOf, type DeadlineItem } from '../items/deadline.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/view-item.js';
import { listParameter, rowParameter } from '../sql/generic-plan.js';
import { disputedAmong, withSeveralAccountsAmong } from '../subjects/disputed-subjects.js';
import { subjectsOfStory, storySubjectsSql } from '../subjects/subjects-of-story.js';
import { toSubject, type Subject, type SubjectName } from '../subjects/subject.js';

/** What a list of stories says about the board of each. */
export interface StoryOverview {
  /** How many open disputes its subjects have. */
  disputes: number;
  /** The nearest thing that is still to come; `null`: nothing is. */
  deadline: DeadlineItem | null;
}

/** How many subjects one query reads. */
const SUBJECTS_AT_A_TIME = 500;

/** $1 stories, $2 projections, $3 position */
const OF_STORIES = `
select n.story, t.projection, t.subject
  from unnest(${listParameter('$1::text[]')}) with ordinality n(story, n),
       ${rowParameter('$2::int[] as projections', '$3::bigint as position')} q
 cross join lateral (${storySubjectsSql('q.projections', 'n.story', 'q.position', 'false')}) t
 order by n.n, t.projection, t.subject`;

/**
 * Overviews of some stories, by slug. They are read by a few queries for all stories together, from the subjects alone
 * that can have a deadline or were ever disputed. As reported by an earlier date the subjects of each story are folded.
 */
export async function readStoryOverviews(
  pool: Pool,
  views: readonly AnyView[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<Map<string, StoryOverview>> {
  const generations = (await readActive(pool, views, clocks)).filter((one) => isReadableAt(one, clocks.position));
  const read = clocks.reportedAsOf === Infinity ? readStored : readReported;
  const found = await read(pool, generations, slugs, clocks);
  return new Map(slugs.map((slug) => [slug, overviewOf(found.get(slug) ?? [], clocks)]));
}

const overviewOf = (subjects: readonly SubjectAt[], { instant }: Clocks): StoryOverview => ({
  disputes: subjects
    .flatMap(({ row }) => (row ? listedDisputes(row) : []))
    .reduce((count, { open }) => count + Number(open), 0),
  deadline: upcomingOf(subjects, instant)[0] ?? null,
});

type SubjectsOfStories = Map<string, SubjectAt[]>;

async function readStored(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<SubjectsOfStories> {
  const byId = new Map(generations.map((one) => [one.projection, one]));
  const { rows } = await pool.query<SubjectName & { story: string }>({
    name: 'subjects-of-stories',
    text: OF_STORIES,
    values: [slugs, [...byId.keys()], clocks.position],
  });
  const names = new Map(rows.map((one) => [keyOf(one), one]));
  const disputed = new Set((await disputedAmong(pool, [...names.values()])).map(keyOf));
  const wanted = [...names.values()].flatMap((one) => {
    const generation = byId.get(one.projection);
    return generation && (generation.view.deadlines || disputed.has(keyOf(one)))
      ? [toSubject(generation, one.subject)]
      : [];
  });
  const items = new Map((await readInParts(pool, wanted, clocks)).map((at) => [keyOf(at), at]));
  const found: SubjectsOfStories = new Map(slugs.map((slug) => [slug, []]));
  for (const row of rows) {
    const at = items.get(keyOf(row));
    if (at) found.get(row.story)?.push(at);
  }
  return found;
}

async function readReported(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  slugs: readonly string[],
  clocks: Clocks,
): Promise<SubjectsOfStories> {
  const found: SubjectsOfStories = new Map();
  for (const slug of slugs) {
    const touched = await subjectsOfStory(pool, generations, slug, clocks);
    const several = new Set((await withSeveralAccountsAmong(pool, touched)).map(keyOf));
    const wanted = touched.filter((one) => one.view.deadlines || several.has(keyOf(one)));
    found.set(slug, await readItems(pool, wanted, clocks, slug));
  }
  return found;
}

async function readInParts(pool: Pool, subjects: readonly Subject[], clocks: Clocks): Promise<SubjectAt[]> {
  const found: SubjectAt[] = [];
  for (let i = 0; i < subjects.length; i += SUBJECTS_AT_A_TIME)
    found.push(...(await readItems(pool, subjects.slice(i, i + SUBJECTS_AT_A_TIME), clocks)));
  return found;
}

const keyOf = ({ projection, subject }: SubjectName): string => `${projection} ${subject}`;
