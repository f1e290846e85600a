import type { ClientBase, Pool } from 'pg';
import type { StoredEvent } from '../event.js';
import { EVENT_COLUMNS, readRow, type EventRow } from './stored-event.js';

export interface EventQuery {
  /** Positions above this one. */
  after: number;
  /** Positions up to this one, inclusive. */
  upTo: number;
  limit: number;
  story?: string | undefined;
  /** Events of one of these types. */
  types?: readonly string[] | undefined;
  /** Missing: `asc`, the order of the log. */
  order?: EventOrder | undefined;
}

export type EventOrder = 'asc' | 'desc';

const inBothOrders = (sql: (order: EventOrder) => string): Readonly<Record<EventOrder, string>> => ({
  asc: sql('asc'),
  desc: sql('desc'),
});

/** $1 after, $2 up to, $3 limit */
const EVENTS = inBothOrders(
  (order) => `
select ${EVENT_COLUMNS} from event e where e.position > $1 and e.position <= $2 order by e.position ${order} limit $3`,
);

/** $1 after, $2 up to, $3 limit, $4 types */
const OF_TYPES = inBothOrders(
  (order) => `
select ${EVENT_COLUMNS} from event e
 where e.position > $1 and e.position <= $2 and e.type = any($4) order by e.position ${order} limit $3`,
);

/**
 * SQL: the version of the last event of a story up to a position. Within a story, versions and positions rise together.
 * The first select is cheap, and is enough for a reader that continues after an event of the story.
 */
const versionAt = (story: string, position: string): string => `
  coalesce((select b.version from event b where b.position = ${position} and b.story = ${story}),
           case when ${position} > 0 then
             (select max(b.version) from event b where b.story = ${story} and b.position <= ${position}) end, 0)`;

/**
 * SQL: as `versionAt`, for a reader that goes backwards from before an event of the story. The first two selects are
 * cheap.
 */
const versionUpTo = (story: string, position: string): string => `
  coalesce((select b.version from event b where b.position = ${position} and b.story = ${story}),
           (select b.version - 1 from event b where b.position = ${position} + 1 and b.story = ${story}),
           (select max(b.version) from event b where b.story = ${story} and b.position <= ${position}), 0)`;

/** Uses the index of (story, version). $1 after, $2 up to, $3 limit, $4 story */
const STORY_EVENTS = inBothOrders(
  (order) => `
select ${EVENT_COLUMNS} from event e
 where e.story = $4 and e.version > ${versionAt('$4', '$1')} and e.position > $1 and e.position <= $2
   ${order === 'desc' ? `and e.version <= ${versionUpTo('$4', '$2')}` : ''}
 order by e.version ${order} limit $3`,
);

/** $1 after, $2 story, $3 up to: its versions there. */
const VERSIONS = `
select ${versionAt('$2', '$1::bigint')} as after, ${versionUpTo('$2', '$3::bigint')} as up_to`;

/** $1 after this version, $2 up to that one, $3 limit, $4 types, $5 story, $6 up to this position */
const STORY_EVENTS_OF_TYPES = inBothOrders(
  (order) => `
select ${EVENT_COLUMNS} from event e
 where e.story = $5 and e.version > $1 and e.version <= $2 and e.position <= $6 and e.type = any($4)
 order by e.version ${order} limit $3`,
);

/** How many events one query scans for those of a type. */
const SCAN_SIZE = 10_000;

/** $1 story, $2 a version: the position of that event. */
const POSITION_OF = `select e.position from event e where e.story = $1 and e.version = $2`;

/**
 * Reads events in the order of the log, or backwards. Positions have no gaps and become visible in order, so a reader
 * that continues after the last event misses none.
 */
export const readEvents = async (db: Pool | ClientBase, query: EventQuery): Promise<StoredEvent[]> =>
  (await findEvents(db, query, () => false)).events;

