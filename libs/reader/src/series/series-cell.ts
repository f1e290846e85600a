import { periodOf } from '#catalogue/values/reduced-date.js';
import { headlineSinceTime, stateAt } from '#history/fold/headline.js';
import { isContested, type RowContent } from '#history/fold/row.js';
import type { AnyView } from '#views/define-view.js';
import type { Clocks } from '../clocks/clocks.js';

/** A day of a series, and the point of the clocks at which its cells are read. */
export interface SeriesPoint {
  date: string;
  clocks: Clocks;
}

/** What a cell says besides its date and subject. */
export interface CellValues {
  /** By the names of `headlineFields`. */
  headline: Readonly<Record<string, unknown>>;
  since: string | null;
  contested: boolean;
  dateUncertain: boolean;
  /** How many claims there are. */
  claims: number;
  /** On the press's clock: how many are left out for want of a date of publication alone. */
  undated?: number;
}

/** A subject's headline on one day of a series: the headline's fields come after `subject`. */
export interface SeriesCell extends Omit<CellValues, 'headline'> {
  date: string;
  view: string;
  subject: string;
}

const OWN_FIELDS = ['date', 'view', 'subject', 'since', 'contested', 'dateUncertain', 'claims', 'undated'];

/**
 * The fields of a view's headline as cells name them. A property with the name of one of a cell's own fields has
 * `state` before it: `stateDate`.
 */
export const headlineFields = ({ headline }: AnyView): { property: string; field: string }[] =>
  headline.map((property: string) => ({
    property,
    field: OWN_FIELDS.includes(property) ? `state${property.charAt(0).toUpperCase()}${property.slice(1)}` : property,
  }));

/** The cell of a subject before its first fact. */
export const emptyValues = (view: AnyView): CellValues => ({
  headline: headlineOf(view, null),
  since: null,
  contested: false,
  dateUncertain: false,
  claims: 0,
});

export function cellOf(view: AnyView, subject: string, date: string, values: CellValues): SeriesCell {
  const { headline, ...rest } = values;
  return { date, view: view.name, subject, ...headline, ...rest };
}

function headlineOf(view: AnyView, state: unknown): CellValues['headline'] {
  const values = (state ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(headlineFields(view).map(({ property, field }) => [field, values[property] ?? null]));
}

/** A row as cells show it. */
export interface ShownRow {
  says: RowContent;
  /** The date of the fact that opened its run of equal headlines. */
  since: string | null;
  claims: number;
}

/** The cells of one row at instants in rising order. They are made anew only where time alone changes the state. */
export class CellsOfRow {
  private values: CellValues | null = null;
  private changesAt = -Infinity;

  constructor(
    private readonly view: AnyView,
    private readonly row: ShownRow,
  ) {}

  /** @param instant microseconds since the epoch, no earlier than that of the call before */
  at(instant: number): CellValues {
    if (this.values && instant < this.changesAt) return this.values;
    const { view, row } = this;
    const { says, since, claims } = row;
    const { state, next } = stateAt(view, says.state, instant);
    this.changesAt = next ?? Infinity;
    this.values = {
      headline: headlineOf(view, state),
      since:
        says.factDate === null
          ? null
          : (headlineSinceTime(view, says.state, periodOf(says.factDate).from, instant) ?? since),
      contested: isContested(says),
      dateUncertain: says.uncertain.length > 0,
      claims,
    };
    return this.values;
  }
}
