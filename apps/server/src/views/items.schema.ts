import { z } from 'zod';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { views } from '#views/registry.js';
import { discriminatedUnion } from '../openapi/discriminated-union.js';
import { haltedSubjectsField } from './halted.js';

/** At what point an answer was read. */
export const ClocksBody = z
  .strictObject({
    asOf: z.string().nullable().meta({ description: 'The last instant of the world that counts; null: no bound' }),
    reportedAsOf: z
      .string()
      .nullable()
      .meta({ description: 'The last instant of the press that counts; null: no bound' }),
    recordedAsOf: z
      .string()
      .nullable()
      .meta({ description: 'The last instant of the record that counts, or @ and a position; null: no bound' }),
    position: z.int().min(0).meta({ description: 'The one point of the log at which all of it was read' }),
  })
  .meta({ id: 'Clocks', description: 'What an answer resolved its clocks to' });

const Data = z.record(z.string(), z.unknown());

export const disputeFields = {
  property: z.string(),
  reason: z.enum(['value', 'date']).meta({ description: 'Sources tell other values, or the same since other dates' }),
  open: z.boolean().meta({ description: 'False once it has been settled' }),
  candidates: z
    .array(
      z.strictObject({
        value: z.unknown(),
        occurredAt: ReducedDate,
        events: z
          .array(z.string())
          .max(50)
          .meta({ description: 'The first event that gives it, and the latest 49 others' }),
        publishers: z.array(z.string()).max(50),
        counts: z
          .strictObject({ events: z.int(), publishers: z.int() })
          .meta({ description: 'How many there are, listed or not' }),
      }),
    )
    .max(50)
    .meta({ description: 'What is said by whom: the one that is believed first, and the latest 49 others' }),
  counts: z.strictObject({ candidates: z.int() }).meta({ description: 'How many there are, listed or not' }),
};

const Dispute = z
  .strictObject(disputeFields)
  .meta({ id: 'Dispute', description: 'Where sources disagree: the winner first' });

const Claim = z
  .strictObject({
    event: z.string(),
    by: z.string().nullable().meta({ description: 'Who says so' }),
    occurredAt: ReducedDate,
    data: Data.meta({ description: 'The data of the event that claims it' }),
  })
  .meta({ id: 'Claim', description: 'What somebody says; it is not in force' });

/** What a view says of a subject at one point, whatever its state. */
const around = {
  subject: z.string(),
  story: z.string().meta({ description: 'That of its latest fact' }),
  since: ReducedDate.nullable().meta({
    description: 'The date of the fact that brought the state; null where only claims are known',
  }),
  contested: z.boolean().meta({ description: 'What holds at this date is in doubt' }),
  dateUncertain: z
    .boolean()
    .meta({ description: 'Facts of different precision overlap, and which came first is not known' }),
  disputes: z.array(Dispute).max(50).meta({ description: 'The latest that matter' }),
  claims: z.array(Claim).max(50).meta({ description: 'The latest that stand' }),
  events: z.array(z.string()).max(10).meta({ description: 'The latest facts behind it, oldest first' }),
  counts: z
    .strictObject({ claims: z.int(), disputes: z.int() })
    .meta({ description: 'How many claims and disputes there are, listed or not' }),
};

/** `tariffs` gives `TariffsItem`. */
const itemName = (view: string): string => `${view.charAt(0).toUpperCase()}${view.slice(1)}Item`;

type View = (typeof views)[number];

const itemOf = ({ name, state }: View) =>
  z.strictObject({ view: z.literal(name), ...around, state: (state as z.ZodType).nullable() });

const forms = views.map((view) => ({
  value: view.name,
  name: itemName(view.name),
  schema: itemOf(view).meta({
    id: itemName(view.name),
    description: `One subject of the view ${view.name}. ${view.description}`,
  }),
}));

/** An item of any view: `view` says which. */
export const ItemBody = discriminatedUnion('view', forms, { id: 'Item', description: 'One subject of a view' });

const change = { view: z.string(), subject: z.string(), before: ItemBody.nullable(), after: ItemBody.nullable() };

export const ChangeBody = z
  .strictObject(change)
  .meta({ id: 'Change', description: 'What became of a subject; null: nothing was said of it' });

export const SubjectChangedBody = z
  .strictObject({
    ...change,
    events: z
      .array(z.string())
      .meta({ description: 'What was told in between, the latest 50; none where time alone has changed it' }),
  })
  .meta({ id: 'SubjectChanged', description: 'A subject that is told differently at two points' });

/** The items of one view. */
export function itemBodyOf(view: string): z.ZodType {
  const form = forms.find((one) => one.value === view);
  if (!form) throw new RangeError(`not a view: ${view}`);
  return form.schema;
}

/** An item with the point at which it was read. */
export const ItemAtBody = discriminatedUnion(
  'view',
  views.map((view) => ({
    value: view.name,
    name: `${itemName(view.name)}At`,
    schema: itemOf(view)
      .extend({ story: z.string().nullable(), clocks: ClocksBody })
      .meta({ id: `${itemName(view.name)}At` }),
  })),
  { id: 'ItemAt', description: 'One subject of a view, at the point of the clocks that was asked for' },
);

/** A page of a list of something. */
export const itemsPageBody = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; null: this is the last' }),
    clocks: ClocksBody,
  });

export const ItemsBody = itemsPageBody(ItemBody).extend(haltedSubjectsField).meta({ id: 'Items' });

export const HistoryBody = itemsPageBody(ItemBody).meta({ id: 'History' });
