import type { DataOf } from '#catalogue/catalogue.js';
import { Ordinal } from '#catalogue/values/numbers.js';
import { Party } from '#catalogue/values/party.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type AtInstant, type Deadline, type FoldedFact } from './define-view.js';
import { appendDistinct, LATEST, latest } from './lists/latest.js';
import { endOfPeriod, hasPassed, unlessPassed } from './time/ends.js';

const Extension = z.strictObject({
  occurredAt: ReducedDate,
  validUntil: ReducedDate,
  ordinal: Ordinal.nullable(),
  event: z.string(),
});

export const Truce = z.strictObject({
  title: Text.nullable(),
  parties: z.array(Party).max(LATEST),
  agreedAt: ReducedDate.nullable(),
  validUntil: ReducedDate.nullable(),
  extensions: z.array(Extension).max(LATEST),
  status: z.enum(['in_force', 'expired', 'broken', 'ended']),
});
export type Truce = z.infer<typeof Truce>;

const initialState: Truce = {
  title: null,
  parties: [],
  agreedAt: null,
  validUntil: null,
  extensions: [],
  status: 'in_force',
};

function agreed(before: Truce | null, { data, occurredAt }: FoldedFact<DataOf<'TruceAgreed'>>): Truce {
  const truce = before ?? initialState;
  const known = isOver(truce) ? null : unlessPassed(truce.validUntil, occurredAt);
  return {
    ...truce,
    title: data.title ?? truce.title,
    parties: appendDistinct([], data.parties),
    agreedAt: occurredAt,
    validUntil: data.validUntil ?? known,
    status: 'in_force',
  };
}

/** An extension shows that the truce is in force, even if no agreement was reported. The ordinal is the source's. */
function extended(before: Truce | null, { id, data, occurredAt }: FoldedFact<DataOf<'TruceExtended'>>): Truce {
  const truce = before ?? initialState;
  const { validUntil } = data;
  const extension = { occurredAt, validUntil, ordinal: data.ordinal ?? null, event: id };
  return {
    ...truce,
    title: data.title ?? truce.title,
    parties: appendDistinct(truce.parties, data.parties),
    validUntil,
    extensions: latest([...truce.extensions, extension]),
    status: 'in_force',
  };
}

/** A truce that came to an end other than by running out. */
function over(
  before: Truce | null,
  { data }: FoldedFact<DataOf<'TruceBroken' | 'TruceEnded'>>,
  status: 'broken' | 'ended',
): Truce {
  const truce = before ?? initialState;
  return { ...truce, title: data.title ?? truce.title, status };
}

const isOver = (truce: Truce): boolean => truce.status === 'broken' || truce.status === 'ended';

/** A truce that is not extended expires after its last day; one without an end never expires. */
function at(truce: Truce, instant: number): AtInstant<Truce> {
  const { status, validUntil } = truce;
  if (status !== 'in_force' || validUntil === null) return { state: truce, next: null };
  if (hasPassed(validUntil, instant)) return { state: { ...truce, status: 'expired' }, next: null };
  return { state: truce, next: endOfPeriod(validUntil) };
}

function deadlines({ status, validUntil }: Truce): Deadline[] {
  if (status !== 'in_force' || validUntil === null) return [];
  return [{ kind: 'expires', date: validUntil, what: 'truce runs out', plan: null }];
}

export const truces = defineView({
  name: 'truces',
  version: 6,
  description: 'Truces: who agreed on them, until when they hold, and how often they were extended',
  subject: 'truce',
  state: Truce,
  headline: ['status', 'validUntil'],
  on: {
    TruceAgreed: {
      subject: ({ data }) => data.truce,
      fold: agreed,
      says: ({ data }) => ({
        status: 'in_force',
        ...(data.validUntil !== undefined && { validUntil: data.validUntil }),
      }),
    },
    TruceExtended: {
      subject: ({ data }) => data.truce,
      fold: extended,
      says: ({ data }) => ({
        status: 'in_force',
        validUntil: data.validUntil,
        ...(data.ordinal !== undefined && { ordinal: data.ordinal }),
      }),
    },
    TruceBroken: {
      subject: ({ data }) => data.truce,
      fold: (before: Truce | null, fact): Truce => over(before, fact, 'broken'),
      says: () => ({ status: 'broken' }),
    },
    TruceEnded: {
      subject: ({ data }) => data.truce,
      fold: (before: Truce | null, fact): Truce => over(before, fact, 'ended'),
      says: () => ({ status: 'ended' }),
    },
  },
  at,
  title: (truce) => truce.title,
  deadlines,
  parties: (truce) => truce.parties,
});
