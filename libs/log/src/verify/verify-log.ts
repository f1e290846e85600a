import type { ClientBase, Pool } from 'pg';
import { withClient } from '#platform/database/with-client.js';
import { readHead } from '../read/read-head.js';
import { checkBodies, Citations } from './check-articles.js';
import { checkEvent, startOfChain, type Chain, type CheckedRow } from './check-event.js';
import { checkHead, checkNoted, outside, type TrustedHead } from './check-head.js';
import { checkStreams } from './check-streams.js';
import type { Problem } from './problem.js';

export type { TrustedHead } from './check-head.js';

export type VerifyProgress =
  /** `articles`: how many bodies were looked at, once all events are verified. */
  | { kind: 'progress'; verified: number; of: number; articles?: number }
  | { kind: 'verified'; verified: number; head: string }
  | ({ kind: 'broken' } & Problem);

const PAGE = 5_000;

/** $1 after, $2 limit. The envelope as its stored text: the content hash covers every letter of it. */
const ROWS = `
select e.position, e.id, e.story, e.version, e.type, e.kind, e.target, e.fact_id, e.fact_type, e.request_end,
       (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us, e.recorded_by, e.content_hash, e.hash, e.envelope::text as envelope,
       case when e.target is not null then (select f.type from event f where f.id = e.fact_id) end as told_type
  from event e where e.position > $1 order by e.position limit $2`;

/**
 * What was recorded while the rest was verified, the head and the streams are read at one moment: short, so that it
 * holds up no vacuum.
 */
const ONE_SNAPSHOT = 'begin isolation level repeatable read read only';

/**
 * Recomputes the whole log: each content hash, each link of the chain, each column that repeats a part of the envelope,
 * dense positions and versions, times that never fall, and that it ends at its head (and holds the head noted earlier,
 * where one is given). Then what stands beside it: the streams' heads, that each article that is cited is filed with
 * the sha256 that was cited, and that each body that is kept has it. Yields progress, and at the end the verdict.
 * Constant memory: a version per story and an entry per corroboration aside.
 */
export async function* verifyLog(pool: Pool, noted: TrustedHead | null = null): AsyncGenerator<VerifyProgress> {
  const chain = startOfChain();
  const problem = (yield* checkEvents(pool, chain, noted)) ?? (yield* checkArticles(pool, chain));
  if (problem) yield { kind: 'broken', ...problem };
  else yield { kind: 'verified', verified: chain.position, head: chain.hash.toString('hex') };
}

/**
 * Takes the chain to the end of the log. Yields progress, and returns the first thing that is wrong with the events,
 * the head or the streams.
 */
async function* checkEvents(
  pool: Pool,
  chain: Chain,
  noted: TrustedHead | null,
): AsyncGenerator<VerifyProgress, Problem | null> {
  const { position: of } = await readHead(pool);
  const wrong = checkNoted(chain, noted);
  if (wrong) return wrong;
  let page = readPage(pool, 0);
  while (chain.position < of) {
    const rows = await page;
    const last = rows.at(-1);
    if (!last) break;
    // While these are checked, PostgreSQL reads the next ones.
    if (Number(last.position) < of) page = readPage(pool, Number(last.position));
    const problem = await checkPage(pool, chain, rows, noted);
    if (problem) return problem;
    yield { kind: 'progress', verified: chain.position, of: Math.max(of, chain.position) };
  }
  return withClient(pool, (client) => checkEnd(pool, client, chain, noted));
}

async function* checkArticles(pool: Pool, { position }: Chain): AsyncGenerator<VerifyProgress, Problem | null> {
  const bodies = checkBodies(pool);
  for (;;) {
    const step = await bodies.next();
    if (step.done) return step.value;
    yield { kind: 'progress', verified: position, of: position, articles: step.value };
  }
}

/** Nobody may come to ask for it, where something is wrong before: it then fails unheard. */
function readPage(db: Pool | ClientBase, after: number): Promise<CheckedRow[]> {
  const page = db.query<CheckedRow>(ROWS, [after, PAGE]).then(({ rows }) => rows);
  page.catch(() => undefined);
  return page;
}

/** Checks some rows that follow the chain; what comes first in them is what is wrong. */
async function checkPage(
  pool: Pool,
  chain: Chain,
  rows: CheckedRow[],
  noted: TrustedHead | null,
): Promise<Problem | null> {
  const citations = new Citations();
  let problem: Problem | null = null;
  for (const row of rows) {
    problem = checkEvent(chain, row, (citation) => citations.add(citation)) ?? checkNoted(chain, noted);
    if (problem) break;
  }
  // Those of the events before the one that is wrong.
  return (await citations.check(pool)) ?? problem;
}

/** What was recorded meanwhile, the head and the streams. */
async function checkEnd(
  pool: Pool,
  client: ClientBase,
  chain: Chain,
  noted: TrustedHead | null,
): Promise<Problem | null> {
  await client.query(ONE_SNAPSHOT);
  const problem = await checkSnapshot(pool, client, chain, noted);
  await client.query('rollback');
  return problem;
}

async function checkSnapshot(
  pool: Pool,
  client: ClientBase,
  chain: Chain,
  noted: TrustedHead | null,
): Promise<Problem | null> {
  const head = await readHead(client);
  for (
    let rows = await readPage(client, chain.position);
    rows.length > 0;
    rows = await readPage(client, chain.position)
  ) {
    const within = rows.filter((row) => Number(row.position) <= head.position);
    const problem = await checkPage(pool, chain, within, noted);
    if (problem) return problem;
    if (within.length < rows.length && chain.position === head.position) return outside(head.position);
    if (within.length === 0) break;
  }
  return (await checkHead(client, chain, head, noted)) ?? checkStreams(client, chain);
}
