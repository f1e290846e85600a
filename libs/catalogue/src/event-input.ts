import { z } from 'zod';
import { exceedsLimits } from './bounds.js';
import { catalogue, type DataOf, type EventType } from './catalogue.js';
import type { About, EventDefinition } from './events/define-event.js';
import { check, type Problem } from './problems.js';
import { Source } from './source.js';
import { Certainty } from './values/closed-values.js';
import { EventId, Slug } from './values/identifiers.js';
import { ReducedDate } from './values/reduced-date.js';

const fields = {
  id: EventId.describe('Makes the request repeatable: the same id with the same content is stored once').optional(),
  story: Slug.describe('Slug of the story that it belongs to'),
  occurredAt: ReducedDate.describe('When it happened, as precisely as it is known'),
  certainty: Certainty.describe('How sure the source is').default('reported'),
  source: Source.describe('Where it was read'),
};

/** An event of any type as a client posts it. Its type decides which fields are required and what `data` hold. */
export const EventInput = z
  .strictObject({
    id: fields.id,
    type: z.string().describe('One of the event types'),
    story: fields.story.optional(),
    occurredAt: fields.occurredAt.optional(),
    certainty: fields.certainty,
    data: z.unknown(),
    source: fields.source.optional(),
  })
  .meta({ id: 'EventInput' });
export type EventInput = z.input<typeof EventInput>;

/** A fact about the world, or the opening or closing of a story. */
export interface ParsedFact<T extends EventType = EventType> {
  about: 'world' | 'story';
  /** A UUID in lower case, where the client gave one. */
  id?: string;
  type: T;
  story: string;
  /** As precise as known: `2025`, `2025-08`, `2025-10-26` or an instant. */
  occurredAt: string;
  certainty: Certainty;
  data: DataOf<T>;
  /** Only the opening or closing of a story may lack it. */
  source?: Source;
}

/** An event about an event. `data.target` is the id of its target. */
export interface ParsedMetaEvent {
  about: 'event';
  id?: string;
  type: 'EventCorrected' | 'EventRetracted' | 'EventCorroborated';
  /** If given, it must be the story of the target. Not checked here: the target is not known. */
  story?: string;
  data: DataOf<'EventCorrected'> | DataOf<'EventRetracted'> | DataOf<'EventCorroborated'>;
  source?: Source;
}

export type ParsedEvent = ParsedFact | ParsedMetaEvent;

export type ParsedInput =
  { ok: true; event: ParsedEvent } | { ok: false; code: 'invalid-event' | 'unknown-type'; errors: Problem[] };

interface Input {
  about: About;
  schema: z.ZodType;
}

/** Built once, when the module is loaded, so that checking an event is one walk through one schema. */
const inputs: ReadonlyMap<string, Input> = new Map(
  catalogue.map((definition) => [definition.type, { about: definition.about, schema: inputOf(definition) }]),
);

/** The strict zod object of what a client posts for an event of a type, including its `data`. */
export function eventInputOf(type: EventType): z.ZodType {
  return getOrThrow(inputs, type).schema;
}

/**
 * Checks the envelope and the data of an event that a client posted, and returns all problems at once. Checks nothing
 * that needs a clock or a database. Never throws, whatever the JSON.
 */
export function parseEvent(input: unknown): ParsedInput {
  const excess = exceedsLimits(input);
  if (excess !== null) return { ok: false, code: 'invalid-event', errors: [excess] };
  const type = typeOf(input);
  const expected = type === undefined ? undefined : inputs.get(type);
  if (expected === undefined) return unknownEvent(type, input);
  const checked = check(expected.schema, input);
  if (!checked.ok) return { ok: false, code: 'invalid-event', errors: checked.errors };
  return { ok: true, event: { about: expected.about, ...(checked.value as object) } as ParsedEvent };
}

/** Checks the data that an event about an event gives for its target of a type. Pointers begin with `at`. */
export function parseData(
  type: EventType,
  data: unknown,
  at = '/data/data',
): { ok: true; data: unknown } | { ok: false; errors: Problem[] } {
  const checked = check(getOrThrow(dataSchemas, type), data);
  if (checked.ok) return { ok: true, data: checked.value };
  return { ok: false, errors: checked.errors.map(({ pointer, detail }) => ({ pointer: at + pointer, detail })) };
}

const dataSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  catalogue.map((definition) => [definition.type, definition.data]),
);

function getOrThrow<Value>(map: ReadonlyMap<string, Value>, type: string): Value {
  const value = map.get(type);
  if (value === undefined) throw new RangeError(`not an event type: ${type}`);
  return value;
}

function typeOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { type } = input as { type?: unknown };
  return typeof type === 'string' ? type : undefined;
}

/** The problems of an event with an unknown type or none: only its envelope can be checked. */
function unknownEvent(type: string | undefined, input: unknown): ParsedInput {
  const general = check(EventInput, input);
  const errors = general.ok ? [] : general.errors;
  if (type === undefined) return { ok: false, code: 'invalid-event', errors };
  return { ok: false, code: 'unknown-type', errors: [{ pointer: '/type', detail: unknownType(type) }, ...errors] };
}

/** Lists the types that begin with the same word, or all types if none does. */
function unknownType(type: string): string {
  const word = /^[A-Z]?[a-z]+/.exec(type)?.[0].toLowerCase() ?? type;
  const types = catalogue.map((definition) => definition.type).sort();
  const near = types.filter((name) => name.toLowerCase().startsWith(word));
  return `is not a type of the catalogue, which has ${(near.length > 0 ? near : types).join(', ')}`;
}

function inputOf({
  type,
  about,
  source,
  data,
}: Pick<EventDefinition, 'type' | 'about' | 'source' | 'data'>): z.ZodType {
  const common = { id: fields.id, type: z.literal(type), data };
  const needsSource = (source ?? (about === 'world' ? 'required' : 'optional')) === 'required';
  const sourceField = needsSource ? fields.source : fields.source.optional();
  if (about === 'event')
    return z.strictObject(
      { ...common, story: fields.story.optional(), source: sourceField },
      { error: misplacedField },
    );
  return z.strictObject({
    ...common,
    story: fields.story,
    occurredAt: fields.occurredAt,
    certainty: fields.certainty,
    source: sourceField,
  });
}

/** A client that puts `occurredAt` or `certainty` outside `data` most likely means those of the target. */
function misplacedField(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  return issue.keys.some((key) => key === 'occurredAt' || key === 'certainty')
    ? 'is not a field of an event about an event: give what it changes of its target in data'
    : undefined;
}
