import { expect, it } from '@jest/globals';
import { sweepIdempotency } from '#log/append/idempotency.js';
import { asOwner, openLog } from '../support/log.js';

it('Idempotency-Keys are deleted an hour after they expire, and not before', async () => {
  const { pool, ownerUrl } = await openLog();
  await asOwner(ownerUrl, (owner) =>
    owner.query(
      `insert into idempotency (holder, key, fingerprint, recorded_at, ids, duplicates)
       select 'desk', n::text, '', now() - case when n <= 2500 then interval '25 hours 1 minute'
                                                else interval '24 hours 59 minutes' end, '{}', '{}'
         from generate_series(1, 2510) n`,
    ),
  );
  expect(await sweepIdempotency(pool)).toBe(2500);
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from idempotency');
  expect(rows).toEqual([{ count: 10 }]);
  expect(await sweepIdempotency(pool)).toBe(0);
});
