import type { Pool } from 'pg';
import { GENESIS } from '../chain.js';
import { readHead, type LogHead } from '../read/read-head.js';
import { checkEvent, type Chain, type CheckedRow, type Problem } from './check-event.js';

/** A head of the log that somebody noted earlier: a log whose tail was cut no longer holds it. */
export interface NotedHead {
  position: number;
  /** sha256, hex. */
  hash: string;
}

export type VerifyProgress =
  | { kind: 'progress'; verified: number; of: number }
  | { kind: 'verified'; verified: number; head: string }
  | { kind: 'broken'; position: number; problem: string };

const PAGE = 5_000;

/** $1 after, $2 limit. The envelope as its stored text: the content hash covers every letter of it. */
const ROWS = `
select e.position, e.id, e.story, e.version, e.type, e.kind, e.target, e.fact_id, e.fact_type, e.request_end,
       (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us, e.recorded_by, e.content_hash, e.hash, e.envelope::text as envelope,
       case when e.target is not null then (select f.type from event f where f.id = e.fact_id) end as told_type
  from event e where e.position > $1 order by e.position limit $2`;

/**
 * Recomputes the whole log: each content hash, each link of the chain, each column that repeats a part of the envelope, dense positions and
 * versions, and that it ends at its head (and holds the head noted earlier, where one is given). Yields progress, and at the end the
 * verdict. Constant memory: a version per story and an entry per corroboration aside.
 */
export async function* verifyLog(pool: Pool, noted: NotedHead | null = null): AsyncGenerator<VerifyProgress> {
  const head = await readHead(pool);
  const chain: Chain = { position: 0, hash: GENESIS, versions: new Map(), facts: new Map(), request: null };
  const wrong = checkNoted(chain, noted);
  if (wrong) {
    yield { kind: 'broken', ...wrong };
    return;
  }
  let page = readPage(pool, 0);
  while (chain.position < head.position) {
    const rows = await page;
    if (rows.length === 0) break;
    // While these are checked, PostgreSQL reads the next ones.
    page = readPage(pool, Number(rows.at(-1)?.position));
    for (const row of rows) {
      const problem = checkEvent(chain, row) ?? checkNoted(chain, noted);
      if (problem) {
        yield { kind: 'broken', ...problem };
        return;
      }
      if (chain.position === head.position) break;
    }
    yield { kind: 'progress', verified: chain.position, of: head.position };
  }
  const problem = checkEnd(chain, head, noted) ?? (await checkAbove(pool));
  if (problem) {
    yield { kind: 'broken', ...problem };
    return;
  }
  yield { kind: 'verified', verified: chain.position, head: head.hash };
}

/** Nobody may come to ask for it, where something is wrong before: it then fails unheard. */
function readPage(pool: Pool, after: number): Promise<CheckedRow[]> {
  const page = pool.query<CheckedRow>(ROWS, [after, PAGE]).then(({ rows }) => rows);
  page.catch(() => undefined);
  return page;
}

function checkEnd(chain: Chain, head: LogHead, noted: NotedHead | null): Problem | null {
  if (chain.position < head.position) {
    return { position: chain.position + 1, problem: `the log ends at ${chain.position}, but its head says ${head.position}` };
  }
  if (chain.hash.toString('hex') !== head.hash)
    return { position: chain.position, problem: 'the head has another hash than the last event' };
  if (noted && noted.position > chain.position) {
    return { position: chain.position + 1, problem: `the log ends before the head that was noted, ${noted.position}` };
  }
  return null;
}

/** All of it in one snapshot: the log may grow meanwhile. */
const ABOVE = `select h.position, (select count(*) from event) as events, (select max(e.position) from event e) as last from log_head h`;

/** That no row stands above the head, where nothing follows it and nobody would look. */
async function checkAbove(pool: Pool): Promise<Problem | null> {
  const { rows } = await pool.query<{ position: string; events: string; last: string | null }>(ABOVE);
  const [row] = rows;
  if (!row || (row.events === row.position && (row.last ?? '0') === row.position)) return null;
  return {
    position: Number(row.position) + 1,
    problem: `the head stands at ${row.position}, but ${row.events} events are there, up to ${row.last}`,
  };
}

function checkNoted(chain: Chain, noted: NotedHead | null): Problem | null {
  if (!noted || noted.position !== chain.position || chain.hash.toString('hex') === noted.hash.toLowerCase()) return null;
  return { position: chain.position, problem: 'it has another hash than the head that was noted' };
}
