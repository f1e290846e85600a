import { beforeAll, describe, expect, it } from '@jest/globals';
import { Appender } from '#log/append/appender.js';
import type { NewEvent } from '#log/append/append-request.js';
import { readEvents } from '#log/read/read-events.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { evolve } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import { stateAt } from '#history/fold/headline.js';
import { itemOfRow } from '#history/fold/row.js';
import { latestClocks } from '#reader/clocks/clocks.js';
import { readHistory } from '#reader/items/read-history.js';
import { readItems } from '#reader/items/read-items.js';
import { talks } from '#views/talks.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { newEvent, opened, openLog, type LogDatabase } from '../support/log.js';

const view = talks as unknown as AnyView;
const FACTS = 400;

/** A step of one series of talks: most in order, some late, and topics with characters of every byte length. */
function round(n: number, chance: () => number): NewEvent {
  const at = chance() < 0.2 ? Math.floor(chance() * n) : n;
  const occurredAt = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
  const number = Math.floor(at / 4) + 1;
  const topics = [`topic ${n} "${['ä', '漢字', '🌾', '\u2028'][n % 4] ?? ''}"`];
  const steps: [string, object][] = [
    ['TalksStarted', { parties: ['USA', 'CHN'], place: { name: 'Geneva', country: 'CHE' } }],
    ['TalksSessionHeld', { hours: 2, topics }],
    ['TalksConcluded', {}],
    ['TalksAnnounced', { parties: ['USA', 'CHN'], scheduledFor: '2030' }],
  ];
  const [type, data] = steps[at % 4] ?? ['TopicDiscussed', {}];
  return newEvent(type, {
    story: 'a',
    occurredAt,
    data: { talks: 'the-talks', round: number, ...data },
    source: { url: 'https://example.org/1', publisher: 'Gazette' },
  });
}

describe('states of many rounds, each stored as its difference from another', () => {
  let log: LogDatabase;
  beforeAll(async () => {
    const chance = randomFrom(seedOfRun('the long states'));
    log = await openLog();
    const appender = new Appender(log.pool);
    await appender.append({ events: [opened('a')], recordedBy: 'test' });
    const client = await log.pool.connect();
    await registerViews(client, views);
    const cache = new HistoryCache();
    for (let n = 0; n < FACTS;) {
      const upTo = Math.min(FACTS, n + 1 + Math.floor(chance() * 40));
      for (; n < upTo; n += 1)
        expect(await appender.append({ events: [round(n, chance)], recordedBy: 'test' })).toMatchObject({ ok: true });
      // Now and then another process takes over, whose cache is empty.
      while ((await projectBatch(client, views, 1000, chance() < 0.5 ? cache : undefined)).kind === 'moved');
    }
    client.release();
  });

  it('are mostly stored as a difference', async () => {
    const { rows } = await log.pool.query<{ of: string; differ: string }>(
      `select count(*) of, count(whole_position) differ
         from view_version where state like '%round%' or whole_position is not null`,
    );
    expect(Number(rows[0]?.differ) / Number(rows[0]?.of)).toBeGreaterThan(0.7);
  });

  it.each([1, 0.9, 0.5, 0.1])(
    'are read as folding everything again gives them, as known after %d of all facts',
    async (part) => {
      const position = 1 + Math.floor(FACTS * part);
      const events = await readEvents(log.pool, { after: 1, upTo: position, limit: FACTS });
      const facts = events.flatMap((event) => resolveFact(evolve(null, event)) ?? []);
      expect(facts).toHaveLength(position - 1);
      const { rows: expected } = foldFacts(view, null, facts);
      const { rows } = await log.pool.query<{ id: number }>(
        `select id from projection where view = 'talks' and status = 'active'`,
      );
      const subject = { view, projection: Number(rows[0]?.id), subject: 'the-talks', halt: null };
      const clocks = latestClocks({ position }, 0);
      const history = await readHistory(log.pool, subject, clocks, { after: null, until: Infinity, limit: 1000 });
      const brought = history.items.filter(({ by }) => by === 'fact');
      expect(brought.map(({ state }) => state)).toEqual(
        expected.filter((row) => row.fromFact).map(({ state, validFrom }) => stateAt(view, state, validFrom).state),
      );
      for (const row of expected.filter((_, i) => i % 17 === 0)) {
        const [item] = await readItems(log.pool, [subject], { ...clocks, asOf: row.validFrom });
        const current = expected.filter((one) => one.validFrom <= row.validFrom).at(-1);
        expect(item?.row).toEqual(current && itemOfRow(current));
      }
    },
  );
});
