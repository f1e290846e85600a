import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { v4 } from 'uuid';
import { articleId, sha256Of } from '../../apps/server/src/articles/article.entity.js';
import { createTestDatabase } from '../support/database.js';
import type { Body } from '../support/load/drafts.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { expectSound } from '../support/load/sound.js';
import { openStories } from '../support/load/writers.js';
import type { Answer, TestServer } from '../support/server.js';
import { eventsOf, factOn, post, statusesOf } from './posting.js';

const ledger = new Ledger();
let servers: [TestServer, TestServer];
beforeAll(async () => {
  const fleet = new Fleet(await createTestDatabase());
  servers = [await fleet.start(), await fleet.start()];
  await openStories({ servers: () => fleet.up, ledger, stories: ['first', 'second', 'third'] });
});
/** Runs all at once, half of them on each server. */
const race = <T>(count: number, run: (server: TestServer, i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => run(servers[i % 2] as TestServer, i)));

const versionOf = async (story: string): Promise<number> => {
  const { body } = await servers[0].get(`/v1/events?story=${story}&limit=200`);
  return (body as { items: unknown[] }).items.length;
};

describe('many at once', () => {
  it('append with one expected version: one is recorded, the others get `version-mismatch`', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const version = await versionOf('first');
      const answers = await race(20, (server, i) =>
        post(server, ledger, factOn('first', `expecting-${round}-${i}`), { 'if-match': `"${version}"` }),
      );
      expect(statusesOf(answers)).toEqual({ 201: 1, 412: 19 });
      expect(
        answers
          .filter(({ status }) => status === 412)
          .every(({ body }) => (body as { code: string }).code === 'version-mismatch'),
      ).toBe(true);
      expect(await versionOf('first')).toBe(version + 1);
    }
  });

  it('send one Idempotency-Key: one event, and one answer for all', async () => {
    const before = await versionOf('first');
    const key = v4();
    const answers = await race(50, (server) =>
      post(server, ledger, factOn('first', 'once'), { 'idempotency-key': key }),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(statusesOf(answers)).toEqual({ 201: 50 });
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(49);
    expect(await versionOf('first')).toBe(before + 1);
  });

  it('send one Idempotency-Key for requests that differ: one is recorded, the others are refused', async () => {
    const key = v4();
    const answers = await race(10, (server, i) =>
      post(server, ledger, factOn('first', `not-the-same-${i}`), { 'idempotency-key': key }),
    );
    expect(statusesOf(answers)).toEqual({ 201: 1, 422: 9 });
  });

  it('send the same event ids to two servers: each is recorded once, and both answer with its position', async () => {
    const bodies = Array.from({ length: 24 }, (_, i) => ({ id: v4(), ...factOn('second', `same-${i}`) }));
    const answers = await race(96, (server, i) => post(server, ledger, bodies[Math.floor(i / 4)] as Body));
    expect(statusesOf(answers)).toEqual({ 201: 24, 200: 72 });
    expect(await versionOf('second')).toBe(25);
  });

  it('send batches that share some ids: each event is recorded once', async () => {
    const bodies = Array.from({ length: 12 }, (_, i) => ({ id: v4(), ...factOn('second', `shared-${i}`) }));
    ledger.sent(bodies);
    const before = await versionOf('second');
    const answers = await race(8, async (server, i) => {
      const some = bodies.slice(i, i + 5);
      const answer = await server.post('/v1/events', some);
      ledger.acknowledged(some, eventsOf(answer));
      return answer;
    });
    expect(answers.every(({ status }) => status === 201 || status === 200)).toBe(true);
    expect(await versionOf('second')).toBe(before + 12);
  });

  it('send one id for different events: one is recorded, the others conflict', async () => {
    const id = v4();
    const answers = await race(10, (server, i) =>
      post(server, ledger, { id, ...factOn('second', `other-content-${i}`) }),
    );
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 9 });
  });

  it('open one story: one does, the others get `story-exists`', async () => {
    const slugs = ['fourth', 'fifth', 'sixth', 'seventh'];
    const answers = await race(16, async (server, i) => {
      const slug = slugs[Math.floor(i / 4)] ?? '';
      const opening: Body = { type: 'StoryOpened', story: slug, data: { title: `The story ${slug}` } };
      ledger.sent([opening]);
      const answer = await server.post('/v1/stories', { slug, ...opening.data });
      if (answer.status === 201) ledger.acknowledged([opening], eventsOf(answer));
      return answer;
    });
    expect(statusesOf(answers)).toEqual({ 201: 4, 409: 12 });
    expect(
      answers
        .filter(({ status }) => status === 409)
        .every(({ body }) => (body as { code: string }).code === 'story-exists'),
    ).toBe(true);
  });

  it('file versions of one article: each becomes the next revision', async () => {
    const article = { headline: 'Envoys meet', publisher: 'Morning Gazette' };
    for (let round = 1; round <= 8; round += 1) {
      const url = `https://example.org/revised/${round}`;
      const answers = await race(40, (server, i) =>
        server.post('/v1/articles', { ...article, url, body: `Version ${i}` }),
      );
      expect(statusesOf(answers)).toEqual({ 201: 40 });
      const revisions = answers.map(({ body }) => (body as { revision: number }).revision);
      expect(revisions.sort((a, b) => a - b)).toEqual(answers.map((_, i) => i + 1));
    }
  });

  it('erase an article while it is filed: once the answer is 200, it is erased, with one audit entry', async () => {
    const words = { headline: 'Envoys meet', publisher: 'Morning Gazette' };
    for (let round = 1; round <= 150; round += 1) {
      const [url, body] = [`https://example.org/erased/${round}`, `Version ${round}`];
      const id = articleId(url, sha256Of(body));
      const [filed, erased] = await Promise.all([
        servers[0].post('/v1/articles', { ...words, url, body }),
        sleep(round % 5).then(() =>
          servers[1].request('DELETE', `/v1/admin/articles/${id}/body`, { reason: 'Withdrawn' }),
        ),
      ]);
      expect(filed.status).toBe(201);
      if (erased.status === 404) continue;
      expect(erased).toMatchObject({ status: 200, body: { erased: 'Withdrawn' } });
      expect((await servers[0].get(`/v1/articles/${id}`)).body).toMatchObject({ body: null, erased: 'Withdrawn' });
      const { body: audit } = await servers[0].get('/v1/admin/audit?action=article-erased&limit=1');
      expect(audit).toMatchObject({ items: [{ subject: id }] });
    }
  });

  it('record facts while their story is closed: stored ones come before, refused ones are not stored', async () => {
    const closing: Body = { ...factOn('third', 'end'), type: 'StoryClosed', data: {} };
    const before = await versionOf('third');
    const answers = await race(60, (server, i) =>
      post(server, ledger, i === 20 ? closing : factOn('third', `late-${i}`)),
    );
    const closed = answers[20] as Answer;
    expect(closed.status).toBe(201);
    const facts = answers.filter((answer) => answer !== closed);
    const recorded = facts.filter(({ status }) => status === 201);
    const refused = facts.filter(
      ({ status, body }) => status === 422 && (body as { code: string }).code === 'story-closed',
    );
    expect(recorded.length + refused.length).toBe(59);
    expect(refused.length).toBeGreaterThan(0);
    const version = eventsOf(closed)[0]?.version ?? 0;
    expect(version).toBe(before + recorded.length + 1);
    for (const answer of recorded) expect(eventsOf(answer)[0]?.version).toBeLessThan(version);
    expect(await post(servers[1], ledger, factOn('third', 'after-all'))).toMatchObject({ status: 422 });
  });

  it('correct a fact while it is retracted twice: one retraction is recorded, and no correction after it', async () => {
    const fact = await post(servers[0], ledger, factOn('first', 'disputed'));
    const target = eventsOf(fact)[0]?.id;
    const about = (type: string, name: string, data: object): Body => ({
      type,
      story: 'first',
      data: { target, reason: 'It is wrong.', ...data },
      source: {
        ...factOn('first', name).source,
        publisher: 'Evening Post',
        publishedAt: '2026-01-15',
        url: `https://example.org/first/${name}`,
      },
    });
    const answers = await race(30, (server, i) =>
      post(
        server,
        ledger,
        i === 10 || i === 11
          ? about('EventRetracted', `retraction-${i}`, {})
          : about('EventCorrected', `correction-${i}`, { certainty: 'confirmed' }),
      ),
    );
    const retractions = answers.slice(10, 12);
    expect(statusesOf(retractions)).toEqual({ 201: 1, 409: 1 });
    const retracted = eventsOf(retractions.find(({ status }) => status === 201) as Answer)[0]?.position ?? 0;
    for (const [i, answer] of answers.entries()) {
      if (i === 10 || i === 11) continue;
      expect([201, 409]).toContain(answer.status);
      if (answer.status === 201) expect(eventsOf(answer)[0]?.position).toBeLessThan(retracted);
    }
  });
});

describe('the log after all of that', () => {
  it.each([0, 1] as const)('is the same on server %i', async (i) => {
    await expectSound(servers[i], ledger);
  });
});
