import { exceedsLimits } from '#catalogue/bounds.js';
import { eventDefinition } from '#catalogue/catalogue.js';
import { check } from '#catalogue/problems.js';
import { EventId } from '#catalogue/values/identifiers.js';
import { formatFirstInstant } from '#catalogue/values/reduced-date.js';
import type { StoredEvent } from '#log/event.js';
import { z } from 'zod';
import { sha256Of, uuidOf } from '../articles/article.entity.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { MAX_ERRORS, MAX_EVENTS, type ParsedRequest, parseWithShape, summarizeErrors } from './parse-events.js';
import { toEventInput } from './to-event-body.js';

const Attribute = z.string().min(1, { error: 'must not be empty' });

/** A CloudEvent as it is posted (JSON event format 1.0). Extension attributes are allowed, and are not stored. */
export const CloudEventInput = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: Attribute.max(1000).meta({
      description: 'The id of the event where it is a UUID; else the id is derived from it and `source`',
    }),
    source: Attribute.max(2000),
    type: Attribute.regex(/^dateline\../, {
      error: 'must be dateline. and an event type, as in dateline.MeetingHeld',
    }).meta({
      description: '`dateline.` and the event type',
    }),
    subject: Attribute.optional().meta({ description: 'The slug of the story' }),
    time: Attribute.optional().meta({ description: 'When it happened, where the data have no date' }),
    datacontenttype: z
      .string()
      .regex(/^application\/(json|[\w.+-]+\+json)\b/i, { error: 'must be JSON' })
      .optional(),
    dataschema: Attribute.optional(),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The event as it is posted; fields of the attributes may be left out' }),
  })
  .meta({ id: 'NewCloudEvent', description: 'A CloudEvent 1.0, structured' });

export const CloudEventBody = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string(),
    source: z.string(),
    type: z.string().meta({ description: '`dateline.` and the event type' }),
    subject: z.string().meta({ description: 'The slug of the story' }),
    time: z
      .string()
      .optional()
      .meta({ description: 'The first instant of its date; absent for an event about an event' }),
    datacontenttype: z.literal('application/json'),
    data: z.record(z.string(), z.unknown()).meta({ description: 'The event as it would be posted' }),
    position: z.int().meta({ description: 'Its position in the log' }),
    recordedtime: z.string().meta({ description: 'When it was recorded' }),
  })
  .meta({ id: 'CloudEvent', description: 'An event as a CloudEvent 1.0' });
export type CloudEventBody = z.infer<typeof CloudEventBody>;

export const CloudEventsBody = z.array(CloudEventBody).meta({ id: 'CloudEvents' });

/** An event as it would be posted, and for each field that came from an attribute the pointer to the attribute. */
interface Unwrapped {
  input: Record<string, unknown>;
  attributes: Readonly<Record<string, string>>;
}

/**
 * Checks one CloudEvent or a batch of them: first the envelopes, then the events in them by the catalogue. A field that
 * is both in the attributes and in the data must be the same. Only `time` may differ from the date in the data, which
 * is as precise as known, since many libraries set `time` by themselves.
 *
 * @param now microseconds since the epoch
 * @throws Problem `invalid-event` or `unknown-type`, with pointers into the body as it was sent
 */
export function parseCloudEvents(body: unknown, batch: boolean, now: number): ParsedRequest {
  if (batch && !(Array.isArray(body) && body.length > 0 && body.length <= MAX_EVENTS)) {
    const detail = `must be an array of 1 to ${MAX_EVENTS.toLocaleString('en')} CloudEvents`;
    throw new Problem('invalid-event', `The batch ${detail}.`, { errors: [{ pointer: '', detail }] });
  }
  const at = (index: number): string => (batch ? `/${index}` : '');
  const errors: ProblemPointer[] = [];
  const unwrapped = (batch ? (body as unknown[]) : [body]).map((one, index) => {
    const result = unwrap(one);
    if ('input' in result) return result;
    errors.push(...result.errors.map(({ pointer, detail }) => ({ pointer: at(index) + pointer, detail })));
    return { input: {}, attributes: {} };
  });
  if (errors.length > 0)
    throw new Problem('invalid-event', summarizeErrors(errors), { errors: errors.slice(0, MAX_ERRORS) });
  const pointer = (index: number, within: string): string =>
    at(index) + (unwrapped[index]?.attributes[within] ?? `/data${within}`);
  return parseWithShape(
    { batch, pointer, unknownTarget: 'unknown-target' },
    unwrapped.map(({ input }) => input),
    now,
  );
}

