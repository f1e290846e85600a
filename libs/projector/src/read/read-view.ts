import type { Pool } from 'pg';
import type { Clocks } from './clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubjects } from './halted-subjects.js';
import { readItems } from './read-items.js';
import type { SubjectAt } from './subject-at.js';
import { readSubjectsOfStory, readSubjectsOfView } from './read-subjects.js';
import type { Serving } from './serving.js';
import { toSubject } from './subject.js';
import { saysAnything } from './view-item.js';

export interface ViewFilter {
  story?: string | undefined;
  party?: string | undefined;
}

export interface ViewPage extends HaltedSubjects {
  items: SubjectAt[];
  /** The last subject's name. */
  next: string | null;
}

/** The items of one view over all stories, by the names of their subjects. Subjects of which nothing is said at this point are left out. */
export async function readView(
  pool: Pool,
  serving: Serving,
  filter: ViewFilter,
  clocks: Clocks,
  after: string | null,
  limit: number,
): Promise<ViewPage> {
  const { view, projection } = serving;
  const { story, party } = filter;
  const aside = await readHaltedNames(pool, [serving], clocks.position, story ?? null);
  const found: SubjectAt[] = [];
  let last = after ?? '';
  for (;;) {
    const names =
      story === undefined
        ? await readSubjectsOfView(pool, projection, last, limit + 1)
        : (await readSubjectsOfStory(pool, [projection], story, clocks.position, clocks.reportedAsOf !== Infinity)).filter(
            (one) => one.subject > last,
          );
    const subjects = names.map(({ subject }) => toSubject(serving, subject));
    const items = await readItems(pool, subjects, clocks, story ?? null);
    aside.push(...haltedAmong(items));
    found.push(
      ...items.filter(
        ({ item, row }) => row && item && saysAnything(row) && (party === undefined || concerns(party, view.parties, item.state)),
      ),
    );
    if (found.length > limit) return { items: found.slice(0, limit), next: found[limit - 1]?.subject ?? null, ...nameHalted(aside) };
    if (story !== undefined || names.length <= limit) return { items: found, next: null, ...nameHalted(aside) };
    last = names.at(-1)?.subject ?? last;
  }
}

function concerns(party: string, parties: (state: never) => string[], state: unknown): boolean {
  return state !== null && parties(state as never).includes(party);
}
