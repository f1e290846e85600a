import { freshUntil } from './fresh-until.js';
import { headlineOf } from './headline.js';
import type { Fact, BriefInput } from './material.js';
import { overruledAmong } from './sections/disputes.js';
import { inDispute } from './sections/doubts.js';
import { upcoming } from './sections/due.js';
import { current } from './sections/holds.js';
import { utcDayOf, recent } from './sections/news.js';
import { background } from './sections/past.js';
import { inSections, type Section, type Sentence } from './sentence.js';
import { subjectsToTell } from './subjects.js';
import { isEstablished, newestFirst, renderContext } from './render-context.js';
import { datesAt, inYear } from './wording/dates.js';

/** A story told in sentences that show their evidence. At most 40 of them. */
export interface Brief {
  headline: string;
  /** Only where there is something to say. */
  sections: Section[];
  /** When time alone will change it, in RFC 3339; `null`: never. */
  freshUntil: string | null;
}

/**
 * The brief of a story at one point of the clocks: what holds, what is new, what is in doubt, what is due, how it came
 * to this. Pure. Nothing is told twice: what is new and what came before leave out the facts that the rest has cited.
 */
export function briefOf(given: BriefInput): Brief {
  const { board, instant } = given;
  const dates = datesAt(instant);
  const material = { ...given, facts: inYear(given.facts, dates) };
  const contexts = subjectsToTell(board).map((item) => renderContext(item, material));
  const isOverruled = overruledAmong(Object.values(board.views).flat());
  const facts = material.facts
    .filter((fact) => fact.story === board.story.slug && isEstablished(fact) && !isOverruled(fact))
    .sort(newestFirst);
  const day = facts[0] && utcDayOf(facts[0].occurredAt);

  const holds = current(contexts);
  const due = upcoming(contexts);
  const left = uncited(facts, [holds, due]);
  const news = day === undefined ? [] : recent(left, day);
  const before = left.filter(({ occurredAt }) => utcDayOf(occurredAt) !== day);
  return {
    headline: headlineOf(board.story.title, contexts),
    sections: inSections([
      ['What holds now', holds],
      [day === undefined ? '' : `What was new ${dates.on(day).replace(/,$/, '')}`, news],
      ['What is disputed or only claimed', inDispute(contexts, material.facts, dates)],
      ['What is due', due],
      ['How it came to this', background(before, dates)],
    ]),
    freshUntil: freshUntil(given, contexts),
  };
}

function uncited(facts: readonly Fact[], told: readonly Sentence[][]): Fact[] {
  const cited = new Set(told.flat().flatMap(({ events }) => events));
  return facts.filter(({ id }) => !cited.has(id));
}
