import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PAGE, tariff } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import type { TestServer } from '../support/server.js';
import { SummaryProbe, type Hold } from './summary-probe.js';
import { fact, open, record } from './facts.js';

interface Brief {
  headline: string;
  sections: { sentences: { text: string; events: string[] }[] }[];
  clocks: { position: number };
  madeFrom: number;
  stale: boolean;
  behind?: number;
}

let probe: SummaryProbe;
let server: TestServer;
beforeAll(async () => {
  probe = await SummaryProbe.on('PostgreSQL', await createTestDatabase());
  server = await probe.start('api,projector,worker');
  await probe.watch();
  await open(server, ['trade', 'tolls', 'alone']);
}, 60_000);

const brief = async (story: string, query = ''): Promise<Brief> =>
  (await server.get(`/v1/stories/${story}/brief${query}`)).body as Brief;
const textOf = ({ sections }: Brief): string =>
  sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(' ');
const touchedBy = async (event: object): Promise<string[]> => {
  const position = await record(server, event);
  await probe.untilFresh();
  return (await probe.rows())
    .filter(({ touched, kind }) => kind === 'brief' && touched === position)
    .map(({ story }) => story);
};

describe('a recorded event touches', () => {
  it('its own story, and every other story with its subject on the board', async () => {
    expect(await touchedBy(tariff('trade', '2025-04-10', 125))).toEqual(['trade']);
    expect(await touchedBy(tariff('tolls', '2025-04-11', 145))).toEqual(['tolls', 'trade']);
    expect(await touchedBy(fact('alone', 'something'))).toEqual(['alone']);
  });

  it('the stories of both subjects, if a fact moves to another subject', async () => {
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
    // The fact no longer belongs to that subject.
    expect(await touchedBy(tariff('trade', '2025-05-02', 130))).toEqual(['tolls', 'trade']);
  });
});

describe('the present brief of a story', () => {
  let hold: Hold | undefined;
  afterEach(() => hold?.release());

  it('is the stored one, which equals the one that is built on request', async () => {
    await probe.untilFresh();
    const { position } = (await server.get('/v1/admin/log')).body as { position: number };
    const kept = await brief('trade');
    const made = await brief('trade', `?recordedAsOf=@${position}`);
    const [row] = (await probe.rows()).filter(({ story, kind }) => story === 'trade' && kind === 'brief');
    expect(kept).toMatchObject({ madeFrom: row?.made_from, stale: false, clocks: { position } });
    expect([kept.headline, kept.sections]).toEqual([made.headline, made.sections]);
    expect(textOf(kept)).toContain('130 percent');
  });

  it('is stored, and so is the latest digest of each kind of period', async () => {
    const { position } = (await server.get('/v1/admin/log')).body as { position: number };
    for (const period of ['day', 'week', 'month']) {
      const path = `/v1/stories/trade/digests?period=${period}`;
      const made = (await server.get(`${path}&recordedAsOf=@${position}`)).body as { items: object[] };
      await probe.sql(
        `update summary
            set content = jsonb_set(content::jsonb, '{${period},items,0,headline}', '"As it is stored."')::json
          where story = 'trade'`,
      );
      const kept = (await server.get(`${path}&limit=1`)).body as { items: object[]; next: string };
      expect(kept).toMatchObject({ items: [{ ...made.items[0], headline: 'As it is stored.' }], clocks: { position } });
      const next = (await server.get(`/v1/stories/trade/digests?cursor=${encodeURIComponent(kept.next)}`)).body as {
        items: object[];
      };
      expect(next.items).toEqual(made.items.slice(1, 2));
    }
  });

  it('is built on request while the stored one is behind', async () => {
    hold = await probe.hold();
    const stored = await brief('trade');
    const at = await record(server, { ...tariff('tolls', '2025-06-01', 55), source: PAGE });
    // The brief becomes stale when the views hold the fact, and not before.
    await server.get(`/v1/stories/trade?minPosition=${at}`);
    const made = await brief('trade');
    expect(made).toMatchObject({ madeFrom: at, stale: false, clocks: { position: at } });
    expect([textOf(made), made.behind]).toEqual([expect.stringContaining('55 percent'), undefined]);
    expect(textOf(stored)).not.toContain('55 percent');
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => brief('trade')));
    expect(atOnce).toEqual(atOnce.map(() => made));
    expect(await brief('trade', `?minPosition=${at}`)).toEqual(made);
    await hold.release();
    await probe.untilFresh();
    expect(await brief('trade')).toMatchObject({ headline: made.headline, sections: made.sections, stale: false });
  });

  it('has what a writer who waited has recorded, each time', async () => {
    hold = await probe.hold();
    for (const ratePercent of [61, 62, 63]) {
      const event = { ...tariff('trade', '2025-07-01', ratePercent), source: { ...PAGE, publisher: 'Evening Post' } };
      const answer = await server.post('/v1/events', event, { prefer: 'wait=20' });
      expect(answer.status).toBe(201);
      expect(textOf(await brief('trade'))).toContain(`${ratePercent} percent`);
      const digests = await server.get('/v1/stories/trade/digests?period=month&limit=1');
      expect(digests.text).toContain(`${ratePercent} percent`);
    }
    await hold.release();
    await probe.untilFresh();
  });

  it('says how many events it is behind where these are over 500', async () => {
    hold = await probe.hold();
    const stored = await brief('alone');
    const facts = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => fact('alone', `number-${from + n}`));
    const atMost = await record(server, facts(1, 500));
    await server.get(`/v1/stories/alone?minPosition=${atMost}`);
    expect(await brief('alone')).toMatchObject({ madeFrom: atMost, stale: false });
    const over = await record(server, facts(501, 1));
    await server.get(`/v1/stories/alone?minPosition=${over}`);
    const behind = await brief('alone');
    expect(behind).toEqual({
      ...stored,
      stale: true,
      behind: 501,
      clocks: { ...stored.clocks, position: stored.madeFrom },
    });
    const markdown = await server.get('/v1/stories/alone/brief', { accept: 'text/markdown' });
    expect(markdown.text.split('\n')).toContain('_501 events of the story have been recorded since._');
    expect(await brief('alone', `?minPosition=${over}`)).toMatchObject({ madeFrom: over, stale: false });
    // A digest has no such field: it is built on request.
    const digests = await server.get('/v1/stories/alone/digests?period=day&limit=1');
    expect(digests.body).toMatchObject({ clocks: { position: over } });
    expect(digests.text).toContain('number');
    await hold.release();
    await probe.untilFresh();
    expect((await brief('alone')).behind).toBeUndefined();
  });
});

describe('the line under the headline of a brief', () => {
  const lineOf = async (query: string): Promise<string | undefined> => {
    const { text } = await server.get(`/v1/stories/trade/brief${query}`, { accept: 'text/markdown' });
    return text.split('\n')[2];
  };

  it('says what was requested', async () => {
    expect(await lineOf('?asOf=2025-08-11')).toBe('_As of 11 August 2025._');
    expect(await lineOf('?reportedAsOf=2025-08-11')).toBe(
      '_As of today, by what had been published by 11 August 2025._',
    );
    expect(await lineOf('?asOf=2025-08&reportedAsOf=2025-09-01')).toBe(
      '_As of 31 August 2025, by what had been published by 1 September 2025._',
    );
    expect(await lineOf('?knownOn=2300')).toBe(
      '_As of 31 December 2300, by what had been published by 31 December 2300._',
    );
    expect(await lineOf('?reportedAsOf=2025-08-11&recordedAsOf=@4')).toBe(
      '_As of today, by what had been published by 11 August 2025, as recorded up to position 4._',
    );
  });
});
