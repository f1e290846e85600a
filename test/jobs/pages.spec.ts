import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, SummaryProbe } from './summary-probe.js';
import { fact, open, record } from './facts.js';

describe.each(backends)('the dashboard of the queues on %s', (backend) => {
  it('is shown to an admin with a session, who can retry a job that was given up', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    // It is not in the OpenAPI document, so it is requested without the client that checks answers against that.
    const ask = async (method: string, path: string, headers: Record<string, string>) => {
      const answer = await fetch(`${server.url}/admin/queues${path}`, { method, headers, redirect: 'manual' });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    };
    expect((await ask('GET', '/', { accept: 'application/json' })).status).toBe(401);
    const session = await server.request('POST', '/v1/session');
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const browse = (method: string, path: string) => ask(method, path, { cookie, 'sec-fetch-site': 'same-origin' });

    const page = await browse('GET', '/');
    expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
    const script = /src="(static\/js\/main[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await browse('GET', `/${script}`)).status).toBe(200);

    await open(server, ['one']);
    await probe.untilFresh();
    const [kept] = await probe.sql<{ item: object }>(`select item from view_version where subject = 'one'`);
    await probe.sql(`update view_version set item = '"broken"' where subject = 'one'`);
    await record(server, fact('one', 'something'));
    interface Listed {
      name: string;
      counts: Record<string, number>;
      jobs: { id: string; failedReason: string }[];
    }
    const listed = async (queue: string): Promise<Listed | undefined> => {
      const { text } = await browse('GET', `/api/queues?activeQueue=${queue}&status=failed&page=1`);
      return (JSON.parse(text) as { queues: Listed[] }).queues.find(({ name }) => name === queue);
    };
    const queues = ['briefs', 'digests'];
    for (const queue of queues)
      await until('it is given up', async () => (await listed(queue))?.counts['failed'] === 1, 30_000);
    await probe.sql(`update view_version set item = $1 where subject = 'one'`, [JSON.stringify(kept?.item)]);
    for (const queue of queues) {
      const [letter] = (await listed(queue))?.jobs ?? [];
      expect(letter?.failedReason).not.toBe('');
      expect((await browse('PUT', `/api/queues/${queue}/${letter?.id}/retry`)).status).toBe(204);
    }
    await probe.untilFresh();
    for (const queue of queues)
      await until('it is no longer listed', async () => (await listed(queue))?.counts['failed'] === 0);
  }, 60_000);
});
