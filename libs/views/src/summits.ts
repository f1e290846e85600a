import type { DataOf } from '#catalogue/catalogue.js';
import { Ordinal } from '#catalogue/values/numbers.js';
import { Party } from '#catalogue/values/party.js';
import { Place } from '#catalogue/values/place.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type AtInstant, type Deadline, type FoldedFact, type On } from './define-view.js';
import { placeParts, placeProperties, mergePlace } from './places/place.js';
import { endOfPeriod, hasPassed, unlessPassed } from './time/ends.js';

export const Summit = z.strictObject({
  title: Text.nullable(),
  name: Text,
  edition: Ordinal.nullable(),
  host: Party.nullable(),
  place: Place.nullable(),
  status: z.enum(['open', 'closed']),
  until: ReducedDate.nullable(),
});
export type Summit = z.infer<typeof Summit>;

type Data = DataOf<'SummitOpened' | 'SummitClosed'>;

function becoming(status: Summit['status']): On<Summit, Data> {
  return {
    subject: ({ data }) => data.summit,
    fold: (before: Summit | null, { data, occurredAt }: FoldedFact<Data>): Summit => ({
      title: data.title ?? before?.title ?? null,
      name: data.name,
      edition: data.edition ?? before?.edition ?? null,
      host: data.host ?? before?.host ?? null,
      place: mergePlace(before?.place ?? null, data.place),
      status,
      until:
        data.until ?? (status === 'open' ? unlessPassed(before?.until ?? null, occurredAt) : (before?.until ?? null)),
    }),
    says: ({ data }) => ({
      status,
      ...(data.edition !== undefined && { edition: data.edition }),
      ...(data.host !== undefined && { host: data.host }),
      ...(data.until !== undefined && { until: data.until }),
      ...placeProperties(data.place),
    }),
  };
}

/** A summit ends by its programme: it is closed from the day after its last, whether or not its end was reported. */
function at(summit: Summit, instant: number): AtInstant<Summit> {
  const { status, until } = summit;
  if (status === 'closed' || until === null) return { state: summit, next: null };
  if (hasPassed(until, instant)) return { state: { ...summit, status: 'closed' }, next: null };
  return { state: summit, next: endOfPeriod(until) };
}

function deadlines({ status, until }: Summit): Deadline[] {
  return status === 'open' && until !== null ? [{ kind: 'expires', date: until, what: 'summit ends', plan: null }] : [];
}

export const summits = defineView({
  name: 'summits',
  version: 6,
  description: 'Summits: which, where, until when, and whether they are open',
  subject: 'summit',
  state: Summit,
  headline: ['status', 'until'],
  on: { SummitOpened: becoming('open'), SummitClosed: becoming('closed') },
  at,
  parts: placeParts,
  title: ({ title }) => title,
  deadlines,
  parties: ({ host }) => (host === null ? [] : [host]),
});
