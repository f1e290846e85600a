import { beforeAll, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import type { NewEvent } from '#log/append/append-request.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { newEvent, opened, openLog, type LogDatabase } from '../support/log.js';
import { fresh, record } from './projected.js';

const LONG = process.env['DATELINE_TEST_LONG'] === 'true';
const DAYS = LONG ? 200 : 120;
const CHANGES = LONG ? 120 : 70;
const day = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

/**
 * Two subjects with a long history each, then changes at dates all over it: late facts, other values, dates moved far,
 * months instead of days, retracted facts. A change of a tariff has influence up to the next change. The lead of a
 * delegation holds until another one is named.
 */
function history(chance: () => number): NewEvent[][] {
  const pick = (most: number): number => Math.floor(chance() * most);
  const publisher = (): string => ['A', 'B'][pick(2)] ?? '';
  const facts: { id: string; type: string; data: Record<string, unknown> }[] = [];
  const newFact = (occurredAt: string): NewEvent => {
    const [type, data] = randomFact(pick);
    const fact = { id: v4(), type, data };
    facts.push(fact);
    return newEvent(type, {
      id: fact.id,
      story: 'a',
      occurredAt,
      data,
      source: { url: 'https://example.org/1', publisher: publisher() },
    });
  };
  const about = (): NewEvent => {
    const [target] = facts.splice(pick(facts.length), 1);
    if (!target) return newFact(day(0));
    const event = (type: string, given: Record<string, unknown>): NewEvent =>
      newEvent(
        type,
        {
          story: 'a',
          data: { target: target.id, ...given },
          source: { url: 'https://example.org/2', publisher: publisher() },
        },
        { factId: target.id, factType: target.type },
      );
    const date = day(pick(DAYS));
    const ways = [
      () => event('EventRetracted', { reason: 'withdrawn' }),
      () => event('EventCorrected', { occurredAt: date, reason: 'another day' }),
      () => event('EventCorrected', { occurredAt: date.slice(0, 7), reason: 'some day' }),
      () => event('EventCorrected', { data: target.data, reason: 'typed wrong' }),
      () => event('EventCorroborated', { occurredAt: date.slice(0, 7) }),
      () => event('EventCorroborated', { occurredAt: date }),
    ];
    return (ways[pick(ways.length)] ?? (() => newFact(date)))();
  };
  const first = Array.from({ length: DAYS }, (_, n) => [newFact(day(n))]);
  const later = Array.from({ length: CHANGES }, () =>
    Array.from({ length: 1 + pick(2) }, () => (chance() < 0.5 ? newFact(day(pick(DAYS + 20))) : about())),
  );
  return [[opened('a')], ...first, ...later];
}

function randomFact(pick: (most: number) => number): [type: string, data: Record<string, unknown>] {
  if (pick(2) === 0)
    return ['TariffChanged', { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: 10 * pick(9) }];
  if (pick(12) > 0) return ['TalksSessionHeld', { talks: 'the-talks', round: 1 + pick(40), hours: 1 + pick(3) }];
  const leads = ['He Lifeng', 'Li Chenggang'][pick(2)];
  return ['DelegationNamed', { talks: 'the-talks', party: 'CHN', lead: { name: leads } }];
}

describe('changes at distant dates in one batch', () => {
  let log: LogDatabase;
  let expected: unknown[];
  beforeAll(async () => {
    const chance = randomFrom(seedOfRun('changes at distant dates'));
    log = await openLog();
    await record(log.pool, history(chance));
    expected = await fresh(log.pool, 1, false);
  }, 120_000);

  it.each([
    [1, true],
    [40, true],
    [40, false],
    [1000, true],
  ])('leave the same rows in batches of %i as in batches of 1 (cache: %s)', async (size, isCached) => {
    expect(await fresh(log.pool, size, isCached)).toEqual(expected);
  });
});
