import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { views } from '#views/registry.js';
import { z } from 'zod';
import { discriminatedUnion } from '../openapi/schema-reference.js';
import { ClocksBody, itemsPageBody, undatedCount } from '../query/page.js';
import {
  BooleanParameter,
  clockParameters,
  DateParameter,
  pageParameters,
  TextParameter,
} from '../query/parameters.js';
import { lineBody } from '../query/whole-list.js';
import { OrderParameter, PartiesParameter, PartyParameter, WordsParameter } from '../query/words.js';
import { haltedSubjectsField } from './halted.js';
import { ITEM_INCLUDES, MAX_STEPS } from './item-histories.js';

const Data = z.record(z.string(), z.unknown());

export const disputeFields = {
  property: z.string(),
  reason: z
    .enum(['value', 'date'])
    .meta({ description: 'Sources give different values, or different dates for the same value' }),
  open: z.boolean().meta({ description: 'False once the dispute has been settled' }),
  candidates: z
    .array(
      z.strictObject({
        value: z.unknown(),
        occurredAt: ReducedDate,
        events: z
          .array(z.string())
          .max(50)
          .meta({ description: 'The first event that gives the value, and the latest 49 others' }),
        publishers: z.array(z.string()).max(50),
        counts: z
          .strictObject({ events: z.int(), publishers: z.int() })
          .meta({ description: 'How many there are, listed or not' }),
      }),
    )
    .max(50)
    .meta({ description: 'The values and their sources: the winner first, then the latest 49 others' }),
  counts: z.strictObject({ candidates: z.int() }).meta({ description: 'How many there are, listed or not' }),
};

const Dispute = z
  .strictObject(disputeFields)
  .meta({ id: 'Dispute', description: 'Where sources disagree: the winner first' });

const Claim = z
  .strictObject({
    event: z.string(),
    by: z.string().nullable().meta({ description: 'Who claims it' }),
    occurredAt: ReducedDate,
    data: Data.meta({ description: 'The data of the claiming event' }),
  })
  .meta({ id: 'Claim', description: 'A claim of somebody. It has no effect on the state' });

/** The fields of an item besides its state, the same in all views. */
const metadata = {
  subject: z.string(),
  story: z.string().meta({ description: 'The story of its latest fact' }),
  since: ReducedDate.nullable().meta({
    description:
      'When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or ' +
      'instant at which time alone did. Null where only claims are known',
  }),
  lastFact: z
    .strictObject({ event: z.string(), occurredAt: ReducedDate })
    .nullable()
    .meta({ description: 'The last fact of the state. Null where only claims are known' }),
  contested: z.boolean().meta({
    description:
      'Some value at this date would be different if another source were right. ' +
      'Disputes can be listed although they do not change this date',
  }),
  dateUncertain: z
    .boolean()
    .meta({ description: 'Dates of different precision overlap, so the order of the facts is unknown' }),
  disputes: z.array(Dispute).max(50).meta({ description: 'The latest disputes that still matter' }),
  claims: z.array(Claim).max(50).meta({ description: 'The latest claims that are not retracted' }),
  events: z.array(z.string()).max(10).meta({ description: 'The latest facts of the state, oldest first' }),
  counts: z
    .strictObject({ claims: z.int(), disputes: z.int() })
    .meta({ description: 'How many claims and disputes there are, listed or not' }),
  ...undatedCount,
};

/** `tariffs` gives `TariffsItem`. */
const itemName = (view: string): string => `${view.charAt(0).toUpperCase()}${view.slice(1)}Item`;

type View = (typeof views)[number];

const itemOf = ({ name, state }: View) =>
  z.strictObject({ view: z.literal(name), ...metadata, state: (state as z.ZodType).nullable() });

const members = views.map((view) => ({
  value: view.name,
  name: itemName(view.name),
  schema: itemOf(view).meta({
    id: itemName(view.name),
    description: `One subject of the view ${view.name}. ${view.description}`,
  }),
}));

/** An item of any view; the field `view` names the view. */
const ItemBody = discriminatedUnion('view', members, { id: 'Item', description: 'One subject of a view' });

const change = { view: z.string(), subject: z.string(), before: ItemBody.nullable(), after: ItemBody.nullable() };

export const ChangeBody = z
  .strictObject(change)
  .meta({ id: 'Change', description: 'The change of a subject; null: it had no item' });

export const SubjectChangedBody = z
  .strictObject({
    ...change,
    events: z
      .array(z.string())
      .meta({ description: 'The latest 50 events in between; none where time alone changed the subject' }),
    ...undatedCount,
  })
  .meta({ id: 'SubjectChanged', description: 'A subject that differs between two points' });

