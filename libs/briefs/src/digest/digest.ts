import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import { date } from '#catalogue/wording/dates.js';
import { withStop } from '#catalogue/wording/sentence.js';
import type { Fact, Item } from '../model/brief-input.js';
import { buildSections, citing, type Section, type Sentence } from '../model/sentence.js';
import { weightOfType } from '../model/weights.js';
import { renderedViews } from '../renderers/registry.js';
import { isClaim, isEstablished, newestFirst, renderContext, type RenderContext } from '../renderers/render-context.js';
import { named } from '../renderers/names.js';
import { describeWithdrawals } from '../renderers/withdrawals.js';
import { renderMostImportant } from '../sections/aggregation.js';
import { endedByTime, holding } from '../sections/brief-sections.js';
import { renderClaim } from '../sections/claims.js';
import { overruledAmong } from '../sections/disputes.js';
import { dated, datesAt, shortenDates } from '../wording/dates.js';

export const PERIODS = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** A day, a week from Monday to Sunday, or a month, all in UTC. */
export interface DigestPeriod {
  kind: PeriodKind;
  /** `2025-10-26`, `2025-W43` (ISO 8601), `2025-10`. */
  name: string;
  /** `from` inclusive, `to` exclusive, in microseconds since the epoch. */
  from: number;
  to: number;
}

const DAY = 86_400_000_000;

/** The period of a kind that contains an instant. */
export function periodAt(kind: PeriodKind, instant: number): DigestPeriod {
  const day = formatDay(instant);
  if (kind === 'week') return weekOf(periodOf(day).from);
  const name = kind === 'day' ? day : day.slice(0, 7);
  const { from, to } = periodOf(name);
  return { kind, name, from, to };
}

/** The start of the last day. Subtracts a day and not a microsecond, which a number cannot hold in far centuries. */
export const lastDay = ({ to }: Pick<DigestPeriod, 'to'>): number => to - DAY;

/** Whether a date is precise enough to lie in one period of a kind: "August" is in a month, but in no week. */
export function isWithin(kind: PeriodKind, date: string): boolean {
  const { precision } = periodOf(date);
  return precision === 'day' || precision === 'instant' || (precision === 'month' && kind === 'month');
}

/** A week belongs to the year of its Thursday (ISO 8601). */
function weekOf(day: number): DigestPeriod {
  const from = day - ((new Date(day / 1000).getUTCDay() + 6) % 7) * DAY;
  const thursday = from + 3 * DAY;
  const year = formatDay(thursday).slice(0, 4);
  const number = 1 + Math.floor((thursday - periodOf(year).from) / (7 * DAY));
  return { kind: 'week', name: `${year}-W${String(number).padStart(2, '0')}`, from, to: from + 7 * DAY };
}

/** A subject whose item at the end of a period differs from that before it. */
interface ChangedItem {
  before: Item | null;
  after: Item | null;
}

export interface DigestInput {
  story: { slug: string; title: string };
  period: DigestPeriod;
  /** The facts of the story that are dated within the period, including those retracted since. */
  happened: readonly Fact[];
  changed: readonly ChangedItem[];
  /** Further facts that can be cited for the changed subjects. */
  evidence: readonly Fact[];
  /** The end of the period, or the present if the period is not over. Microseconds since the epoch. */
  instant: number;
}

/** A period of a story: what happened, what changed as a result, what was corrected since. */
export interface Digest {
  kind: PeriodKind;
  /** `2025-10-26`, `2025-W43`, `2025-10`. */
  period: string;
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  headline: string;
  sections: Section[];
}

/** The maximum number of sentences in each section. */
const MAX_HAPPENED = 20;
const MAX_CLAIMS = 6;
const MAX_CHANGED = 10;
const MAX_CORRECTED = 10;

