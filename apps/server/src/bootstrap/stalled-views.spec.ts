import { describe, expect, it } from '@jest/globals';
import { StalledViews } from './stalled-views.js';

/** What is told of views that are looked at at some seconds. */
function looked(looks: readonly { at: number; head: number; position: number; building?: number }[]) {
  let now = 0;
  const views = new StalledViews(30_000, () => now);
  return looks.map(({ at, head, position, building }) => {
    now = at * 1_000;
    const { serving, building: builds } = views.look({
      head,
      position,
      building: building === undefined ? [] : [{ id: 7, view: 'talks', position: building }],
    });
    return [serving && serving.for / 1_000, builds.map((one) => [one.view, one.position])];
  });
}

describe('views', () => {
  it('stand still where none has moved for the limit while events wait', () => {
    expect(
      looked([
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

  it('do not while they move, however slowly and however far behind', () => {
    const looks = Array.from({ length: 10 }, (_, n) => ({ at: n * 29, head: 100_000, position: n }));
    expect(looked(looks).every(([still]) => still === null)).toBe(true);
  });

  it('do not where nothing waits: the time counts from when something does', () => {
    expect(
      looked([
        { at: 0, head: 5, position: 5 },
        { at: 1_000, head: 5, position: 5 },
        { at: 1_001, head: 6, position: 5 },
        { at: 1_029, head: 6, position: 5 },
        { at: 1_031, head: 6, position: 5 },
      ]).map(([still]) => still),
    ).toEqual([null, null, null, null, 31]);
  });

  it('that are being built are told by name', () => {
    expect(
      looked([
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
