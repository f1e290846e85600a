import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { tariffs } from '#views/tariffs.js';
import type { AnyView } from '#views/define-view.js';
import { told } from '#history/testing/facts.js';
import { makeChanges, toSubjectWork } from './subject-work.js';
import { EventLoopYielder } from './event-loop-yielder.js';

const view = tariffs as unknown as AnyView;

/** A fact that comes before all that are known: all rows after it are told anew. */
const earlier = (position: number) =>
  told('TariffChanged', {
    position,
    occurredAt: new Date(Date.UTC(2025, 0, 1) - position * 86_400_000).toISOString().slice(0, 10),
    data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: position % 90 },
  });

describe('the changes of a subject', () => {
  it('are made with turns of the event loop between them, and none is passed over', async () => {
    const touched = Array.from({ length: 2_000 }, (_, n) => ({
      subject: 'one',
      knownFrom: n + 1,
      leave: [],
      come: [earlier(n + 1)],
    }));
    const [one] = toSubjectWork(view, 1, touched);
    if (!one) throw new Error('there is a subject');
    const working = { over: false };
    let turns = 0;
    const others = (async () => {
      for (; !working.over; turns += 1) await turn();
    })();
    expect(await makeChanges(one, new EventLoopYielder())).toBeNull();
    working.over = true;
    await others;
    expect([one.failure, one.made, one.parts.map(({ tail }) => tail.rows.length)]).toEqual([null, 2_000, [2_000]]);
    expect(turns).toBeGreaterThan(5);
  });
});
