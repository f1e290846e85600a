import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { tariffs } from '#views/tariffs.js';
import type { AnyView } from '#views/define-view.js';
import { resolvedFact } from '#history/testing/facts.js';
import { makeChanges, toSubjectWork } from './subject-work.js';
import { EventLoopYielder } from './event-loop-yielder.js';

const view = tariffs as unknown as AnyView;

/** A fact before all that are known: all rows after it are folded again. */
const earlier = (position: number) =>
  resolvedFact('TariffChanged', {
    position,
    occurredAt: new Date(Date.UTC(2025, 0, 1) - position * 86_400_000).toISOString().slice(0, 10),
    data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: position % 90 },
  });

describe('the changes of a subject', () => {
  it('are all made, and the event loop runs between them', async () => {
    const touched = Array.from({ length: 2_000 }, (_, n) => ({
      subject: 'one',
      knownFrom: n + 1,
      removed: [],
      added: [earlier(n + 1)],
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
    expect([one.failure, one.made]).toEqual([null, 2_000]);
    expect(one.segments.map(({ window }) => window.rows.length)).toEqual([2_000]);
    expect(turns).toBeGreaterThan(5);
  });
});
