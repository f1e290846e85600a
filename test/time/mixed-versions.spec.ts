import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { AuditBody } from '../../apps/server/src/admin/audit.controller.js';
import { ProjectionsBody } from '../../apps/server/src/admin/projections.controller.js';
import type { AnyView } from '#views/define-view.js';
import { deals } from '#views/deals.js';
import { tariffs } from '#views/tariffs.js';
import { views } from '#views/registry.js';
import { bodyOf } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { otherBuild, type Edit } from '../support/other-build.js';
import { asOwner } from '../support/log.js';
import type { Answer, TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { StoryFixture, rate } from './story-fixture.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };
/** These tests need no workers. */
const ROLES = { DATELINE_ROLES: 'api,projector' };
const TARIFFS = 'libs/views/src/tariffs.js';
const NEWER = tariffs.version + 1;
const versioned = (version: number): Edit => [TARIFFS, `version: ${tariffs.version},`, `version: ${version},`];

/** The generations of the views as a server lists them, each in a few words. */
async function readGenerations(server: TestServer): Promise<{ lag: number; generations: string[] }> {
  const { lag, items } = bodyOf(ProjectionsBody, await server.get('/v1/admin/projections'));
  const describeOne = (one: z.output<typeof ProjectionsBody>['items'][number]): string =>
    `${one.view} ${one.version} ${one.status}${one.foreign ? ', foreign' : ''}`;
  return { lag, generations: items.map(describeOne) };
}

const settled = (server: TestServer, generation: string) =>
  until(`${generation} on ${server.url}`, async () => {
    const { lag, generations } = await readGenerations(server);
    return lag === 0 && generations.includes(generation) && !generations.some((one) => one.includes('building'));
  });

const boardOf = async (
  server: TestServer,
): Promise<{ views: Record<string, { subject: string; state: unknown }[]>; halted: string[] }> =>
  (await server.get('/v1/stories/a-story?asOf=2025')).body as never;

const subjectsOf = async (server: TestServer): Promise<string[]> =>
  ((await server.get('/v1/views/tariffs?asOf=2025')).body as { items: { subject: string }[] }).items.map(
    ({ subject }) => subject,
  );

describe('an old server next to a new one', () => {
  // The newer program gives other names to the subjects of tariffs, and has a view that the older one does not have.
  const renamed = (subject: string | null): string | null => subject && `${subject}, newer`;
  const newer: Edit[] = [
    versioned(NEWER),
    [TARIFFS, '${data.measure}`', '${data.measure}, newer`'],
    [
      'libs/views/src/registry.js',
      'Object.values(everyView)',
      "[...Object.values(everyView), { ...everyView.deals, name: 'pacts' }]",
    ],
  ];
  const newerViews = [
    ...views.map((view) => (view.name === 'tariffs' ? { ...view, version: NEWER, on: renaming(view, renamed) } : view)),
    ...views.filter(({ name }) => name === 'deals').map((view) => ({ ...view, name: 'pacts' })),
  ] as AnyView[];

  let fleet: Fleet;
  let old: TestServer;
  let current: TestServer;
  let program: string;
  let fixture: StoryFixture;
  let ownerUrl: string;

  beforeAll(async () => {
    const database = await createTestDatabase();
    ownerUrl = database.ownerUrl;
    fleet = new Fleet(database);
    program = otherBuild(newer);
    old = await fleet.start(ROLES);
    fixture = await StoryFixture.open(old, 'a-story');
    for (const [n, party] of ['CHN', 'CAN', 'MEX'].entries())
      await fixture.fact('TariffChanged', `2025-04-1${n}`, rate(10 + n, party), GAZETTE);
    await fixture.fact(
      'DealProgressReported',
      '2025-05-01',
      { deal: 'a-deal', parties: ['USA', 'CHN'], status: 'near_final' },
      GAZETTE,
    );
    current = await fleet.start(ROLES, program);
    await settled(current, `tariffs ${NEWER} active`);
  }, 120_000);

  /** Requests the old server to drop the generations of some views. */
  async function dropGenerations(...names: string[]): Promise<Answer[]> {
    const { items } = bodyOf(ProjectionsBody, await old.get('/v1/admin/projections'));
    const ids = names.flatMap((name) => items.filter(({ view }) => view === name).map(({ id }) => id));
    const answers: Answer[] = [];
    for (const id of ids) answers.push(await old.request('DELETE', `/v1/admin/projections/${id}`));
    return answers;
  }

  it("does not move, halt or rebuild the new one's generations, and lists them as foreign", async () => {
    // The old one records, the new one projects.
    await fixture.fact('TariffChanged', '2025-04-20', rate(50), GAZETTE);
    await fixture.correct(await fixture.fact('TariffChanged', '2025-04-12', rate(55), GAZETTE), {
      occurredAt: '2025-04-02',
    });
    const own = await readGenerations(current);
    expect(own.generations).toEqual([...newerViews].map(({ name, version }) => `${name} ${version} active`).sort());
    expect((await readGenerations(old)).generations).toEqual(
      own.generations.map((one) => (/^(pacts|tariffs)/.test(one) ? `${one}, foreign` : one)),
    );
    expect(await subjectsOf(old)).toEqual(['USA>CAN:all, newer', 'USA>CHN:all, newer', 'USA>MEX:all, newer']);
  });

  it('builds nothing after a restart, and leaves a requested rebuild to the new one, in the new version', async () => {
    expect(await old.stop()).toBe(0);
    old = await fleet.start(ROLES);
    expect((await old.post('/v1/admin/projections/tariffs/rebuild', {})).body).toMatchObject({
      view: 'tariffs',
      version: NEWER,
      foreign: true,
    });
    await settled(current, `tariffs ${NEWER} active`);
    expect((await readGenerations(old)).generations.filter((one) => one.startsWith('tariffs'))).toEqual([
      `tariffs ${NEWER} active, foreign`,
    ]);
  });

  it('waits while the new one is gone, so that the rows stay those of a fresh projection by the new one', async () => {
    await fleet.kill(current);
    const { status } = await old.post('/v1/events', {
      type: 'TariffChanged',
      story: 'a-story',
      occurredAt: '2025-04-21',
      data: rate(60),
      source: { url: 'https://example.org/1', publisher: 'Gazette' },
    });
    expect(status).toBe(201);
    await until('it logs that it waits', () => /views of another version/.test(old.log()));
    expect((await readGenerations(old)).lag).toBe(1);
    expect((await old.get('/v1/views/tariffs?asOf=2025')).status).toBe(200);
    // The new one may be started again soon.
    expect(
      (await dropGenerations('tariffs')).map(({ status, body }) => [status, (body as { code: string }).code]),
    ).toEqual([[409, 'generation-kept']]);
    current = await fleet.start(ROLES, program);
    await settled(current, `tariffs ${NEWER} active`);
    expect((await readGenerations(old)).generations).toContain(`pacts ${deals.version} active, foreign`);
    expect(await new FreshProjection(ownerUrl, 331, newerViews).differences()).toEqual([]);
  });

  it("projects by itself once an admin has dropped the new one's generations", async () => {
    expect((await dropGenerations('tariffs', 'truces')).map(({ status }) => status)).toEqual([409, 409]);
    await fleet.kill(current);
    const source = { url: 'https://example.org/1', publisher: 'Gazette' };
    const event = { type: 'TariffChanged', story: 'a-story', occurredAt: '2025-04-22', data: rate(70), source };
    expect((await old.post('/v1/events', event)).status).toBe(201);
    await asOwner(ownerUrl, async (client) => {
      await client.query(`alter table event disable trigger event_no_change`);
      await client.query(
        `update event set recorded_at = now() - interval '2 minutes'
          where position = (select max(position) from event)`,
      );
      await client.query(`update projection set changed_at = now() - interval '2 minutes'`);
    });
    expect((await dropGenerations('truces', 'tariffs', 'pacts')).map(({ status }) => status)).toEqual([409, 204, 204]);
    const { items } = bodyOf(AuditBody, await old.get('/v1/admin/audit?action=generation-dropped'));
    expect(items).toMatchObject([{ actor: 'admin' }, { actor: 'admin' }]);
    await settled(old, `tariffs ${tariffs.version} active`);
    expect((await readGenerations(old)).generations).toEqual(
      views.map(({ name, version }) => `${name} ${version} active`).sort(),
    );
    expect(await subjectsOf(old)).toEqual(['USA>CAN:all', 'USA>CHN:all', 'USA>MEX:all']);
    for (const id of ['7000', 'tariffs', '0'])
      expect((await old.request('DELETE', `/v1/admin/projections/${id}`)).status).toBe(404);
    await old.stop();
  });
});

describe('a new version of the program', () => {
  it('builds its view although the old program is gone and events are recorded meanwhile', async () => {
    const fleet = new Fleet(await createTestDatabase());
    const first = await fleet.start(ROLES);
    const fixture = await StoryFixture.open(first, 'a-story');
    await fixture.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE);
    // A server that only records keeps running while the one that projects is replaced.
    const recording = await fleet.start({ DATELINE_ROLES: 'api' });
    await fleet.kill(first);
    const body = { type: 'TariffChanged', story: 'a-story', occurredAt: '2025-04-12', data: rate(30) };
    const recorded = await recording.post('/v1/events', {
      ...body,
      source: { url: 'https://example.org/1', publisher: 'Gazette' },
    });
    expect(recorded.status).toBe(201);
    const second = await fleet.start(ROLES, otherBuild([versioned(NEWER)]));
    await settled(second, `tariffs ${NEWER} active`);
    expect((await boardOf(second)).views['tariffs']).toMatchObject([{ state: { ratePercent: 30 } }]);
    await Promise.all([recording.stop(), second.stop()]);
  });

  it('reads the rows of an earlier format until it has built its own', async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const first = await fleet.start(ROLES);
    const fixture = await StoryFixture.open(first, 'a-story');
    for (const [i, percent] of [145, 30, 10].entries())
      await fixture.fact('TariffChanged', `2025-04-1${i}`, rate(percent), GAZETTE);
    const paths = [
      '/v1/stories/a-story?asOf=2025-04-11',
      '/v1/views/tariffs/USA%3ECHN%3Aall/history',
      '/v1/stories/a-story/brief?asOf=2025-04',
    ];
    const readings = (server: TestServer) => Promise.all(paths.map(async (path) => (await server.get(path)).body));
    const before = await readings(first);
    await first.stop();
    await asOwner(database.ownerUrl, (owner) =>
      owner.query(`
        update view_version
           set item = (item::jsonb || jsonb_build_object(
                        'claims', '[]'::jsonb, 'uncertain', '[]'::jsonb, 'state', state::jsonb))::json,
               state = null;
        update projection set version = version - 1`),
    );
    const reader = await fleet.start({ DATELINE_ROLES: 'api' });
    // Rows of earlier formats do not say which fact was the last.
    expect(await readings(reader)).toEqual(
      JSON.parse(JSON.stringify(before), (key, value: unknown) => (key === 'lastFact' ? null : value)),
    );
    await reader.stop();
    const second = await fleet.start(ROLES);
    await settled(second, `tariffs ${tariffs.version} active`);
    expect(await readings(second)).toEqual(before);
    await second.stop();
  });
});

