import { EventId } from '#catalogue/values/event-id.js';
import { escapePointer, Problem } from '../problems/problem.js';
import { CorrectionInput, CorroborationInput, RetractionInput } from './meta-events.schema.js';
import { parseWithShape, type ParsedRequest, type RequestShape } from './parse-events.js';

export type MetaEventType = 'EventCorrected' | 'EventRetracted' | 'EventCorroborated';

/** What a body may hold: what would be the data, but for the target, and the source. */
const takenBy: Readonly<Record<MetaEventType, readonly string[]>> = {
  EventCorrected: Object.keys(CorrectionInput.shape),
  EventRetracted: Object.keys(RetractionInput.shape),
  EventCorroborated: Object.keys(CorroborationInput.shape),
};

/** The body is what would be the data, so a pointer lacks the step to them; the target is in the path. */
const atItsEvent: RequestShape = {
  batch: false,
  pointer: (_, within) => within.replace(/^\/data(?=\/|$)/, '').replace(/^\/target$/, ''),
  unknownTarget: 'not-found',
};

/**
 * Checks a correction, retraction or corroboration that was posted at the event that it is about: as if it had been
 * posted as an event of its own.
 *
 * @param target the event's id, as it stands in the path
 * @param now microseconds since the epoch
 * @throws Problem `invalid-event`, `malformed-json` where there is no body, `not-found` where no event can have such an
 * id
 */
export function parseMetaEvent(type: MetaEventType, target: string, body: unknown, now: number): ParsedRequest {
  if (body === undefined) throw new Problem('malformed-json', 'A body is needed here.');
  if (!EventId.safeParse(target).success) throw new Problem('not-found', `The record holds no event ${target}.`);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('', 'must be an object');
  if ('target' in body) throw invalid('/target', 'is not a field here: the target stands in the path');
  const taken = takenBy[type];
  const fields = Object.entries(body as Record<string, unknown>);
  const [known, foreign] = [
    fields.filter(([field]) => taken.includes(field)),
    fields.filter(([field]) => !taken.includes(field)),
  ];
  const { source, ...data } = Object.fromEntries(known);
  const detail = `is not a field here; taken here: ${taken.join(', ')}`;
  const found = foreign.map(([field]) => ({ pointer: `/${escapePointer(field)}`, detail }));
  return parseWithShape(
    atItsEvent,
    [{ type, data: { ...data, target }, ...(source !== undefined && { source }) }],
    now,
    found,
  );
}

const invalid = (pointer: string, detail: string): Problem =>
  new Problem('invalid-event', `${pointer === '' ? 'The body' : pointer} ${detail}.`, {
    errors: [{ pointer, detail }],
  });