/** The items of one view. */
export function itemBodyOf(view: string): z.ZodType {
  const member = members.find((one) => one.value === view);
  if (!member) throw new RangeError(`not a view: ${view}`);
  return member.schema;
}

/** An item, with the clocks at which it was read. */
export const ItemAtBody = discriminatedUnion(
  'view',
  views.map((view) => ({
    value: view.name,
    name: `${itemName(view.name)}At`,
    schema: itemOf(view)
      .extend({ story: z.string().nullable(), clocks: ClocksBody })
      .meta({ id: `${itemName(view.name)}At` }),
  })),
  { id: 'ItemAt', description: 'One subject of a view, at the requested point of the clocks' },
);

const by = z.enum(['fact', 'time']).meta({ description: 'Whether a fact brought it, or time alone' });

/** An item of any view, and what brought it. @param suffix of the names of the schemas */
const stepOf = (suffix: string, more: z.ZodRawShape) =>
  discriminatedUnion(
    'view',
    views.map((view) => ({
      value: view.name,
      name: `${itemName(view.name)}${suffix}`,
      schema: itemOf(view)
        .extend({ by, ...more })
        .meta({ id: `${itemName(view.name)}${suffix}` }),
    })),
    { id: `History${suffix}`, description: 'One subject of a view, as it was from a date on' },
  );

const StepBody = stepOf('Step', {});

export const HistoryBody = itemsPageBody(StepBody).meta({ id: 'History' });

const ItemHistoryBody = z
  .strictObject({
    subject: z.string(),
    steps: z.array(StepBody).max(MAX_STEPS).meta({ description: 'As in its history, oldest first' }),
    more: z.boolean().meta({ description: 'Whether the history has further steps' }),
  })
  .meta({ id: 'ItemHistory', description: 'The beginning of the history of a subject' });

export const ItemsBody = itemsPageBody(ItemBody)
  .extend({
    ...haltedSubjectsField,
    histories: z
      .array(ItemHistoryBody)
      .optional()
      .meta({ description: 'With `include=history`: the history of each item, in the order of the items' }),
  })
  .meta({ id: 'Items' });

export const ItemLine = lineBody(ItemAtBody, 'ItemLine');
export const StepLine = lineBody(stepOf('StepAt', { clocks: ClocksBody }), 'StepLine');
/** With `include=history` a list has a line for each step. */
export const ItemOrStepLine = z.union([ItemLine, StepLine]);

export const ViewBody = z
  .strictObject({
    name: z.string(),
    version: z.int().meta({ description: 'A view of a higher version is built again from the log' }),
    description: z.string(),
    subject: z.string().meta({ description: 'The format of a subject' }),
    schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema 2020-12 of a state' }),
  })
  .meta({ id: 'View', description: 'A view: the states of one kind of subject, folded from the facts' });
export type ViewBody = z.infer<typeof ViewBody>;

export const ViewsBody = z.strictObject({ items: z.array(ViewBody), next: z.null() }).meta({ id: 'Views' });

export const ItemQuery = z.strictObject(clockParameters);

export const ItemsQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  story: TextParameter.optional().meta({ description: 'Subjects that a fact of this story is about' }),
  party: PartiesParameter('Subjects whose state names this party'),
  status: TextParameter.optional().meta({ description: 'Subjects whose state has this status, as the view names it' }),
  imposedBy: PartyParameter('Subjects whose state has this party as `imposedBy`, in views that have that'),
  appliesTo: PartyParameter('Subjects whose state has this party as `appliesTo`, in views that have that'),
  include: WordsParameter(
    ITEM_INCLUDES,
    '`history`: also what each item was before, as in its history. JSON has it in `histories`, and a page then may ' +
      'hold fewer items than its limit and still have a `next`. CSV and NDJSON have all steps in place of the items',
  ),
  dateUncertain: BooleanParameter.meta({
    type: 'boolean',
    description: 'Subjects of which the order of the facts is unknown, or with `false` those of which it is known',
  }),
});

export const HistoryQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  from: DateParameter.optional().meta({ description: 'Only what began on this date or later' }),
  to: DateParameter.optional().meta({ description: 'Only what began by the end of this date' }),
});

export const SubjectFactsQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  order: OrderParameter('desc', 'By date: `desc` is newest first'),
});

export const Subject = z.string().meta({ description: 'A subject of the view, for example USA>CHN:all' });
