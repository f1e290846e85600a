import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAGE, tariff } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import type { TestServer } from '../support/server.js';
import { Desk, type Hold } from './desk.js';
import { fact, open, record } from './facts.js';

interface Brief {
  headline: string;
  sections: { sentences: { text: string; events: string[] }[] }[];
  clocks: { position: number };
  madeFrom: number;
  stale: boolean;
}

let desk: Desk;
let server: TestServer;
beforeAll(async () => {
  desk = await Desk.on('PostgreSQL', await createTestDatabase());
  server = await desk.start('api,projector,worker');
  await desk.watch();
  await open(server, ['trade', 'tolls', 'alone']);
}, 60_000);

const brief = async (story: string, query = ''): Promise<Brief> =>
  (await server.get(`/v1/stories/${story}/brief${query}`)).body as Brief;
const textOf = ({ sections }: Brief): string =>
  sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(' ');
const touchedBy = async (event: object): Promise<string[]> => {
  const position = await record(server, event);
  await desk.untilFresh();
  return (await desk.rows())
    .filter(({ touched, kind }) => kind === 'brief' && touched === position)
    .map(({ story }) => story);
};

describe('what a recorded event touches', () => {
  it('its own story, and each other one on whose board its subject stands', async () => {
    expect(await touchedBy(tariff('trade', '2025-04-10', 125))).toEqual(['trade']);
    expect(await touchedBy(tariff('tolls', '2025-04-11', 145))).toEqual(['tolls', 'trade']);
    expect(await touchedBy(fact('alone', 'something'))).toEqual(['alone']);
  });

  it('where a fact moves to another subject, the stories of both', async () => {
    const id = '01900000-0000-7000-8000-000000000001';
    expect(
      await touchedBy(
        tariff('alone', '2025-05-01', 10, { id, data: { imposedBy: 'FRA', appliesTo: 'CHN', ratePercent: 10 } }),
      ),
    ).toEqual(['alone']);
    const data = {
      target: id,
      data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 10 },
      reason: 'It was the other country',
    };
    expect(await touchedBy({ type: 'EventCorrected', data })).toEqual(['alone', 'tolls', 'trade']);
    expect(await touchedBy({ type: 'EventRetracted', data: { target: id, reason: 'It did not happen' } })).toEqual([
      'alone',
      'tolls',
      'trade',
    ]);
    // It has left them.
    expect(await touchedBy(tariff('trade', '2025-05-02', 130))).toEqual(['tolls', 'trade']);
  });
});

describe('the brief of a story as it is now', () => {
  let hold: Hold;
  afterAll(() => hold.letGo());

  it('is the one that is kept: what is made on request says the same', async () => {
    await desk.untilFresh();
    const { position } = (await server.get('/v1/admin/log')).body as { position: number };
    const kept = await brief('trade');
    const made = await brief('trade', `?recordedAsOf=@${position}`);
    const [row] = (await desk.rows()).filter(({ story, kind }) => story === 'trade' && kind === 'brief');
    expect(kept).toMatchObject({ madeFrom: row?.made_from, stale: false, clocks: { position } });
    expect([kept.headline, kept.sections]).toEqual([made.headline, made.sections]);
    expect(textOf(kept)).toContain('130 percent');
  });

  it('so is the latest digest of each kind of period', async () => {
    const { position } = (await server.get('/v1/admin/log')).body as { position: number };
    for (const period of ['day', 'week', 'month']) {
      const path = `/v1/stories/trade/digests?period=${period}`;
      const made = (await server.get(`${path}&recordedAsOf=@${position}`)).body as { items: object[] };
      await desk.sql(
        `update summary set content = jsonb_set(content::jsonb, '{${period},items,0,headline}', '"As it is kept."')::json where story = 'trade'`,
      );
      const kept = (await server.get(`${path}&limit=1`)).body as { items: object[]; next: string };
      expect(kept).toMatchObject({ items: [{ ...made.items[0], headline: 'As it is kept.' }], clocks: { position } });
      const next = (await server.get(`/v1/stories/trade/digests?cursor=${encodeURIComponent(kept.next)}`)).body as {
        items: object[];
      };
      expect(next.items).toEqual(made.items.slice(1, 2));
    }
  });

  it('says that it is stale while it is, and is made on request for who needs more of the record', async () => {
    hold = await desk.hold();
    const before = await brief('trade');
    const at = await record(server, { ...tariff('tolls', '2025-06-01', 55), source: PAGE });
    // No sooner than the views hold the fact is the brief stale, and then at once.
    await server.get(`/v1/stories/trade?minPosition=${at}`);
    const stale = await brief('trade');
    expect(stale).toEqual({ ...before, stale: true, clocks: { ...before.clocks, position: before.madeFrom } });
    const made = await brief('trade', `?minPosition=${at}`);
    expect(made).toMatchObject({ madeFrom: at, stale: false, clocks: { position: at } });
    expect(textOf(made)).toContain('55 percent');
    await hold.letGo();
    await desk.untilFresh();
    expect(await brief('trade')).toMatchObject({ headline: made.headline, sections: made.sections, stale: false });
  });
});
