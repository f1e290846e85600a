import { describe, expect, it } from '@jest/globals';
import { StalledViews } from './views-check.js';

/** What is reported when the positions are seen at some seconds. */
function stalls(seen: readonly { at: number; head: number; position: number; building?: number }[]) {
  let now = 0;
  const views = new StalledViews(30_000, () => now);
  return seen.map(({ at, head, position, building }) => {
    now = at * 1_000;
    const { active, building: builds } = views.update({
      head,
      position,
      building: building === undefined ? [] : [{ id: 7, view: 'talks', position: building }],
    });
    return [active && active.for / 1_000, builds.map((one) => [one.view, one.position])];
  });
}

describe('views', () => {
  it('have stalled when none has moved for the limit while events wait', () => {
    expect(
      stalls([
        { at: 0, head: 9, position: 5 },
        { at: 29, head: 12, position: 5 },
        { at: 30, head: 12, position: 5 },
        { at: 31, head: 12, position: 6 },
      ]),
    ).toEqual([
      [null, []],
      [null, []],
      [30, []],
      [null, []],
    ]);
  });

  it('have not stalled while they move, however slowly and however far behind', () => {
    const seen = Array.from({ length: 10 }, (_, n) => ({ at: n * 29, head: 100_000, position: n }));
    expect(stalls(seen).every(([active]) => active === null)).toBe(true);
  });

  it('have not stalled while no event waits: the time counts from the first that does', () => {
    expect(
      stalls([
        { at: 0, head: 5, position: 5 },
        { at: 1_000, head: 5, position: 5 },
        { at: 1_001, head: 6, position: 5 },
        { at: 1_029, head: 6, position: 5 },
        { at: 1_031, head: 6, position: 5 },
      ]).map(([active]) => active),
    ).toEqual([null, null, null, null, 31]);
  });

  it('are reported by name while they are being built', () => {
    expect(
      stalls([
        { at: 0, head: 9, position: 9, building: 3 },
        { at: 40, head: 9, position: 9, building: 3 },
        { at: 41, head: 9, position: 9, building: 4 },
      ]),
    ).toEqual([
      [null, []],
      [null, [['talks', 3]]],
      [null, []],
    ]);
  });
});
