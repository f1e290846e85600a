import { formatDay, formatInstant, parseReducedDate, periodOf } from '#catalogue/values/reduced-date.js';
import { endOfPeriod } from '#views/time/ends.js';
import { viewNamed } from '#views/registry.js';
import type { BriefInput } from './material.js';
import { rendererOf } from './renderers/registry.js';
import type { RenderContext } from './render-context.js';

/**
 * The instant at which time alone will change what a brief says, in RFC 3339, or `null`: a truce runs out, a day that
 * was planned for has passed, a day that one of several sources gives, talks have long not been heard of, or dates of
 * this year need their year told.
 */
export function freshUntil({ board, facts, instant }: BriefInput, contexts: readonly RenderContext[]): string | null {
  const items = Object.entries(board.views).flatMap(([view, all]) => all.map((item) => ({ view, state: item.state })));
  const states = items.map(({ view, state }) =>
    state === null ? null : (viewNamed(view)?.at?.(state as never, instant).next ?? null),
  );
  const deadlines = board.deadlines.map(({ date }) => endOfPeriod(date));
  const ofSources = contexts.flatMap(({ item }) =>
    item.disputes.flatMap(({ candidates }) => candidates.flatMap(({ value }) => endIn(value))),
  );
  const ofTellers = contexts.map((one) =>
    one.state === null ? null : (rendererOf(one.item.view).changesAt?.(one) ?? null),
  );
  const nextYear = periodOf(formatDay(instant).slice(0, 4)).to;
  const datesOfYear =
    facts.length > 0 &&
    JSON.stringify([items, facts.map(({ occurredAt, data }) => [occurredAt, data])]).includes(
      `"${formatDay(instant).slice(0, 4)}`,
    );
  const ahead = [...states, ...deadlines, ...ofSources, ...ofTellers, datesOfYear ? nextYear : null].filter(
    (next) => next !== null && next > instant,
  );
  return ahead.length === 0 ? null : formatInstant(Math.min(...(ahead as number[])));
}

/** Of a value that is a date, when that has passed. */
const endIn = (value: unknown): number[] =>
  typeof value === 'string' && parseReducedDate(value) ? [endOfPeriod(value)] : [];
