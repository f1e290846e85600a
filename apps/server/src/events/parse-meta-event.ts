import { z } from 'zod';
import { eventCorrected, eventCorroborated, eventRetracted } from '#catalogue/events/corrections.js';
import { Source } from '#catalogue/source.js';
import { EventId } from '#catalogue/values/identifiers.js';
import { JsonObject } from '#catalogue/values/json-object.js';
import { escapePointer, Problem } from '../problems/problem.js';
import { parseWithShape, type ParsedRequest, type RequestShape } from './parse-events.js';

// Schemas for the OpenAPI document. The catalogue checks the bodies themselves, as the data of an event.
const { target: _corrected, ...corrects } = eventCorrected.data.shape;
const { target: _retracted, ...retracts } = eventRetracted.data.shape;
const { target: _corroborated, ...corroborates } = eventCorroborated.data.shape;

export const CorrectionInput = z.strictObject({ ...corrects, source: Source.optional() }).meta({
  id: 'NewCorrection',
  description: 'A correction: each given field replaces the whole of that field',
  anyOf: [
    { required: ['data'] },
    { required: ['occurredAt'] },
    { required: ['certainty'] },
    { required: ['publishedAt'] },
  ],
});

export const CorrectionPatch = z
  .strictObject({
    ...corrects,
    data: JsonObject.optional().meta({
      description: 'A merge patch (RFC 7396) of the data as they stand: null removes a field, what is not named stays',
    }),
    source: Source.optional(),
  })
  .meta({
    id: 'NewCorrectionPatch',
    description: 'A correction that names only what changes in the data; every other field replaces the whole field',
    anyOf: [{ required: ['data'] }, { required: ['occurredAt'] }, { required: ['certainty'] }],
  });

export const RetractionInput = z
  .strictObject({ ...retracts, source: Source.optional() })
  .meta({ id: 'NewRetraction', description: 'Why the event no longer counts' });

export const CorroborationInput = z
  .strictObject({ ...corroborates, source: Source })
  .meta({ id: 'NewCorroboration', description: 'A further source, and where its account differs' });

export type MetaEventType = 'EventCorrected' | 'EventRetracted' | 'EventCorroborated';

/** The fields of a body: the data of the event, without the target, and the source. */
const FIELDS: Readonly<Record<MetaEventType, readonly string[]>> = {
  EventCorrected: Object.keys(CorrectionInput.shape),
  EventRetracted: Object.keys(RetractionInput.shape),
  EventCorroborated: Object.keys(CorroborationInput.shape),
};

/** The body is the data of the event, so a pointer does not begin with `/data`. The target is in the path. */
const META_EVENT_SHAPE: RequestShape = {
  batch: false,
  pointer: (_, within) => within.replace(/^\/data(?=\/|$)/, '').replace(/^\/target$/, ''),
  unknownTarget: 'not-found',
};

const PATCH_SHAPE: RequestShape = { ...META_EVENT_SHAPE, patchesData: true };

/**
 * Checks a correction, retraction or corroboration that was posted at its target, as if it had been posted as an event.
 *
 * @param target the id in the path
 * @param now microseconds since the epoch
 * @param patchesData its `data` are a merge patch
 * @throws Problem `invalid-event`, `malformed-json` where there is no body, `not-found` where the target cannot be an
 * id
 */
export function parseMetaEvent(
  type: MetaEventType,
  target: string,
  body: unknown,
  now: number,
  patchesData = false,
): ParsedRequest {
  if (body === undefined) throw new Problem('malformed-json', 'This operation needs a body.');
  if (!EventId.safeParse(target).success) throw new Problem('not-found', `The record has no event ${target}.`);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('', 'must be an object');
  if ('target' in body) throw invalid('/target', 'is not a field here: the target is in the path');
  const fields = FIELDS[type];
  const given = Object.entries(body as Record<string, unknown>);
  const { source, ...data } = Object.fromEntries(given.filter(([field]) => fields.includes(field)));
  const detail = `is not a field here; taken here: ${fields.join(', ')}`;
  const unknown = given
    .filter(([field]) => !fields.includes(field))
    .map(([field]) => ({ pointer: `/${escapePointer(field)}`, detail }));
  const event = { type, data: { ...data, target }, ...(source !== undefined && { source }) };
  return parseWithShape(patchesData ? PATCH_SHAPE : META_EVENT_SHAPE, [event], now, unknown);
}

const invalid = (pointer: string, detail: string): Problem =>
  new Problem('invalid-event', `${pointer === '' ? 'The body' : pointer} ${detail}.`, {
    errors: [{ pointer, detail }],
  });
