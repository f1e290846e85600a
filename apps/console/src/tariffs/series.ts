import type { Schema } from '../api/client.js';
import { whoSays } from '../items/item-words.js';
import { stepDate } from '../items/step-date.js';
import { firstDay } from '../ui/dates.js';

type Step = Schema<'TariffsItemStep'>;

/** A rate from a day on. `null`: it was not known, or none was in force. */
export interface RateStep {
  day: number;
  date: string;
  rate: number | null;
  comparator: string | null;
  status: string;
  /** The fact that brought it; `null`: time alone did. */
  event: string | null;
  /** Sources disagree about it. */
  disputed: boolean;
  /** The order of the facts at its date is not known. */
  uncertain: boolean;
}

/** A rate that is announced, threatened or only claimed: a mark beside the line. */
export interface RateMark {
  kind: 'pending' | 'claimed';
  day: number;
  date: string;
  rate: number;
  words: string;
  event: string;
}

/** One tariff as a chart shows it. */
export interface TariffSeries {
  subject: string;
  steps: RateStep[];
  marks: RateMark[];
}

/** The line of a tariff from its history, and the marks from its present state. */
export function seriesOf(
  subject: string,
  history: readonly Step[],
  item: Schema<'TariffsItem'> | undefined,
): TariffSeries {
  const steps: RateStep[] = [];
  for (const step of history) {
    const date = stepDate(step);
    if (step.state === null || date === null) continue;
    const { status, ratePercent, comparator } = step.state;
    const next: RateStep = {
      day: firstDay(date),
      date,
      rate: status === 'in_force' ? ratePercent : status === 'lifted' ? 0 : null,
      comparator,
      status,
      event: step.by === 'fact' ? (step.lastFact?.event ?? null) : null,
      disputed: step.contested,
      uncertain: step.dateUncertain,
    };
    const last = steps.at(-1);
    // A step that brought something else, such as an announcement, is no step of the rate.
    if (last && last.rate === next.rate && last.status === next.status && last.disputed === next.disputed) continue;
    if (last?.day === next.day) steps.pop();
    steps.push(next);
  }
  return { subject, steps, marks: item ? marksOf(item) : [] };
}

function marksOf(item: Schema<'TariffsItem'>): RateMark[] {
  const pending = (item.state?.pending ?? []).flatMap(({ kind, ratePercent, effectiveFrom, event }): RateMark[] =>
    ratePercent === null || effectiveFrom === null
      ? []
      : [{ kind: 'pending', day: firstDay(effectiveFrom), date: effectiveFrom, rate: ratePercent, words: kind, event }],
  );
  const claimed = item.claims.flatMap(({ data, occurredAt, by, event }): RateMark[] => {
    const rate = data['ratePercent'];
    if (typeof rate !== 'number') return [];
    return [{ kind: 'claimed', day: firstDay(occurredAt), date: occurredAt, rate, words: whoSays(by), event }];
  });
  return [...pending, ...claimed];
}

const csvCell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  // A spreadsheet would run a text that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The same as a table, a line for each step and each mark. */
export function seriesToCsv(series: readonly TariffSeries[]): string {
  const lines: (string | number | null)[][] = series.flatMap(({ subject, steps, marks }) => [
    ...steps.map((step) => [subject, step.date, step.rate, step.comparator, step.status, step.event]),
    ...marks.map((mark) => [subject, mark.date, mark.rate, null, `${mark.kind}: ${mark.words}`, mark.event]),
  ]);
  const head = ['tariff', 'from', 'ratePercent', 'comparator', 'status', 'event'];
  return [head, ...lines].map((line) => line.map(csvCell).join(',') + '\r\n').join('');
}
