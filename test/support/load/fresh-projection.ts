import type pg from 'pg';
import { registerViews } from '#projector/store/generations.js';
import { projectBatch } from '#projector/write/project-batch.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { asOwner } from '../log.js';

/**
 * What is no projection: the log, and what else is recorded rather than folded. Every other table of the schema is made
 * anew.
 */
const RECORDED = ['event', 'log_head', 'stream', 'idempotency', 'article', 'schema_migration'];

/**
 * The rows of the views and facts as they are in a schema, views by their names so that generations can be compared.
 */
const rowsIn = (schema: string): string[] => [
  `select 'row of a view' as what, p.view, v.subject, v.valid_from, v.position, v.known_from, v.known_to, concat_ws(' ', v.brings, v.horizon, v.story, v.item, v.state, v.whole_valid_from, v.whole_position, v.whole_known_from, v.list_1, v.list_2) as rest
     from ${schema}.view_version v join ${schema}.projection p on p.id = v.projection and p.status = 'active'`,
  `select 'fact of a subject', p.view, s.subject, s.valid_from, s.position, s.known_from, s.known_to, concat_ws(' ', s.fact_id, s.story)
     from ${schema}.subject_fact s join ${schema}.projection p on p.id = s.projection and p.status = 'active'`,
  `select 'fact', f.type, f.id::text, f.valid_from, f.position, f.known_from, f.known_to,
          concat_ws(' ', f.story, f.revises, f.retracted, f.parties, f.persons, f.publishers, f.form)
     from ${schema}.fact f`,
];

/** A few rows that are in the one or the other only. */
const DIFFERENCES = rowsIn('public')
  .map((kept, i) => {
    const anew = rowsIn('anew')[i] ?? '';
    return `select 'only kept' as only, to_json(k)::text as row from (${kept} except all ${anew}) k
            union all select 'only anew', to_json(a)::text from (${anew} except all ${kept}) a`;
  })
  .join(' union all ')
  .concat(' limit 6');

/**
 * Projects a log anew, into a schema of its own beside the tables that the servers keep, by one projector that nobody
 * disturbs. Kept from check to check, it goes on where it stood.
 */
export class FreshProjection {
  /**
   * @param ownerUrl the database, as its owner
   * @param batch events in one batch, about
   * @param of the views
   */
  constructor(
    private readonly ownerUrl: string,
    private readonly batch = 331,
    private readonly of: readonly AnyView[] = views,
  ) {}

  /**
   * Brings it to the head of the log and compares all rows. The servers must have projected all, and nobody may write
   * meanwhile.
   *
   * @returns the rows that only one of the two has, a few of them
   */
  async differences(): Promise<string[]> {
    return asOwner(this.ownerUrl, async (owner) => {
      const failure = await this.project(owner).catch((error: Error) => error);
      if (failure) return [`the log cannot be projected anew: ${failure.message}`];
      const { rows } = await owner.query<{ only: string; row: string }>(DIFFERENCES);
      return rows.map(({ only, row }) => `${only}: ${row}`);
    });
  }

  /** Drops it, so that the next comparison begins at the first event. */
  async forget(): Promise<void> {
    await asOwner(this.ownerUrl, (owner) => owner.query('drop schema if exists anew cascade'));
  }

  private async project(client: pg.Client): Promise<void> {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'anew'`);
    if (rowCount === 0) {
      await client.query('create schema anew');
      const { rows } = await client.query<{ name: string }>(
        `select tablename::text as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
        [RECORDED],
      );
      for (const { name } of rows) await client.query(`create table anew.${name} (like public.${name} including all)`);
      await client.query('insert into anew.checkpoint (position) values (0)');
    }
    await client.query('set search_path = anew, public');
    // What is projected by takes a lent connection; this one is held all the time.
    const held = Object.assign(client, { release: () => undefined });
    await registerViews(held, this.of);
    while ((await projectBatch(held, this.of, this.batch)).kind === 'moved');
    await client.query('reset search_path');
  }
}
