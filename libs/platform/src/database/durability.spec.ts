import { describe, expect, it } from '@jest/globals';
import type { ClientBase } from 'pg';
import { checkDurability } from './durability.js';

/** A connection to a healthy database, except for these facts. */
function connectionTo(facts: object): ClientBase {
  const healthy = {
    role: 'dateline',
    version: 18,
    version_text: '18.4',
    encoding: 'UTF8',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  };
  return { query: () => Promise.resolve({ rows: [{ ...healthy, ...facts }] }) } as unknown as ClientBase;
}

describe('the durability of a database', () => {
  it.each([
    ['of the oldest version', { version: 15, version_text: '15.0' }],
    ['that also waits for a standby', { synchronous_commit: 'remote_apply' }],
    ['that waits for its own disk', { synchronous_commit: 'local' }],
  ])('%s is accepted', async (_, facts) => {
    expect(await checkDurability(connectionTo(facts))).toMatchObject({ role: 'dateline', problems: [] });
  });

  it.each([
    ['of an older version', { version: 14, version_text: '14.19' }, 'it is PostgreSQL 14.19; 15 or newer is needed.'],
    ['of another encoding', { encoding: 'SQL_ASCII' }, 'its encoding is SQL_ASCII; create it again'],
    ['without fsync', { fsync: 'off' }, 'fsync is off'],
    ['without full pages', { full_page_writes: 'off' }, 'full_page_writes is off'],
    [
      'that does not wait for its disk',
      { synchronous_commit: 'off' },
      'synchronous_commit is off for the role dateline',
    ],
  ])('%s is refused', async (_, facts, problem) => {
    const { problems } = await checkDurability(connectionTo(facts));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});
