import { expect, it } from '@jest/globals';
import { createKey, listKeys, recordKeyUses } from '#platform/keys/key-store.js';
import { openLog } from '../support/log.js';

const ACTOR = { actor: 'admin', address: '127.0.0.1', requestId: null };
const KEYS = 400;

it('two processes record uses of the same keys in any order without a deadlock, and the latest use stays', async () => {
  const { pool } = await openLog();
  const ids: string[] = [];
  for (let n = 0; n < KEYS; n += 1) {
    const made = await createKey(pool, ACTOR, { name: `Key ${n}`, role: 'reader', expiresAt: null });
    ids.push(made?.record.id ?? '');
  }
  const began = Date.UTC(2026, 0, 1);
  const usedAt = (order: readonly string[], round: number) =>
    recordKeyUses(pool, new Map(order.map((id) => [id, began + round])));
  for (let round = 1; round <= 30; round += 1) {
    await Promise.all([usedAt(ids, round), usedAt([...ids].reverse(), round - 1)]);
  }
  const uses = (await listKeys(pool, null, KEYS)).map(({ lastUsedAt }) => lastUsedAt?.getTime());
  expect(uses).toEqual(Array<number>(KEYS).fill(began + 30));
});
