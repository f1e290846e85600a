import type { PoolClient } from 'pg';

/** Rows deleted in one go: few enough that nobody waits for it. */
const AT_A_TIME = 2_000;
/**
 * How long a generation is kept once another took its place: who reads a long answer from it must come to the end.
 * Minutes.
 */
const KEPT = 15;
/** How often is looked for something to delete, milliseconds. */
const EVERY = 60_000;

const TABLES = ['view_version', 'dispute_record', 'subject_fact', 'halted_subject'] as const;

/** $1 how many, $2 minutes: rows of generations that were retired that long ago, of one table. */
const sweep = (table: (typeof TABLES)[number]): string => `
delete from ${table} where ctid = any (array(
  select r.ctid from projection p cross join lateral (select t.ctid from ${table} t where t.projection = p.id limit $1) r
   where p.status = 'retired' and p.changed_at < now() - $2 * interval '1 minute' limit $1))`;

/** Deletes, little by little, what retired generations have left. */
export class RetiredSweep {
  private next = 0;

  /** Whether it is time to look. */
  get due(): boolean {
    return performance.now() >= this.next;
  }

  /** Deletes some rows. Whether there may be more. */
  async step(client: PoolClient): Promise<boolean> {
    for (const table of TABLES) {
      const { rowCount } = await client.query(sweep(table), [AT_A_TIME, KEPT]);
      if (rowCount) return true;
    }
    this.next = performance.now() + EVERY;
    return false;
  }
}
