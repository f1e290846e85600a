import { isAbout } from './current-facts.js';
import { deadlines } from './deadlines.js';
import { disputes, item, nonEmptyItem, type Item } from './item.js';
import type { Json } from './pattern.js';
import type { Reading } from './reading.js';
import { VIEWS, type ViewName } from './subjects.js';
import { leftOut } from './undated.js';

/** The board of a story at a point; `null`: the story had not been opened there. */
export function board(reading: Reading, story: string): Record<string, Json> | null {
  if (!reading.hasOpened(story)) return null;
  return {
    story: storyHead(reading, story),
    views: Object.fromEntries(VIEWS.map((view) => [view, itemsOf(reading, story, view)])),
    deadlines: deadlines(reading, story, { state: 'upcoming' }),
    halted: [],
    haltedSubjects: [],
    undated: undatedOnBoard(reading, story),
  };
}

/** What the board says of the story itself: its state at the point and, before its opening, what it was opened with. */
function storyHead(reading: Reading, story: string): Json {
  const events = reading.known.events.filter((event) => event.story === story);
  const [opening, last] = [events.find(({ type }) => type === 'StoryOpened'), events.at(-1)];
  const { state } = item(reading, { view: 'stories', subject: story }) ?? {};
  const { title, summary = null, topics = [], parties = [] } = (state ?? opening?.data ?? {}) as Record<string, Json>;
  const { status = 'open' } = (state ?? {}) as Record<string, Json>;
  return {
    ...{ slug: story, title, summary, topics, parties, status },
    ...{ version: events.length, position: last?.position, changedAt: last?.recordedAt },
  };
}

/**
 * How many reports are left out of the board for want of a date of publication alone: those about subjects that the
 * story's facts touch, without them or with them.
 */
function undatedOnBoard(reading: Reading, story: string): number | undefined {
  const subjects = [reading, reading.including()].flatMap((one) => one.touchedBy(story));
  return leftOut(reading, (fact) => subjects.some((subject) => isAbout(fact, subject)));
}

/** The non-empty items of one view whose subjects the facts of a story, or of all, have touched. */
export const itemsOf = (reading: Reading, story: string | undefined, view: ViewName): Item[] =>
  reading.touchedBy(story, [view]).flatMap((subject) => {
    const found = nonEmptyItem(reading, subject);
    return found === null ? [] : [found];
  });

/** The disputes about the subjects of one view that the facts of a story, or of all, have touched. */
export const disputesOf = (reading: Reading, story: string | undefined, view: ViewName): Json[] =>
  reading.touchedBy(story, [view]).flatMap((subject) => disputes(reading, subject));
