import { expect } from '@jest/globals';
import type pg from 'pg';
import type { AppendResult, NewEvent } from '#log/append/append-request.js';
import { Appender } from '#log/append/appender.js';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';

/** The views of a program that has one of them in a higher version. */
export const withNewer = (name: string): AnyView[] =>
  views.map((view) => (view.name === name ? { ...view, version: view.version + 1 } : view));

/** How many requests are appended at once. */
const AT_ONCE = 64;

/** Records requests, in this order. */
export async function record(pool: pg.Pool, requests: Iterable<NewEvent[]>): Promise<void> {
  const appender = new Appender(pool);
  const pending: Promise<AppendResult>[] = [];
  const settle = async (): Promise<void> => {
    for (const result of await Promise.all(pending.splice(0))) expect(result).toMatchObject({ ok: true });
  };
  for (const events of requests) {
    pending.push(appender.append({ events, recordedBy: 'test' }));
    if (pending.length === AT_ONCE) await settle();
  }
  await settle();
  await appender.close();
}

/** Deletes all rows of the views. */
export async function clear(pool: pg.Pool): Promise<void> {
  const tables = ['fact', 'subject_fact', 'view_version', 'dispute_record', 'halted_subject', 'projection'];
  for (const table of tables) await pool.query(`delete from ${table}`);
  await pool.query('update checkpoint set position = 0');
}

/** `isCached`: the projector keeps the ends of histories from batch to batch, instead of reading them again. */
export async function project(
  pool: pg.Pool,
  size: number,
  withViews: readonly AnyView[] = views,
  isCached = true,
  budget?: number,
): Promise<void> {
  const cache = isCached ? new HistoryCache() : undefined;
  await withClient(pool, (client) => projectOn(client, size, cache, withViews, budget));
}

/** The same on a given connection, with a given cache. */
export async function projectOn(
  client: pg.PoolClient,
  size: number,
  cache?: HistoryCache,
  withViews: readonly AnyView[] = views,
  budget?: number,
): Promise<void> {
  while ((await projectBatch(client, withViews, size, cache, budget)).kind === 'moved');
}

/** Projects all events from the first. `budget`: the work that one request may make for one subject. */
export async function fresh(pool: pg.Pool, size: number, isCached = true, budget?: number): Promise<unknown[]> {
  await clear(pool);
  await withClient(pool, (client) => registerViews(client, views));
  await project(pool, size, views, isCached, budget);
  return rows(pool);
}

/** The halted subjects of the generations that are not retired. */
export async function halts(
  pool: pg.Pool,
): Promise<{ view: string; subject: string; position: number; reason: string; retry: boolean }[]> {
  const { rows } = await pool.query<{
    view: string;
    subject: string;
    position: number;
    reason: string;
    retry: boolean;
  }>(
    `select p.view, h.subject, h.position::float8 as position, h.reason, h.retry
       from halted_subject h join projection p on p.id = h.projection and p.status <> 'retired' order by 1, 2`,
  );
  return rows;
}

/** All rows of the views and facts, by view name, so that generations can be compared. */
export async function rows(pool: pg.Pool): Promise<unknown[]> {
  const versions = await pool.query(
    `select p.view, v.subject, v.valid_from, v.position, v.known_from, v.known_to, v.brings, v.horizon, v.story,
            v.item::text, v.state, v.whole_valid_from, v.whole_position, v.whole_known_from, v.opens_run, v.run_from,
            v.list_1, v.list_2
       from view_version v join projection p on p.id = v.projection and p.status <> 'retired' order by 1, 2, 3, 4, 5`,
  );
  const subjectFacts = await pool.query(
    `select p.view, s.subject, s.valid_from, s.position, s.known_from, s.known_to, s.fact_id, s.story, s.claim
       from subject_fact s join projection p on p.id = s.projection and p.status <> 'retired' order by 1, 2, 3, 4, 5`,
  );
  const records = await pool.query(
    `select p.view, d.subject, d.key, d.day, d.known_from, d.known_to, d.disputes::text
       from dispute_record d join projection p on p.id = d.projection and p.status <> 'retired' order by 1, 2, 3, 5`,
  );
  const facts = await pool.query(`select *, form::text as form from fact order by position, known_from`);
  return [versions.rows, subjectFacts.rows, records.rows, facts.rows];
}