describe('a view whose fold throws', () => {
  let fleet: Fleet;
  let server: TestServer;
  let ownerUrl: string;
  const broken: Edit = [
    'libs/views/src/tariffs/folds.js',
    'const basis = data.basis ?? null;',
    "const basis = data.basis ?? null; if (data.ratePercent === 666) throw new Error('a broken fold');",
  ];

  beforeAll(async () => {
    const database = await createTestDatabase();
    ownerUrl = database.ownerUrl;
    fleet = new Fleet(database);
    server = await fleet.start(ROLES, otherBuild([broken]));
    const fixture = await StoryFixture.open(server, 'a-story');
    await fixture.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE);
    await fixture.fact('TariffChanged', '2025-04-12', rate(666), GAZETTE);
    await fixture.fact(
      'TruceAgreed',
      '2025-04-13',
      { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2199-08-12' },
      GAZETTE,
    );
    await fixture.fact('TariffChanged', '2025-04-14', rate(30), GAZETTE);
  }, 120_000);

  it('is halted alone, and the others go on', async () => {
    const { items, lag } = bodyOf(ProjectionsBody, await server.get('/v1/admin/projections'));
    expect(lag).toBe(0);
    expect(items.filter(({ status }) => status !== 'active')).toMatchObject([
      {
        view: 'tariffs',
        status: 'halted',
        position: 2,
        error: { message: 'a broken fold', position: 3, subject: 'USA>CHN:all' },
      },
    ]);
    expect((await boardOf(server)).views).toMatchObject({ truces: [{ subject: 'a-truce' }] });
    expect((await server.get('/readyz')).body).toMatchObject({ checks: { views: { detail: 'halted: tariffs' } } });
  });

  it.each([
    '/v1/stories/a-story',
    '/v1/stories/a-story/changes?from=2024&to=2025',
    '/v1/stories/a-story/brief',
    '/v1/stories/a-story/brief?asOf=2025',
    '/v1/stories/a-story/digests?period=day',
    '/v1/disputes',
    '/v1/disputes?view=tariffs',
    '/v1/deadlines',
  ])('is named by an answer without it: %s', async (path) => {
    expect((await server.get(path)).body).toMatchObject({ halted: ['tariffs'] });
  });

  it('is named by a brief in Markdown, a dry run and a list of similar facts', async () => {
    const brief = await server.get('/v1/stories/a-story/brief?asOf=2025', { accept: 'text/markdown' });
    expect(brief.text).toContain('without tariffs, halted by an error');
    const fact = {
      type: 'TruceExtended',
      story: 'a-story',
      occurredAt: '2025-05-01',
      data: { truce: 'a-truce', validUntil: '2199-09-01' },
    };
    const source = { url: 'https://example.org/1', publisher: 'Gazette' };
    expect((await server.post('/v1/events?dryRun=true', { ...fact, source })).body).toMatchObject({
      halted: ['tariffs'],
    });
    const [{ id }] = ((await server.get('/v1/events?type=TariffChanged')).body as { items: [{ id: string }] }).items;
    expect((await server.get(`/v1/events/${id}/similar`)).body).toMatchObject({ items: [], halted: ['tariffs'] });
  });

  it('is not named by answers that do not need it', async () => {
    for (const path of ['/v1/stories', '/v1/disputes?view=truces'])
      expect((await server.get(path)).body).toMatchObject({ halted: [] });
  });

  it.each([
    '/v1/views/tariffs',
    '/v1/views/tariffs/USA%3ECHN%3Aall',
    '/v1/views/tariffs/USA%3ECHN%3Aall/history',
    '/v1/views/tariffs/USA%3ECHN%3Aall/facts',
    '/v1/stories/a-story/timeline?view=tariffs&subject=USA%3ECHN%3Aall',
  ])('is unavailable where it alone is read: %s', async (path) => {
    expect(await server.get(path)).toMatchObject({
      status: 503,
      body: { code: 'unavailable', detail: expect.stringContaining('halted') },
    });
  });

  it('can be read up to the position at which it was halted', async () => {
    const path = '/v1/views/tariffs/USA%3ECHN%3Aall?recordedAsOf=@2';
    expect((await server.get(path)).body).toMatchObject({ state: { ratePercent: 145 } });
    expect((await server.get('/v1/disputes?recordedAsOf=@2')).body).toMatchObject({ halted: [] });
  });

  it('is brought back by a higher version of its code alone', async () => {
    await server.stop();
    server = await fleet.start(ROLES);
    expect((await readGenerations(server)).generations).toContain(`tariffs ${tariffs.version} halted`);
    await server.stop();
    server = await fleet.start(ROLES, otherBuild([versioned(NEWER)]));
    await settled(server, `tariffs ${NEWER} active`);
    expect(await boardOf(server)).toMatchObject({ views: { tariffs: [{ state: { ratePercent: 30 } }] }, halted: [] });
    expect((await server.get('/v1/stories/a-story/brief?asOf=2025')).body).toMatchObject({ halted: [] });
    const corrected = views.map((view) => (view.name === 'tariffs' ? { ...view, version: NEWER } : view));
    expect(await new FreshProjection(ownerUrl, 331, corrected).differences()).toEqual([]);
  });
});

/** The handlers of a view, with other names of its subjects. */
function renaming(view: AnyView, rename: (subject: string | null) => string | null): AnyView['on'] {
  const rules = Object.entries(view.on as Record<string, { subject: (fact: never) => string | null }>);
  return Object.fromEntries(
    rules.map(([type, rule]) => [type, { ...rule, subject: (fact: never) => rename(rule.subject(fact)) }]),
  );
}
