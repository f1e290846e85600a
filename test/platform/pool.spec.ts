import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '#platform/database/pool.js';
import { asAdmin, createTestDatabase } from '../support/database.js';

async function poolOf(max: number) {
  const { url } = await createTestDatabase();
  const lines: string[] = [];
  const logger = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const pool = createPool(url, { name: 'test', max }, logger);
  const cutAll = async () => {
    await asAdmin(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
    );
    await sleep(200);
  };
  return { pool, url, lines, cutAll };
}

describe('a pool whose connections are cut', () => {
  it('logs the loss of an idle one, and opens another', async () => {
    const { pool, lines, cutAll } = await poolOf(1);
    await pool.query('select 1');
    await cutAll();
    expect(lines.join()).toContain('"pool":"test","err":{"type":"DatabaseError"');
    expect(lines.join()).toContain('"msg":"an idle database connection broke"');
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('survives the loss of one that is in use, whose holder learns of it by the next query', async () => {
    const { pool, cutAll } = await poolOf(1);
    const client = await pool.connect();
    await client.query('begin');
    await cutAll();
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('disables JIT, whatever the setting of the database', async () => {
    const { pool, url } = await poolOf(1);
    await asAdmin(`alter database ${new URL(url).pathname.slice(1)} set jit = on`);
    expect((await pool.query<{ jit: string }>('show jit')).rows).toEqual([{ jit: 'off' }]);
    await pool.end();
  });

  it('sets the name of its connections', async () => {
    const { pool } = await poolOf(1);
    const { rows } = await pool.query<{ name: string }>(`select current_setting('application_name') as name`);
    expect(rows).toEqual([{ name: 'dateline-test' }]);
    await pool.end();
  });
});
