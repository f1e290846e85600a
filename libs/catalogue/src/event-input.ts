import { z } from 'zod';
import { exceedsLimits } from './bounds.js';
import { catalogue, type DataOf, type EventType } from './catalogue.js';
import type { About, EventDefinition } from './define-event.js';
import { check, type Problem } from './problems.js';
import { Source } from './source.js';
import { Certainty } from './values/certainty.js';
import { EventId } from './values/event-id.js';
import { ReducedDate } from './values/reduced-date.js';
import { Slug } from './values/slug.js';

export { ArticleSource, Source, WebSource } from './source.js';

const fields = {
  id: EventId.describe('Makes the request repeatable: the same id with the same content is stored once').optional(),
  story: Slug.describe('Slug of the story that it belongs to'),
  occurredAt: ReducedDate.describe('When it happened, as precisely as it is known'),
  certainty: Certainty.describe('How sure the source is').default('reported'),
  source: Source.describe('Where it was read'),
};

/** An event as a client posts it, whatever its type: which fields it needs and what its `data` hold, its type says. */
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

/** An event that says something of the world, or opens or closes a story. */
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
  /** Missing only of a story that is opened or closed. */
  source?: Source;
}

/** An event about an event. Its target stands in `data.target`. */
export interface ParsedMetaEvent {
  about: 'event';
  id?: string;
  type: 'EventCorrected' | 'EventRetracted' | 'EventCorroborated';
  /** Where it is given, it must be the target's: whoever knows the target checks that. */
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

/** Made once, when the module is loaded: an event then costs one walk through one schema. */
const inputs: ReadonlyMap<string, Input> = new Map(
  catalogue.map((definition) => [definition.type, { about: definition.about, schema: inputOf(definition) }]),
);

/**
 * What a client posts for an event of a type, its `data` included: a strict zod object. The type must be one of the
 * catalogue.
 */
export function eventInputOf(type: EventType): z.ZodType {
  return known(inputs, type).schema;
}

/**
 * Checks an event that a client posted: its envelope and the data of its type, all problems at once. What needs a clock
 * or a database is not checked here. Never throws, whatever JSON comes.
 */
export function parseEvent(input: unknown): ParsedInput {
  const tooMuch = exceedsLimits(input);
  if (tooMuch !== null) return { ok: false, code: 'invalid-event', errors: [tooMuch] };
  const type = typeOf(input);
  const of = type === undefined ? undefined : inputs.get(type);
  if (of === undefined) return unknownEvent(type, input);
  const checked = check(of.schema, input);
  if (!checked.ok) return { ok: false, code: 'invalid-event', errors: checked.errors };
  return { ok: true, event: { about: of.about, ...(checked.value as object) } as ParsedEvent };
}

/**
 * Checks the data that an event about an event gives for its target, by the target's own type. Pointers begin with
 * `at`. The type must be one of the catalogue.
 */
export function parseData(
  type: EventType,
  data: unknown,
  at = '/data/data',
): { ok: true; data: unknown } | { ok: false; errors: Problem[] } {
  const checked = check(known(dataSchemas, type), data);
  if (checked.ok) return { ok: true, data: checked.value };
  return { ok: false, errors: checked.errors.map(({ pointer, detail }) => ({ pointer: at + pointer, detail })) };
}

const dataSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  catalogue.map((definition) => [definition.type, definition.data]),
);

function known<Value>(map: ReadonlyMap<string, Value>, type: string): Value {
  const value = map.get(type);
  if (value === undefined) throw new RangeError(`not an event type: ${type}`);
  return value;
}

function typeOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { type } = input as { type?: unknown };
  return typeof type === 'string' ? type : undefined;
}

/** What can be said of an event whose type says nothing. */
function unknownEvent(type: string | undefined, input: unknown): ParsedInput {
  const general = check(EventInput, input);
  const errors = general.ok ? [] : general.errors;
  if (type === undefined) return { ok: false, code: 'invalid-event', errors };
  return { ok: false, code: 'unknown-type', errors: [{ pointer: '/type', detail: noSuchType(type) }, ...errors] };
}

/** Names the types that begin with the same word, or all of them where none does. */
function noSuchType(type: string): string {
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
  const named = { id: fields.id, type: z.literal(type), data };
  const sourced =
    (source ?? (about === 'world' ? 'required' : 'optional')) === 'required' ? fields.source : fields.source.optional();
  if (about === 'event')
    return z.strictObject({ ...named, story: fields.story.optional(), source: sourced }, { error: ofTheTarget });
  return z.strictObject({
    ...named,
    story: fields.story,
    occurredAt: fields.occurredAt,
    certainty: fields.certainty,
    source: sourced,
  });
}

/** What a correction or a corroboration says of its target stands in its data. */
function ofTheTarget(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  return issue.keys.some((key) => key === 'occurredAt' || key === 'certainty')
    ? 'is not a field of an event about an event: what is said of its target stands in its data'
    : undefined;
}