function unwrap(one: unknown): Unwrapped | { errors: readonly ProblemPointer[] } {
  const excess = exceedsLimits(one);
  if (excess) return { errors: [excess] };
  const checked = check(CloudEventInput, one);
  if (!checked.ok) return { errors: checked.errors };
  const { id: givenId, source, type: givenType, subject, time, data } = checked.value;
  const parsedId = EventId.safeParse(givenId);
  const id = parsedId.success ? parsedId.data : uuidOf(sha256Of(`cloudevent\n${source}\n${givenId}`));
  const type = givenType.slice('dateline.'.length);
  const errors = [
    ...invalidExtensions(checked.value),
    ...contradictions(data, { id, type, ...(subject !== undefined && { story: subject }) }),
  ];
  if (errors.length > 0) return { errors };
  const story = data['story'] ?? subject;
  const takesTime = data['occurredAt'] === undefined && time !== undefined && eventDefinition(type)?.about !== 'event';
  return {
    input: { ...data, id, type, ...(story !== undefined && { story }), ...(takesTime && { occurredAt: time }) },
    attributes: {
      '/id': '/id',
      '/type': '/type',
      ...(data['story'] === undefined && { '/story': '/subject' }),
      ...(takesTime && { '/occurredAt': '/time' }),
    },
  };
}

/** The fields in which the data differ from the attributes. */
function contradictions(
  data: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, string>>,
): ProblemPointer[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const given = data[name];
    const same =
      given === undefined ||
      given === value ||
      (name === 'id' && typeof given === 'string' && given.toLowerCase() === value);
    return same
      ? []
      : [{ pointer: `/data/${name}`, detail: `must be ${value}, as in the attributes of the CloudEvent` }];
  });
}

const ATTRIBUTES = new Set(Object.keys(CloudEventInput.shape));

/** Extension attributes whose name or value the standard does not allow. */
function invalidExtensions(event: Readonly<Record<string, unknown>>): ProblemPointer[] {
  return Object.entries(event).flatMap(([name, value]) => {
    if (ATTRIBUTES.has(name)) return [];
    const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === 'data_base64' || !/^[a-z0-9]+$/.test(name))
      return [{ pointer, detail: 'is not an attribute that is accepted here' }];
    return ['string', 'number', 'boolean'].includes(typeof value)
      ? []
      : [{ pointer, detail: 'must be a string, a number or a boolean' }];
  });
}

export const CLOUD_EVENT = 'application/cloudevents+json';
export const CLOUD_EVENTS = 'application/cloudevents-batch+json';

/** The same source for all events. Together with an id, which is a UUID, it names an event everywhere. */
const SOURCE = 'urn:dateline:log';

/** An event of the log as a CloudEvent. It can be posted to another server as it is. */
export function toCloudEvent(event: StoredEvent): CloudEventBody {
  const { id, type, story, occurredAt, position, recordedAt } = event;
  return {
    specversion: '1.0',
    id,
    source: SOURCE,
    type: `dateline.${type}`,
    subject: story,
    ...(occurredAt !== undefined && { time: formatFirstInstant(occurredAt) }),
    datacontenttype: 'application/json',
    data: toEventInput(event),
    position,
    recordedtime: recordedAt,
  };
}
