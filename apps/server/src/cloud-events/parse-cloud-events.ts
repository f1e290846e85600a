import { exceedsLimits } from '#catalogue/bounds.js';
import { eventDefinition } from '#catalogue/catalogue.js';
import { check } from '#catalogue/problems.js';
import { EventId } from '#catalogue/values/event-id.js';
import { sha256Of, uuidOf } from '../articles/article-id.js';
import { MAX_EVENTS, parseWithShape, summary, type ParsedRequest } from '../events/parse-events.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { CloudEventInput } from './cloud-event.schema.js';

/** An event as it would be posted, and which of its fields came from an attribute: there the pointer leads. */
interface Unwrapped {
  input: Record<string, unknown>;
  attributes: Readonly<Record<string, string>>;
}

/**
 * Checks one CloudEvent or a batch of them: the envelope, then the events in them by the catalogue. What the attributes
 * and the data both say must be the same, but for `time`: the data's own date is as exact as it is known, and many a
 * library sets the time by itself.
 *
 * @param now microseconds since the epoch
 * @throws Problem `invalid-event` or `unknown-type`, with pointers into the body as it came
 */
export function parseCloudEvents(body: unknown, batch: boolean, now: number): ParsedRequest {
  if (batch && !(Array.isArray(body) && body.length > 0 && body.length <= MAX_EVENTS)) {
    const detail = `must be an array of 1 to ${MAX_EVENTS.toLocaleString('en')} CloudEvents`;
    throw new Problem('invalid-event', `The batch ${detail}.`, { errors: [{ pointer: '', detail }] });
  }
  const at = (index: number): string => (batch ? `/${index}` : '');
  const errors: ProblemPointer[] = [];
  const unwrapped = (batch ? (body as unknown[]) : [body]).map((one, index) => {
    const read = unwrap(one);
    if ('input' in read) return read;
    errors.push(...read.errors.map(({ pointer, detail }) => ({ pointer: at(index) + pointer, detail })));
    return { input: {}, attributes: {} };
  });
  if (errors.length > 0) throw new Problem('invalid-event', summary(errors), { errors: errors.slice(0, 100) });
  const pointer = (index: number, within: string): string =>
    at(index) + (unwrapped[index]?.attributes[within] ?? `/data${within}`);
  return parseWithShape(
    { batch, pointer, unknownTarget: 'unknown-target' },
    unwrapped.map(({ input }) => input),
    now,
  );
}

function unwrap(one: unknown): Unwrapped | { errors: readonly ProblemPointer[] } {
  const tooMuch = exceedsLimits(one);
  if (tooMuch) return { errors: [tooMuch] };
  const checked = check(CloudEventInput, one);
  if (!checked.ok) return { errors: checked.errors };
  const { id: given, source, type: named, subject, time, data } = checked.value;
  const known = EventId.safeParse(given);
  const id = known.success ? known.data : uuidOf(sha256Of(`cloudevent\n${source}\n${given}`));
  const type = named.slice('dateline.'.length);
  const errors = [
    ...badAttributes(checked.value),
    ...twoWords(data, { id, type, ...(subject !== undefined && { story: subject }) }),
  ];
  if (errors.length > 0) return { errors };
  const story = data['story'] ?? subject;
  const dated = data['occurredAt'] === undefined && time !== undefined && eventDefinition(type)?.about !== 'event';
  return {
    input: { ...data, id, type, ...(story !== undefined && { story }), ...(dated && { occurredAt: time }) },
    attributes: {
      '/id': '/id',
      '/type': '/type',
      ...(data['story'] === undefined && { '/story': '/subject' }),
      ...(dated && { '/occurredAt': '/time' }),
    },
  };
}

/** What the data say otherwise than the attributes. */
function twoWords(
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
      : [{ pointer: `/data/${name}`, detail: `must be what the attributes of the CloudEvent say, ${value}` }];
  });
}

const ATTRIBUTES = new Set(Object.keys(CloudEventInput.shape));

/** Extension attributes are named and valued as the standard has it. */
function badAttributes(event: Readonly<Record<string, unknown>>): ProblemPointer[] {
  return Object.entries(event).flatMap(([name, value]) => {
    if (ATTRIBUTES.has(name)) return [];
    const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === 'data_base64' || !/^[a-z0-9]+$/.test(name))
      return [{ pointer, detail: 'is not an attribute of a CloudEvent that is taken here' }];
    return ['string', 'number', 'boolean'].includes(typeof value)
      ? []
      : [{ pointer, detail: 'must be a text, a number or a truth value' }];
  });
}
