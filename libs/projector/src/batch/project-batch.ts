import { readEvents } from '#log/read/read-events.js';
import { requestEndAt } from '#log/read/position-at.js';
import { readHead } from '#log/read/read-head.js';
import type { AnyView } from '#views/define-view.js';
import type { PoolClient } from 'pg';
import { BEGIN_BY_INDEX } from './begin.js';
import { factChanges } from './fact-changes.js';
import { foldViews, type ViewInHand } from './fold-views.js';
import { loadForms } from './load-forms.js';
import { haltProjection, readProjections } from './projections.js';
import type { SubjectInHand } from './subject-in-hand.js';
import { TailCache } from './tail-cache.js';
import { writeFacts } from './write-facts.js';
import { writeViews } from './write-views.js';

export type BatchOutcome =
  | { kind: 'moved'; from: number; position: number; events: number; more: boolean; halted: { view: string; message: string }[] }
  /** Nothing to do. */
  | { kind: 'idle'; position: number }
  /** Another process is at it. */
  | { kind: 'busy' }
  /** The database holds views that this program does not have, or has in another version: it must not move them. */
  | { kind: 'foreign'; views: string[] };

/**
 * Projects the next events into `fact` and all healthy views, in one transaction with the one checkpoint: each event takes effect exactly once
 * with any number of servers, and all views stand at the same position.
 *
 * @param size about how many events; whole requests are taken, so it can be up to 999 more
 * @param cache kept from batch to batch by one projector: spares it reading what it has just written
 */
export async function projectBatch(
  client: PoolClient,
  views: readonly AnyView[],
  size: number,
  cache = new TailCache(),
): Promise<BatchOutcome> {
  await client.query(BEGIN_BY_INDEX);
  try {
    const { outcome, subjects } = await inTransaction(client, views, size, cache);
    await client.query(outcome.kind === 'moved' ? 'commit' : 'rollback');
    if (outcome.kind === 'moved') cache.keep(outcome.position, subjects);
    return outcome;
  } catch (error) {
    cache.clear();
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

interface Done {
  outcome: BatchOutcome;
  subjects: SubjectInHand[];
}

const nothing = (outcome: BatchOutcome): Done => ({ outcome, subjects: [] });

async function inTransaction(client: PoolClient, views: readonly AnyView[], size: number, cache: TailCache): Promise<Done> {
  // The lock makes two projectors take turns; whoever finds it held leaves the batch to the other.
  const locked = await client.query<{ position: string }>('select position from checkpoint for update skip locked');
  if (!locked.rows[0]) return nothing({ kind: 'busy' });
  const from = Number(locked.rows[0].position);
  const head = await readHead(client);
  if (head.position <= from) return nothing({ kind: 'idle', position: from });
  const { inHand, foreign } = match(views, await readProjections(client));
  if (foreign.length > 0) return nothing({ kind: 'foreign', views: foreign });
  cache.beginAt(from);

  const upTo = head.position - from <= size ? head.position : ((await requestEndAt(client, from + size)) ?? head.position);
  const events = await readEvents(client, { after: from, upTo, limit: upTo - from });
  if (events.length !== upTo - from) throw new Error(`the log lacks events between ${from + 1} and ${upTo}`);
  const changes = factChanges(events, await loadForms(client, events));
  await writeFacts(client, changes);
  const folded = await foldViews(client, inHand, changes, from, cache);
  await writeViews(client, folded.works);
  for (const { projection, failure, foldedTo } of folded.failures) await haltProjection(client, projection, foldedTo, failure);
  await client.query('update checkpoint set position = $1', [upTo]);
  const halted = folded.failures.map(({ projection, failure }) => ({
    view: inHand.find((one) => one.projection === projection)?.view.name ?? '',
    message: failure.message,
  }));
  const subjects = folded.works.flatMap((work) => work.subjects);
  return { outcome: { kind: 'moved', from, position: upTo, events: events.length, more: upTo < head.position, halted }, subjects };
}

function match(
  views: readonly AnyView[],
  projections: Awaited<ReturnType<typeof readProjections>>,
): { inHand: ViewInHand[]; foreign: string[] } {
  const active = projections.filter((one) => one.status === 'active');
  const inHand = active.flatMap(({ id, view: name, version }) => {
    const view = views.find((one) => one.name === name && one.version === version);
    return view ? [{ projection: id, view }] : [];
  });
  const foreign = active.filter(({ id }) => !inHand.some((one) => one.projection === id)).map(({ view, version }) => `${view} ${version}`);
  return { inHand, foreign };
}