/** The digest of a period. Pure. Dates of the year of the period have no year, whenever the digest is read. */
export function buildDigest(input: DigestInput): Digest {
  const { story, period, changed, instant } = input;
  const dates = datesAt(instant);
  const board = boardOf(changed);
  const allFacts = describeWithdrawals(named([...input.evidence, ...input.happened], board), board);
  const facts = shortenDates(allFacts, dates);
  const happened = facts.slice(input.evidence.length);
  const isOverruled = overruledAmong(changed.flatMap(({ after }) => after ?? []));
  const established = happened.filter((fact) => isEstablished(fact) && !isOverruled(fact));
  const claims = happened.filter(isClaim).sort(newestFirst).slice(0, MAX_CLAIMS);
  // The sentences of a single day have no dates.
  const datesInPeriod = period.kind === 'day' ? undefined : dates;
  const events = renderMostImportant(established, MAX_HAPPENED, ({ type }) => weightOfType(type), datesInPeriod);
  // What changed is rendered with dates, so it could repeat a sentence of a day.
  const rendered = established.filter(({ sentence }) => events.some(({ text }) => text === sentence));
  const repeated = new Set(rendered.map((fact) => dated(fact, dates)));
  return {
    kind: period.kind,
    period: period.name,
    from: formatDay(period.from),
    to: formatDay(lastDay(period)),
    headline: `${story.title}: ${nameOf(period)}`,
    sections: buildSections([
      ['What happened', events],
      ['What was only claimed', claims.map((fact) => renderClaim(fact, dates))],
      [
        'What changed as a result',
        renderChanges(changed, facts, period, instant).filter(({ text }) => !repeated.has(text)),
      ],
      ['What has been corrected since', happened.flatMap(renderCorrection).slice(0, MAX_CORRECTED)],
    ]),
  };
}

/** What holds of a subject, and what time alone ended. */
const standing = (context: RenderContext): Sentence[] => [...holding(context), ...endedByTime(context)];

/** The items at the end of a period, by view. */
function boardOf(changed: readonly ChangedItem[]): { views: Record<string, Item[]> } {
  const views: Record<string, Item[]> = {};
  for (const { after } of changed) if (after) (views[after.view] ??= []).push(after);
  return { views };
}

/** What holds at the end of a period and did not hold before it, in the order of a brief. */
function renderChanges(
  changed: readonly ChangedItem[],
  facts: readonly Fact[],
  { from }: DigestPeriod,
  instant: number,
): Sentence[] {
  const earlier = facts.filter(({ occurredAt }) => periodOf(occurredAt).from < from);
  const views = renderedViews(new Set(changed.flatMap(({ after }) => after?.view ?? [])));
  const inOrder = views.flatMap((view) => changed.filter(({ after }) => after?.view === view));
  return inOrder
    .flatMap(({ before, after }) => {
      if (after === null) return [];
      const held = before === null ? [] : standing(renderContext(before, { facts: earlier, instant }));
      const texts = held.map(({ text }) => text);
      return standing(renderContext(after, { facts, instant })).filter(({ text }) => !texts.includes(text));
    })
    .slice(0, MAX_CHANGED);
}

/** That a fact was corrected or retracted since, and why. */
function renderCorrection(fact: Fact): Sentence[] {
  const { sentence, retracted, corrected } = fact;
  if (retracted) {
    const { text, events } = citing(`Withdrawn: “${sentence}” Reason: ${withStop(retracted.reason)}`, [fact]);
    return [{ text, events: [...new Set([...events, retracted.event])] }];
  }
  const last = corrected?.at(-1);
  return last ? [citing(`Corrected, and now reads: “${sentence}” Reason: ${withStop(last.reason)}`, [fact])] : [];
}

/** "26 October 2025", "20 to 26 October 2025", "October 2025". */
function nameOf({ kind, name, from, to }: DigestPeriod): string {
  if (kind !== 'week') return date(name);
  const [first, last] = [date(formatDay(from)), date(formatDay(lastDay({ to })))];
  const shared = last.split(' ').filter((word, i) => i > 0 && first.split(' ')[i] === word);
  return `${first
    .split(' ')
    .slice(0, 3 - shared.length)
    .join(' ')} to ${last}`;
}
