import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStory, tariff } from '../http/recording.js';
import { startOwnPostgres } from '../support/own-postgres.js';
import { startServer } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';
import { until } from '../support/until.js';

/** A small disk of its own, in memory, that can be filled; `null` where this user may not mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=755', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  stopAfterwards(() => {
    execFileSync('umount', ['--lazy', folder]);
    return Promise.resolve(rmSync(folder, { recursive: true }));
  });
  chmodSync(folder, 0o755);
  return folder;
}

const disk = smallDisk();

/** Writes a file until there is no room for another page. */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  for (let size = 2 ** 20; size >= 4096;) {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < size) size /= 2;
    else appendFileSync(file, Buffer.alloc(size));
  }
  return file;
}

(disk === null ? describe.skip : describe)('a disk that is full', () => {
  it('writes are refused with 503 while reads go on, and writes are accepted again once there is room', async () => {
    const folder = disk ?? '';
    const postgres = await startOwnPostgres(folder);
    const server = await startServer({}, { databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await openStory(server, 'full');
    expect((await server.post('/v1/events', tariff('full', '2025-02-04', 10), { prefer: 'wait=10' })).status).toBe(201);
    const filler = fill(folder);

    // Pages that exist already still have room for some events. After that, no page can be added.
    const batch = (n: number) =>
      Array.from({ length: 200 }, (_, i) => tariff('full', '2025-02-04', (n * 200 + i) % 900));
    let recorded = 0;
    let refused: Awaited<ReturnType<typeof server.post>> | null = null;
    for (let n = 0; n < 50 && !refused; n++) {
      const answer = await server.post('/v1/events', batch(n));
      if (answer.status === 201) recorded += 200;
      else refused = answer;
    }
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const path of ['/v1/stories', '/v1/stories/full', '/v1/stories/full/timeline', '/v1/events', '/readyz'])
      expect([path, (await server.get(path)).status]).toEqual([path, 200]);

    rmSync(filler);
    await until(
      'there is room again',
      async () => (await server.post('/v1/events', tariff('full', '2025-02-05', 20))).status === 201,
    );
    const verdict = await server.request('POST', '/v1/admin/log/verify');
    const { verified } = JSON.parse(verdict.text.trim().split('\n').at(-1) ?? '') as { verified: number };
    expect(verified).toBeGreaterThanOrEqual(recorded + 3);
  }, 120_000);
});
