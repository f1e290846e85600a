import type { Clocks } from './clocks.js';
import type { ToldForm } from './tell-form.js';
import { timelineEntry, type TimelineEntry } from './told-entry.js';

/** A fact as the timeline tells it, with what each source says. */
export interface Evidence extends TimelineEntry {
  accounts: { event: string; data: Record<string, unknown> }[];
}

/** A told form as what can be cited. */
export function evidenceOf({ form, told, withdrawn }: ToldForm, { reportedAsOf }: Pick<Clocks, 'reportedAsOf'>): Evidence {
  const accounts = told.accounts.map(({ event, data }) => ({ event, data }));
  return { ...timelineEntry(form, told, withdrawn, reportedAsOf), accounts };
}
