import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import type { Clocks } from './clocks.js';
import { eventsBetween } from './events-between.js';
import { compareText } from './read-board.js';
import { readItems, type SubjectAt } from './read-items.js';
import { readStoryHeads } from './read-stories.js';
import { readSubjectsOfStory } from './read-subjects.js';
import { answersAt, haltedAt, readServing, type Serving } from './serving.js';
import type { Subject } from './subject.js';
import { saysAnything, type ViewItem } from './view-item.js';

/** A subject that is told differently at two points of the clocks; `null` where nothing is said of it. */
export interface ItemChange {
  view: string;
  subject: string;
  before: ViewItem | null;
  after: ViewItem | null;
}

export interface SubjectChanged extends ItemChange {
  /** What was told in between, the latest 50. None where time alone has changed it. */
  events: string[];
}

/** The last subject of a page. */
export interface ChangesPlace {
  view: string;
  subject: string;
}

export interface ChangesPage {
  items: SubjectChanged[];
  next: ChangesPlace | null;
  /** Views that cannot be compared, since their own code failed before the later point. */
  halted: string[];
}

const AT_A_TIME = 100;

/**
 * The subjects of a story's board that differ between two points of the clocks, by view and name. `null` where the record does not hold the story at
 * the later one.
 */
export async function readChanges(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  from: Clocks,
  to: Clocks,
  after: ChangesPlace | null,
  limit: number,
): Promise<ChangesPage | null> {
  const [head] = await readStoryHeads(pool, views, [story], to);
  if (!head) return null;
  const serving = (await readServing(pool, views)).filter((one) => answersAt(one, to.position));
  const halted = haltedAt(views, serving, to.position);
  const [there, here] = [await subjectsAt(pool, serving, story, from), await subjectsAt(pool, serving, story, to)];
  const all = inOrder(serving, new Map([...there, ...here]), after);
  const items: SubjectChanged[] = [];
  for (let i = 0; i < all.length && items.length <= limit; i += AT_A_TIME) {
    const some = all.slice(i, i + AT_A_TIME);
    const [then, now] = [await readItems(pool, some, from, story), await readItems(pool, some, to, story)];
    const changed = some.flatMap((subject, n) => {
      const key = keyOf(subject);
      const [before, later] = [there.has(key) ? said(then[n]) : null, here.has(key) ? said(now[n]) : null];
      return JSON.stringify(before) === JSON.stringify(later) ? [] : [{ subject, before, after: later }];
    });
    const some50 = changed.slice(0, limit + 1 - items.length);
    const events = await eventsBetween(
      pool,
      some50.map(({ subject }) => subject),
      from,
      to,
    );
    items.push(
      ...some50.map(({ subject: { view, subject }, before, after: later }, n) => ({
        view: view.name,
        subject,
        before,
        after: later,
        events: events[n] ?? [],
      })),
    );
  }
  const last = items[limit - 1];
  return {
    items: items.slice(0, limit),
    next: items.length > limit && last ? { view: last.view, subject: last.subject } : null,
    halted,
  };
}

async function subjectsAt(pool: Pool, serving: readonly Serving[], story: string, clocks: Clocks): Promise<Map<string, Subject>> {
  const byId = new Map(serving.map((one) => [one.projection, one]));
  const names = await readSubjectsOfStory(pool, [...byId.keys()], story, clocks.position, clocks.reportedAsOf !== Infinity);
  return new Map(
    names.flatMap(({ projection, subject }): [string, Subject][] => {
      const one = byId.get(projection);
      return one ? [[keyOf({ projection, subject }), { view: one.view, projection, subject }]] : [];
    }),
  );
}

/** By the order of the views, then by name; those after a place. */
function inOrder(serving: readonly Serving[], subjects: ReadonlyMap<string, Subject>, after: ChangesPlace | null): Subject[] {
  const rank = new Map(serving.map((one, i) => [one.view.name, i]));
  const compare = (a: ChangesPlace, b: ChangesPlace): number =>
    (rank.get(a.view) ?? 0) - (rank.get(b.view) ?? 0) || compareText(a.subject, b.subject);
  const placed = [...subjects.values()].map((one) => ({ one, place: { view: one.view.name, subject: one.subject } }));
  return placed
    .filter(({ place }) => after === null || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place))
    .map(({ one }) => one);
}

const keyOf = ({ projection, subject }: { projection: number; subject: string }): string => `${projection} ${subject}`;

const said = (at: SubjectAt | undefined): ViewItem | null => (at?.row && at.item && saysAnything(at.row) ? at.item : null);