export interface FoundEvents {
  events: StoredEvent[];
  /** The place up to which all events were looked at when the time had passed; `null`: the time was enough. */
  stopped: number | null;
}

/**
 * Reads events, and stops early once the time has passed.
 *
 * @param hasPassed whether it has
 */
export async function findEvents(
  db: Pool | ClientBase,
  { after, upTo, limit, story, types, order = 'asc' }: EventQuery,
  hasPassed: () => boolean,
): Promise<FoundEvents> {
  const range = { after, upTo, limit, order };
  if (types === undefined) {
    const [text, more] = story === undefined ? [EVENTS[order], []] : [STORY_EVENTS[order], [story]];
    const { rows } = await db.query<EventRow>(text, [after, upTo, limit, ...more]);
    return { events: rows.map(readRow), stopped: null };
  }
  if (story === undefined) return scanInSteps(db, OF_TYPES[order], range, [types], hasPassed);
  const { rows } = await db.query<{ after: string; up_to: string }>(VERSIONS, [after, story, upTo]);
  const versions = { after: Number(rows[0]?.after ?? 0), upTo: Number(rows[0]?.up_to ?? 0) };
  const text = STORY_EVENTS_OF_TYPES[order];
  const { events, stopped } = await scanInSteps(db, text, { ...range, ...versions }, [types, story, upTo], hasPassed);
  if (stopped === null) return { events, stopped };
  const at = await db.query<{ position: string }>(POSITION_OF, [story, stopped]);
  return { events, stopped: Number(at.rows[0]?.position ?? 0) };
}

/**
 * Runs a statement over a range of positions, or of versions, in steps of `SCAN_SIZE`, until `limit` events are found
 * or the time has passed.
 *
 * @param more parameters of the statement after the first three
 */
async function scanInSteps(
  db: Pool | ClientBase,
  text: string,
  { after, upTo, limit, order }: Pick<EventQuery, 'after' | 'upTo' | 'limit' | 'order'>,
  more: readonly unknown[],
  hasPassed: () => boolean,
): Promise<FoundEvents> {
  const events: StoredEvent[] = [];
  for (let done = 0; done < upTo - after && events.length < limit; done += SCAN_SIZE) {
    if (done > 0 && hasPassed()) return { events, stopped: order === 'desc' ? upTo - done + 1 : after + done };
    const step =
      order === 'desc'
        ? [Math.max(upTo - done - SCAN_SIZE, after), upTo - done]
        : [after + done, Math.min(after + done + SCAN_SIZE, upTo)];
    const values = [...step, limit - events.length, ...more];
    events.push(...(await db.query<EventRow>(text, values)).rows.map(readRow));
  }
  return { events, stopped: null };
}

/** $1 ids */
const BY_ID = `
select ${EVENT_COLUMNS} from unnest($1::uuid[]) with ordinality u(id, n) join event e on e.id = u.id order by u.n`;

/** Reads events by their ids, in the order of `ids`; those that do not exist are left out. */
export async function readEventsById(db: Pool | ClientBase, ids: readonly string[]): Promise<StoredEvent[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<EventRow>(BY_ID, [ids]);
  return rows.map(readRow);
}

/** $1 positions */
const AT = `
select ${EVENT_COLUMNS} from unnest($1::bigint[]) u(position)
  join event e on e.position = u.position order by e.position`;

/** Reads the events at some positions, in the order of the log. */
export async function readEventsAt(db: Pool | ClientBase, positions: readonly number[]): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({ name: 'events-at', text: AT, values: [positions] });
  return rows.map(readRow);
}

/** $1 the fact's id: every correction, retraction and corroboration of it or of one of its accounts. */
const ABOUT = `select ${EVENT_COLUMNS} from event e where e.fact_id = $1 and e.target is not null order by e.position`;

/** Reads the events about a fact, oldest first. */
export async function readEventsAbout(db: Pool | ClientBase, factId: string): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>(ABOUT, [factId]);
  return rows.map(readRow);
}
