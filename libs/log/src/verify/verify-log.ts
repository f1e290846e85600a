import type { ClientBase, Pool } from 'pg';
import { inTransaction, withClient } from '#platform/database/in-transaction.js';
import { readHead } from '../read/read-head.js';
import { checkBodies, Citations } from './check-articles.js';
import { checkEvent, startOfChain, type Chain, type CheckedRow } from './check-event.js';
import { checkHead, checkStreams, checkTrustedHead, eventAboveHead, type TrustedHead } from './check-heads.js';
import type { Problem } from './problem.js';

export type { TrustedHead } from './check-heads.js';

export type VerifyProgress =
  /** `articles`: how many bodies were checked, once all events are verified. */
  | { kind: 'progress'; verified: number; of: number; articles?: number }
  | { kind: 'verified'; verified: number; head: string }
  | ({ kind: 'broken' } & Problem);

const PAGE = 5_000;

/** $1 after, $2 limit. The envelope as its stored text, because the content hash covers every letter of it. */
const ROWS = `
select e.position, e.id, e.story, e.version, e.type, e.kind, e.target, e.fact_id, e.fact_type, e.request_end,
       (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us, e.recorded_by, e.content_hash, e.hash,
       e.envelope::text as envelope,
       case when e.target is not null then (select f.type from event f where f.id = e.fact_id) end as actual_fact_type
  from event e where e.position > $1 order by e.position limit $2`;

/**
 * One snapshot for the head, the streams, and the events that were recorded during the check. It is short, so that it
 * delays no vacuum.
 */
const ONE_SNAPSHOT = 'begin isolation level repeatable read read only';

/**
 * Verifies the whole log: each content hash, each hash of the chain, each column that repeats a part of the envelope,
 * positions and versions without gaps, and times that never fall. It checks that the log ends at its head, and contains
 * the trusted head if one is given. Then it checks the streams, that each cited article is filed with the cited sha256,
 * and that each stored body has that sha256. Yields progress, and at the end the result. Memory is constant, except for
 * a version per story and an entry per corroboration.
 */
export async function* verifyLog(pool: Pool, trusted: TrustedHead | null = null): AsyncGenerator<VerifyProgress> {
  const chain = startOfChain();
  const problem = (yield* checkEvents(pool, chain, trusted)) ?? (yield* checkArticles(pool, chain));
  if (problem) yield { kind: 'broken', ...problem };
  else yield { kind: 'verified', verified: chain.position, head: chain.hash.toString('hex') };
}

/**
 * Advances the chain to the end of the log. Yields progress, and returns the first problem of events, head or streams.
 */
async function* checkEvents(
  pool: Pool,
  chain: Chain,
  trusted: TrustedHead | null,
): AsyncGenerator<VerifyProgress, Problem | null> {
  const { position: of } = await readHead(pool);
  const wrong = checkTrustedHead(chain, trusted);
  if (wrong) return wrong;
  let page = readPage(pool, 0);
  while (chain.position < of) {
    const rows = await page;
    const last = rows.at(-1);
    if (!last) break;
    // PostgreSQL reads the next page while this one is checked.
    if (Number(last.position) < of) page = readPage(pool, Number(last.position));
    const problem = await checkPage(pool, chain, rows, trusted);
    if (problem) return problem;
    yield { kind: 'progress', verified: chain.position, of: Math.max(of, chain.position) };
  }
  return withClient(pool, (client) => checkEnd(pool, client, chain, trusted));
}

async function* checkArticles(pool: Pool, { position }: Chain): AsyncGenerator<VerifyProgress, Problem | null> {
  const bodies = checkBodies(pool);
  for (;;) {
    const step = await bodies.next();
    if (step.done) return step.value;
    yield { kind: 'progress', verified: position, of: position, articles: step.value };
  }
}

/** If a problem is found before, nobody awaits the page: then its rejection must not count as unhandled. */
function readPage(db: Pool | ClientBase, after: number): Promise<CheckedRow[]> {
  const page = db.query<CheckedRow>(ROWS, [after, PAGE]).then(({ rows }) => rows);
  page.catch(() => undefined);
  return page;
}

/** Checks the next rows, and advances the chain. Returns the first problem in them. */
async function checkPage(
  pool: Pool,
  chain: Chain,
  rows: CheckedRow[],
  trusted: TrustedHead | null,
): Promise<Problem | null> {
  const citations = new Citations();
  let problem: Problem | null = null;
  for (const row of rows) {
    problem = checkEvent(chain, row, (citation) => citations.add(citation)) ?? checkTrustedHead(chain, trusted);
    if (problem) break;
  }
  // The citations are those of the events before the problem, so a problem of theirs comes first.
  return (await citations.check(pool)) ?? problem;
}

/** Checks the events that were recorded meanwhile, the head and the streams. */
async function checkEnd(
  pool: Pool,
  client: ClientBase,
  chain: Chain,
  trusted: TrustedHead | null,
): Promise<Problem | null> {
  return inTransaction(
    client,
    ONE_SNAPSHOT,
    () => checkSnapshot(pool, client, chain, trusted),
    () => false,
  );
}

async function checkSnapshot(
  pool: Pool,
  client: ClientBase,
  chain: Chain,
  trusted: TrustedHead | null,
): Promise<Problem | null> {
  const head = await readHead(client);
  for (
    let rows = await readPage(client, chain.position);
    rows.length > 0;
    rows = await readPage(client, chain.position)
  ) {
    const inLog = rows.filter((row) => Number(row.position) <= head.position);
    const problem = await checkPage(pool, chain, inLog, trusted);
    if (problem) return problem;
    if (inLog.length < rows.length && chain.position === head.position) return eventAboveHead(head.position);
    if (inLog.length === 0) break;
  }
  return (await checkHead(client, chain, head, trusted)) ?? checkStreams(client, chain);
}
