import type { DataOf } from '#catalogue/catalogue.js';
import { Person } from '#catalogue/values/person.js';
import { Place } from '#catalogue/values/place.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { defineView, type AtInstant, type FoldedFact } from './define-view.js';
import { LATEST, latest } from './lists/latest.js';
import { placeParts, placeProperties, mergePlace } from './places/place.js';
import { newPlan, planDeadlines, planProperties, plansAt, settle, withPlanOfOccasion } from './plans/plan.js';

/** `date` is that of the plan or, once the visit was made, the date on which it was made. */
export const Visit = z.strictObject({
  title: Text.nullable(),
  visitor: Person.nullable(),
  place: Place.nullable(),
  purpose: Text.nullable(),
  hosts: z.array(Person).max(LATEST),
  status: z.enum(['planned', 'made', 'cancelled']),
  date: ReducedDate.nullable(),
  plans: z.array(z.strictObject({ kind: z.literal('planned'), ...planProperties })).max(LATEST),
});
export type Visit = z.infer<typeof Visit>;

/** With the fact that it was made, which fulfils a plan that is folded later; `null` unless it was made. */
const FoldedVisit = z.strictObject({ ...Visit.shape, madeBy: z.string().nullable() });
type FoldedVisit = z.infer<typeof FoldedVisit>;

const initialState: FoldedVisit = {
  title: null,
  visitor: null,
  place: null,
  purpose: null,
  hosts: [],
  status: 'planned',
  date: null,
  plans: [],
  madeBy: null,
};

type Data = DataOf<'VisitPlanned' | 'VisitMade' | 'VisitCancelled'>;

/** The visit with what any fact about it may say of who comes, where to and what for. */
function described(before: FoldedVisit | null, data: Data): FoldedVisit {
  const visit = before ?? initialState;
  return {
    ...visit,
    title: data.title ?? visit.title,
    visitor: data.visitor ?? visit.visitor,
    place: mergePlace(visit.place, data.place),
    purpose: data.purpose ?? visit.purpose,
    hosts: data.hosts ? latest(data.hosts) : visit.hosts,
  };
}

/**
 * The latest plan. One without a date keeps the known date, unless the visit was cancelled: its date is void. A visit
 * is a single occasion: once it was made, a plan reported late does not change that.
 */
function planned(before: FoldedVisit | null, { id, data }: FoldedFact<DataOf<'VisitPlanned'>>): FoldedVisit {
  const visit = described(before, data);
  const plan = { kind: 'planned' as const, ...newPlan(id, data.scheduledFor) };
  const plans = withPlanOfOccasion(visit.plans, plan, () => true, visit.madeBy);
  if (visit.status === 'made') return { ...visit, plans };
  const known = visit.status === 'cancelled' ? null : visit.date;
  return { ...visit, status: 'planned', date: data.scheduledFor ?? known, plans };
}

function made(before: FoldedVisit | null, { id, data, occurredAt }: FoldedFact<DataOf<'VisitMade'>>): FoldedVisit {
  const visit = described(before, data);
  const plans = settle(visit.plans, () => true, 'fulfilled', id);
  return { ...visit, status: 'made', date: occurredAt, plans, madeBy: visit.madeBy ?? id };
}

function cancelled(before: FoldedVisit | null, { id, data }: FoldedFact<DataOf<'VisitCancelled'>>): FoldedVisit {
  const visit = described(before, data);
  const plans = settle(visit.plans, () => true, 'withdrawn', id);
  return { ...visit, status: 'cancelled', date: data.scheduledFor ?? visit.date, plans, madeBy: null };
}

/** A planned visit stays planned once its date has passed; its plan is then due. */
function at({ madeBy: _, ...visit }: Visit & Partial<FoldedVisit>, instant: number): AtInstant<Visit> {
  const { plans, next } = plansAt(visit.plans, instant);
  return { state: { ...visit, plans }, next };
}

/** A visit without a slug is about no subject: it is in the timeline alone. */
const subject = ({ data }: { data: { visit?: string | undefined } }): string | null => data.visit ?? null;

export const visits = defineView({
  name: 'visits',
  version: 1,
  description:
    'Visits: who goes where, when and what for, and whether it was made; a planned one counts as made ' +
    'only by a later fact',
  subject: 'visit',
  state: Visit,
  folded: FoldedVisit,
  headline: ['status', 'date'],
  appendLists: [{ property: 'plans', key: 'event' }],
  on: {
    VisitPlanned: {
      subject,
      fold: planned,
      says: ({ data }) => ({
        status: 'planned',
        ...(data.scheduledFor !== undefined && { date: data.scheduledFor }),
        ...placeProperties(data.place),
      }),
    },
    // The date of a visit that was made is that of its fact: what sources said of the planned one no longer matters.
    VisitMade: {
      subject,
      fold: made,
      says: ({ data }) => ({ status: 'made', date: null, ...placeProperties(data.place) }),
    },
    VisitCancelled: { subject, fold: cancelled, says: () => ({ status: 'cancelled' }) },
  },
  at,
  parts: placeParts,
  title: ({ title }) => title,
  deadlines: ({ plans }) => planDeadlines(plans, 'scheduled', () => 'visit planned'),
  parties: ({ visitor, hosts }) => [
    ...new Set([...(visitor ? [visitor] : []), ...hosts].flatMap(({ party }) => party ?? [])),
  ],
});
