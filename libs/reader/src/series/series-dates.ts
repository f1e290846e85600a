import { formatDay, lastInstant, periodOf, type Period } from '#catalogue/values/reduced-date.js';

export const STEPS = ['1d', '1w', '1m'] as const;
export type Step = (typeof STEPS)[number];

const DAY = 86_400_000_000;
const DAYS: Readonly<Record<Exclude<Step, '1m'>, number>> = { '1d': 1, '1w': 7 };

/** A day of a series, and its last instant, microseconds since the epoch. */
export interface SeriesDate {
  date: string;
  last: number;
}

/**
 * The days of a series, from the first to the last in steps. They are computed one by one, since there may be a
 * million. Steps of a month keep the first one's day of the month, or take the last day where the month is shorter.
 */
export class SeriesDates {
  readonly count: number;
  private readonly first: string;

  /** @param to ends no earlier than `from` begins; both are whole days, months or years */
  constructor(
    private readonly from: Period,
    to: Period,
    private readonly step: Step,
  ) {
    this.first = formatDay(from.from);
    // Of whole days the quotient is exact in all centuries.
    this.count = step === '1m' ? this.countMonths(to) : Math.ceil((to.to - from.from) / (DAYS[step] * DAY));
  }

  /** @param index from 0, below `count` */
  at(index: number): SeriesDate {
    const { step } = this;
    const from = step === '1m' ? this.monthsOn(index) : this.from.from + index * DAYS[step] * DAY;
    return { date: formatDay(from), last: lastInstant({ to: from + DAY }) };
  }

  /** The start of the day so many months after the first. */
  private monthsOn(months: number): number {
    const [year = 0, month = 0, day = 0] = this.first.split('-').map(Number);
    const inYears = month - 1 + months;
    const start = `${pad(year + Math.floor(inYears / 12), 4)}-${pad((inYears % 12) + 1, 2)}`;
    const { from, to } = periodOf(start);
    return Math.min(from + (day - 1) * DAY, to - DAY);
  }

  private countMonths(to: Period): number {
    const [year = 0, month = 0] = this.first.split('-').map(Number);
    const [lastYear = 0, lastMonth = 0] = formatDay(lastInstant(to)).split('-').map(Number);
    const months = (lastYear - year) * 12 + (lastMonth - month);
    return this.monthsOn(months) < to.to ? months + 1 : months;
  }
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
