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

/** $1 after, $2 up to, $3 limit, $4 story or null, $5 type or null */
const EVENTS = `
select ${EVENT_COLUMNS} from event e
 where e.position > $1 and e.position <= $2 and ($4::text is null or e.story = $4) and ($5::text is null or e.type = $5)
 order by e.position limit $3`;

/** The same by the index of a story's versions. Within a story, versions and positions rise together. */
const STORY_EVENTS = `
select ${EVENT_COLUMNS} from event e
 where e.story = $4 and e.version > coalesce((select max(b.version) from event b where b.story = $4 and b.position <= $1), 0)
   and e.position > $1 and e.position <= $2 and ($5::text is null or e.type = $5)
 order by e.version limit $3`;

/** Events in the order of the log. Positions have no gaps and become visible in order, so a reader that goes on after the last one misses none. */
export async function readEvents(db: Pool | ClientBase, query: EventQuery): Promise<StoredEvent[]> {
  const values = [query.after, query.upTo, query.limit, query.story ?? null, query.type ?? null];
  const { rows } = await db.query<EventRow>(query.story === undefined ? EVENTS : STORY_EVENTS, values);
  return rows.map(readRow);
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
