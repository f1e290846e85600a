import type { DataOf } from '#catalogue/catalogue.js';
import { Party } from '#catalogue/values/party.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { RestrictionKind } from '#catalogue/values/closed-values.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type AtInstant, type Deadline, type FoldedFact, type On } from './define-view.js';
import { appendDistinct, LATEST, latest } from './lists/latest.js';
import { endOfPeriod, hasPassed } from './time/ends.js';

export const Restriction = z.strictObject({
  title: Text.nullable(),
  imposedBy: Party.nullable(),
  appliesTo: Party.nullable(),
  kind: RestrictionKind.nullable(),
  goods: z.array(Text).max(LATEST),
  status: z.enum(['in_force', 'suspended', 'lifted', 'unknown']),
  until: ReducedDate.nullable(),
});
export type Restriction = z.infer<typeof Restriction>;

type Data = DataOf<'RestrictionImposed' | 'RestrictionSuspended' | 'RestrictionLifted'>;

/** The three types differ only in the status that they set. What a fact does not name is kept. */
function becoming(status: 'in_force' | 'suspended' | 'lifted'): On<Restriction, Data> {
  return {
    subject: ({ data }) => data.restriction,
    fold: (before: Restriction | null, { data }: FoldedFact<Data>): Restriction => ({
      title: data.title ?? before?.title ?? null,
      imposedBy: data.imposedBy ?? before?.imposedBy ?? null,
      appliesTo: data.appliesTo ?? before?.appliesTo ?? null,
      kind: data.kind ?? before?.kind ?? null,
      goods: data.goods ? latest(data.goods) : (before?.goods ?? []),
      status,
      until: data.until ?? null,
    }),
    says: ({ data }) => ({ status, until: data.until ?? null }),
  };
}

/** Any status can be limited by a date. Once the date has passed, no source has said what is in force. */
function at(restriction: Restriction, instant: number): AtInstant<Restriction> {
  const { status, until } = restriction;
  if (status === 'unknown' || until === null) return { state: restriction, next: null };
  if (hasPassed(until, instant)) return { state: { ...restriction, status: 'unknown' }, next: null };
  return { state: restriction, next: endOfPeriod(until) };
}

const ENDS = { in_force: 'restriction runs out', suspended: 'suspension ends', lifted: 'lift ends' } as const;

function deadlines({ status, until }: Restriction): Deadline[] {
  if (status === 'unknown' || until === null) return [];
  return [{ kind: 'expires', date: until, what: ENDS[status], plan: null }];
}

export const restrictions = defineView({
  name: 'restrictions',
  version: 6,
  description: 'Restrictions on trade other than tariffs: who imposed which on whom, and whether they are in force',
  subject: 'restriction',
  state: Restriction,
  headline: ['status', 'until'],
  on: {
    RestrictionImposed: becoming('in_force'),
    RestrictionSuspended: becoming('suspended'),
    RestrictionLifted: becoming('lifted'),
  },
  at,
  title: ({ title }) => title,
  deadlines,
  parties: ({ imposedBy, appliesTo }) =>
    appendDistinct(
      [],
      [imposedBy, appliesTo].filter((party) => party !== null),
    ),
});
