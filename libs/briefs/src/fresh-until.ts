import { formatDay, formatInstant, periodOf } from '#catalogue/values/reduced-date.js';
import { endOf } from '#views/time/ends.js';
import { viewNamed } from '#views/views.js';
import type { Material } from './material.js';

/**
 * The instant at which time alone will change what a brief says, in RFC 3339, or `null`: a truce runs out, a day that was planned for has passed, or
 * dates of this year need their year told.
 */
export function freshUntil({ board, facts, instant }: Material): string | null {
  const items = Object.entries(board.views).flatMap(([view, all]) => all.map((item) => ({ view, state: item.state })));
  const states = items.map(({ view, state }) => (state === null ? null : (viewNamed(view)?.at?.(state as never, instant).next ?? null)));
  const deadlines = board.deadlines.map(({ date }) => endOf(date));
  const nextYear = periodOf(formatDay(instant).slice(0, 4)).to;
  const datesOfYear =
    facts.length > 0 &&
    JSON.stringify([items, facts.map(({ occurredAt, data }) => [occurredAt, data])]).includes(`"${formatDay(instant).slice(0, 4)}`);
  const ahead = [...states, ...deadlines, datesOfYear ? nextYear : null].filter((next) => next !== null && next > instant);
  return ahead.length === 0 ? null : formatInstant(Math.min(...(ahead as number[])));
}
