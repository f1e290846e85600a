import { z } from 'zod';
import { type Column, columnsOfPaths } from '../http/csv.js';
import { clockParameters, DateParameter, pageParameters, TextParameter } from '../query/parameters.js';
import { lineOf } from '../query/whole-list.js';
import {
  CertaintiesParameter,
  OrderParameter,
  PartiesParameter,
  TypesParameter,
  ViewsParameter,
} from '../query/words.js';
import { FactBody } from '../views/fact.schema.js';
import type { TimelineRequest } from './read-timeline.query.js';

const text = TextParameter.optional();

const parameters = {
  ...clockParameters,
  ...pageParameters,
  from: DateParameter.optional().meta({ description: 'Facts whose date begins with this one or later' }),
  to: DateParameter.optional().meta({ description: 'Facts whose date begins by the end of this one' }),
  type: TypesParameter('Facts of this event type'),
  party: PartiesParameter('Facts that name this party'),
  person: text.meta({ description: 'Facts that name this person' }),
  publisher: text.meta({ description: 'Facts that this publisher reports' }),
  certainty: CertaintiesParameter('Facts of this certainty'),
  view: ViewsParameter('Facts about a subject of this view'),
  subject: text.meta({ description: 'With one `view`: facts of this subject, in the format of the view' }),
  include: z
    .string()
    .refine((value) => value === 'retracted', { error: 'must be retracted' })
    .optional()
    .meta({ enum: ['retracted'], description: 'Also shows retracted facts' }),
  order: OrderParameter('desc', 'By date: `desc` is newest first'),
};

export const TimelineQuery = z
  .strictObject(parameters)
  .refine(({ view, subject }) => subject === undefined || view?.length === 1, {
    error: 'must be one view where a subject is given',
    path: ['view'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from.period.from < to.period.to, {
    error: 'comes after to',
    path: ['from'],
  });

export const AllTimelineQuery = TimelineQuery.safeExtend({
  story: text.meta({ description: 'Facts of this story' }),
});

/** The filter of a timeline. */
export function timelineFilter(query: z.output<typeof TimelineQuery>): TimelineRequest {
  const { from, to, type, party, person, publisher, certainty, view, subject, include } = query;
  const [ofSubject] = view ?? [];
  return {
    from: from?.period,
    to: to?.period,
    types: type,
    parties: party,
    person,
    publisher,
    certainties: certainty,
    retracted: include === 'retracted',
    ...(ofSubject !== undefined && subject !== undefined
      ? { subject: { view: ofSubject, subject } }
      : { viewNames: view }),
  };
}

export const FactLine = lineOf(FactBody, 'FactLine');

/** The first source is that of the account that is followed. */
const sourceColumns = columnsOfPaths(
  ['publisher', 'url', 'headline', 'quote', 'attributedTo'].map((name) => `sources.0.${name}`),
).map((column) => ({ ...column, name: column.name.replace('sources.0', 'source') }));

/** The columns of facts: their place on each clock, what happened, who reported it, and what else there is. */
export const factColumns: readonly Column<unknown>[] = [
  ...columnsOfPaths(['position', 'occurredAt', 'reportedAt', 'recordedAt', 'story', 'type', 'certainty', 'sentence']),
  ...sourceColumns,
  ...columnsOfPaths(['counts.sources', 'counts.corrected', 'retracted.recordedAt', 'retracted.reason']),
  ...columnsOfPaths(['data', 'sources', 'corrected', 'id']),
];
