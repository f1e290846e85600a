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

/** How many events are looked at in one question for those of a type. */
const LOOKED_AT = 5_000;

/** $1 after, $2 up to */
const IN_LOG = `e.position > $1 and e.position <= $2`;

/**
 * The same by the index of a story's versions. Within a story, versions and positions rise together. Who goes on after an event of the story is placed by that; any other position
 * has to be looked for.
 */
const IN_STORY = `
       e.story = $4
   and e.version > coalesce(
         (select b.version from event b where b.position = $1 and b.story = $4),
         case when $1 > 0 then (select max(b.version) from event b where b.story = $4 and b.position <= $1) end, 0)
   and ${IN_LOG}`;

/** $3 limit */
const allOf = (where: string, order: string): string => `select ${EVENT_COLUMNS} from event e where ${where} order by ${order} limit $3`;

/** Of the events that are looked at, in order, those of a type, and the last in any case. */
const ofTypeOf = (where: string, order: string, type: string): string => `
select w.* from (
  select ${EVENT_COLUMNS}, e.type = ${type} as passes, row_number() over (order by ${order}) as nth
    from event e where ${where} order by ${order} limit ${LOOKED_AT}) w
 where w.passes or w.nth = ${LOOKED_AT}
 order by w.nth limit $3`;

const LOG = { all: allOf(IN_LOG, 'e.position'), ofType: ofTypeOf(IN_LOG, 'e.position', '$4') };
/** $4 story */
const STORY = { all: allOf(IN_STORY, 'e.version'), ofType: ofTypeOf(IN_STORY, 'e.version', '$5') };

/** Events in the order of the log. Positions have no gaps and become visible in order, so a reader that goes on after the last one misses none. */
export async function readEvents(db: Pool | ClientBase, query: EventQuery): Promise<StoredEvent[]> {
  const { upTo, limit, story, type } = query;
  const { all, ofType } = story === undefined ? LOG : STORY;
  const filters = [story, type].filter((one) => one !== undefined);
  if (type === undefined) return (await db.query<EventRow>(all, [query.after, upTo, limit, ...filters])).rows.map(readRow);
  const found: StoredEvent[] = [];
  for (let { after } = query; ;) {
    const { rows } = await db.query<EventRow & { passes: boolean; nth: string }>(ofType, [after, upTo, limit - found.length, ...filters]);
    found.push(...rows.filter(({ passes }) => passes).map(readRow));
    const last = rows.at(-1);
    if (found.length >= limit || !last || Number(last.nth) < LOOKED_AT) return found;
    after = Number(last.position);
  }
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
