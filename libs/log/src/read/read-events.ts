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
  type?: string | undefined;
}

/** $1 after, $2 up to, $3 limit */
const EVENTS = `select ${EVENT_COLUMNS} from event e where e.position > $1 and e.position <= $2 order by e.position limit $3`;

/** The same of a type. $4 type */
const OF_TYPE = `select ${EVENT_COLUMNS} from event e where e.position > $1 and e.position <= $2 and e.type = $4 order by e.position limit $3`;

/**
 * The version of a story's last event up to a position. Within a story, versions and positions rise together. Who goes
 * on after an event of the story is placed by that; any other position has to be looked for.
 */
const versionAt = (story: string, position: string): string => `
  coalesce((select b.version from event b where b.position = ${position} and b.story = ${story}),
           case when ${position} > 0 then (select max(b.version) from event b where b.story = ${story} and b.position <= ${position}) end, 0)`;

/** By the index of a story's versions. $1 after, $2 up to, $3 limit, $4 story */
const STORY_EVENTS = `
select ${EVENT_COLUMNS} from event e
 where e.story = $4 and e.version > ${versionAt('$4', '$1')} and e.position > $1 and e.position <= $2
 order by e.version limit $3`;

/** $1 position, $2 story: its version there, and its last one. */
const VERSIONS = `select ${versionAt('$2', '$1')} as after, coalesce((select s.version from stream s where s.story = $2), 0) as last`;

/** $1 after this version, $2 up to that one, $3 limit, $4 type, $5 story, $6 up to this position */
const STORY_EVENTS_OF_TYPE = `
select ${EVENT_COLUMNS} from event e
 where e.story = $5 and e.version > $1 and e.version <= $2 and e.position <= $6 and e.type = $4
 order by e.version limit $3`;

/** How many events are looked at in one question for those of a type. */
const LOOKED_AT = 10_000;

/**
 * Events in the order of the log. Positions have no gaps and become visible in order, so a reader that goes on after
 * the last one misses none.
 */
export async function readEvents(
  db: Pool | ClientBase,
  { after, upTo, limit, story, type }: EventQuery,
): Promise<StoredEvent[]> {
  if (story === undefined) {
    if (type === undefined) return (await db.query<EventRow>(EVENTS, [after, upTo, limit])).rows.map(readRow);
    return someAtATime(db, OF_TYPE, { after, upTo, limit }, [type]);
  }
  if (type === undefined)
    return (await db.query<EventRow>(STORY_EVENTS, [after, upTo, limit, story])).rows.map(readRow);
  const { rows } = await db.query<{ after: string; last: string }>(VERSIONS, [after, story]);
  const versions = { after: Number(rows[0]?.after ?? 0), upTo: Number(rows[0]?.last ?? 0) };
  return someAtATime(db, STORY_EVENTS_OF_TYPE, { ...versions, limit }, [type, story, upTo]);
}

/**
 * The first events that a statement finds in a span of positions, or of versions, of which it looks at a bounded part
 * at a time.
 */
async function someAtATime(
  db: Pool | ClientBase,
  text: string,
  { after, upTo, limit }: Pick<EventQuery, 'after' | 'upTo' | 'limit'>,
  besides: readonly unknown[],
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (let from = after; from < upTo && found.length < limit; from += LOOKED_AT) {
    const values = [from, Math.min(from + LOOKED_AT, upTo), limit - found.length, ...besides];
    found.push(...(await db.query<EventRow>(text, values)).rows.map(readRow));
  }
  return found;
}

/** $1 ids: the events themselves. */
const BY_ID = `select ${EVENT_COLUMNS} from unnest($1::uuid[]) with ordinality u(id, n) join event e on e.id = u.id order by u.n`;

/** Events by their ids, in the order asked for; those that do not exist are left out. */
export async function readEventsById(db: Pool | ClientBase, ids: readonly string[]): Promise<StoredEvent[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<EventRow>(BY_ID, [ids]);
  return rows.map(readRow);
}

/** $1 positions, which rise. */
const AT = `select ${EVENT_COLUMNS} from unnest($1::bigint[]) u(position) join event e on e.position = u.position order by e.position`;

/** The events at some positions, in the order of the log. */
export async function readEventsAt(db: Pool | ClientBase, positions: readonly number[]): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({ name: 'events-at', text: AT, values: [positions] });
  return rows.map(readRow);
}

/** $1 the fact's id: every correction, retraction and corroboration of it or of one of its accounts. */
const ABOUT = `select ${EVENT_COLUMNS} from event e where e.fact_id = $1 and e.target is not null order by e.position`;

/** The events about a fact, oldest first. */
export async function readEventsAbout(db: Pool | ClientBase, factId: string): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>(ABOUT, [factId]);
  return rows.map(readRow);
}
