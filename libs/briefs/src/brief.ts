import {
  END_OF_CALENDAR,
  formatDay,
  formatInstant,
  parseReducedDate,
  periodOf,
} from '#catalogue/values/reduced-date.js';
import { viewNamed } from '#views/registry.js';
import { endOfPeriod } from '#views/time/ends.js';
import type { BriefInput, Fact } from './model/brief-input.js';
import { buildSections, type Section, type Sentence } from './model/sentence.js';
import { rendererOf } from './renderers/registry.js';
import { isEstablished, newestFirst, renderContext, type RenderContext } from './renderers/render-context.js';
import { named } from './renderers/names.js';
import { describeWithdrawals } from './renderers/withdrawals.js';
import { background, current, disputed, ranOut, recent, upcoming, utcDayOf } from './sections/brief-sections.js';
import { overruledAmong } from './sections/disputes.js';
import { headlineOf } from './sections/headline.js';
import { selectSubjects } from './subjects.js';
import { datesAt, shortenDates } from './wording/dates.js';

/** A summary of a story. Each sentence cites its evidence; there are at most 40. */
export interface Brief {
  headline: string;
  /** Without empty sections. */
  sections: Section[];
  /** When time alone will change it, in RFC 3339; `null`: never. */
  freshUntil: string | null;
}

/**
 * The brief of a story at one point of the clocks: what holds, what is new, what has run out, what is disputed, what is
 * due, and how it came to this. Pure. What is new and the background leave out facts that what holds, has run out or is
 * due already cites.
 */
export function briefOf(input: BriefInput): Brief {
  const { board, instant } = input;
  const dates = datesAt(instant);
  const allFacts = shortenDates(describeWithdrawals(named(input.facts, board), board), dates);
  const contexts = selectSubjects(board).map((item) => renderContext(item, { facts: allFacts, instant }));
  const isOverruled = overruledAmong(Object.values(board.views).flat());
  const facts = allFacts
    .filter((fact) => fact.story === board.story.slug && isEstablished(fact) && !isOverruled(fact))
    .sort(newestFirst);
  const day = facts[0] && utcDayOf(facts[0].occurredAt);

  const holds = current(contexts);
  const ended = ranOut(contexts);
  const due = upcoming(contexts);
  const rest = uncited(facts, [holds, ended, due]);
  const news = day === undefined ? [] : recent(rest, day);
  const earlier = rest.filter(({ occurredAt }) => utcDayOf(occurredAt) !== day);
  return {
    headline: headlineOf(board.story.title, contexts, facts),
    sections: buildSections([
      ['What holds now', holds],
      [day === undefined ? '' : `What was new ${dates.on(day).replace(/,$/, '')}`, news],
      ['What has run out', ended],
      ['What is disputed or only claimed', disputed(contexts, allFacts, dates)],
      ['What is due', due],
      ['How it came to this', background(earlier, dates, ended.length)],
    ]),
    freshUntil: freshUntil(input, contexts),
  };
}

function uncited(facts: readonly Fact[], sections: readonly Sentence[][]): Fact[] {
  const cited = new Set(
    sections.flat().flatMap(({ events, namedBy = [] }) => events.filter((event) => !namedBy.includes(event))),
  );
  return facts.filter(({ id }) => !cited.has(id));
}

/**
 * The instant at which time alone will change a brief, in RFC 3339, or `null`. At that instant a state changes, a
 * deadline or a disputed date passes, talks or a summit become stale, or the dates of this year need their year.
 */
function freshUntil({ board, facts, instant }: BriefInput, contexts: readonly RenderContext[]): string | null {
  const items = Object.entries(board.views).flatMap(([view, all]) => all.map((item) => ({ view, state: item.state })));
  const states = items.map(({ view, state }) =>
    state === null ? null : (viewNamed(view)?.at?.(state as never, instant).next ?? null),
  );
  const deadlines = board.deadlines.map(({ date }) => endOfPeriod(date));
  const disputedDates = contexts.flatMap(({ item }) =>
    item.disputes.flatMap(({ candidates }) => candidates.flatMap(({ value }) => endIfDate(value))),
  );
  const renderers = contexts.map((one) =>
    one.state === null ? null : (rendererOf(one.item.view).changesAt?.(one) ?? null),
  );
  const thisYear = formatDay(instant).slice(0, 4);
  const namesThisYear =
    facts.length > 0 &&
    JSON.stringify([items, facts.map(({ occurredAt, data }) => [occurredAt, data])]).includes(`"${thisYear}`);
  const nextYear = namesThisYear ? periodOf(thisYear).to : null;
  const ahead = [...states, ...deadlines, ...disputedDates, ...renderers, nextYear].filter(
    (next) => next !== null && next > instant && next < END_OF_CALENDAR,
  );
  return ahead.length === 0 ? null : formatInstant(Math.min(...(ahead as number[])));
}

/** When a value passes, if it is a date. */
const endIfDate = (value: unknown): number[] =>
  typeof value === 'string' && parseReducedDate(value) ? [endOfPeriod(value)] : [];
