import type { Pool } from 'pg';
import { type EventType, eventDefinition } from '#catalogue/catalogue.js';
import { parseData, type ParsedMetaEvent } from '#catalogue/event-input.js';
import type { FactState } from '#history/facts/fact-state.js';
import { accountAsItStands } from '#history/facts/resolve-fact.js';
import { readEventsById } from '#log/read/read-events.js';
import { factStatesFromLog } from '#reader/timeline/facts-from-log.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { FactSnapshot } from './fact-snapshot.js';
import { mergePatch } from './merge-patch.js';
import {
  type IdentifiedEvent,
  type Target,
  withoutTarget,
  type ResolvedEvent,
  type SourcedEvent,
} from './new-event.js';
import { summarizeErrors, type RequestShape } from './parse-events.js';

/** An event that can be a target. */
interface PossibleTarget extends Target {
  type: string;
  /** Absent where it has none. */
  source?: unknown;
}

/**
 * Finds the targets of meta-events: stored events, or earlier events of the same batch. Parses their data by the type
 * of the target.
 *
 * @throws Problem `invalid-event` where data do not match the type of the target. Any other error of a target is the
 * `refusal` of its event.
 */
export async function resolveTargets(
  events: readonly SourcedEvent[],
  shape: RequestShape,
  pool: Pool,
): Promise<ResolvedEvent[]> {
  const wanted = events.flatMap(({ event }) => (event.about === 'event' ? [event.data.target] : []));
  const known = new Map(
    (await readEventsById(pool, [...new Set(wanted)])).map((event): [string, PossibleTarget] => [event.id, event]),
  );
  const patches = shape.patchesData ? await factStatesFromLog(pool, factIdsIn(known), Infinity) : null;
  const errors: ProblemPointer[] = [];
  const found = events.map(({ event, source }, index) => {
    if (event.about !== 'event') {
      if (!known.has(event.id)) known.set(event.id, { ...event, factId: event.id, factType: event.type });
      return withoutTarget({ event, source });
    }
    const target = known.get(event.data.target);
    if (!target) return { event, source, target: null, refusal: unknownTarget(shape, index, event.data.target) };
    const error = targetError(event, target);
    if (error) return { event, source, target, refusal: invalidEvent(shape, index, [error]) };
    const patched = patches?.get(target.factId);
    if (patched) return patchData({ event, source }, target, patched, shape);
    const data = dataFor(target, event.data);
    if (!data.ok)
      errors.push(...data.errors.map(({ pointer, detail }) => ({ pointer: shape.pointer(index, pointer), detail })));
    const { id, story, factId, factType } = target;
    if (event.type === 'EventCorroborated' && !known.has(event.id))
      known.set(event.id, { type: event.type, id: event.id, story, factId, factType, source });
    return {
      event: data.ok ? { ...event, data: data.data } : event,
      source,
      target: { id, story, factId, factType },
      refusal: null,
    };
  });
  if (errors.length > 0) throw new Problem('invalid-event', summarizeErrors(errors), { errors });
  return checkSubjects(found, shape, pool);
}

/** Refuses accounts about another subject than that of their fact, as the fact is when they are recorded. */
async function checkSubjects(
  found: readonly ResolvedEvent[],
  shape: RequestShape,
  pool: Pool,
): Promise<ResolvedEvent[]> {
  const compared = found.flatMap(({ event, target }) =>
    target && givesDataOfAccount(event, target) ? [target.factId] : [],
  );
  if (compared.length === 0) return [...found];
  const facts = await FactSnapshot.read(pool, new Set(compared));
  return found.map((one, index) => {
    const { event, target } = one;
    const detail =
      target && !one.refusal && givesDataOfAccount(event, target)
        ? facts.subjectError(target.factId, event.data.data)
        : null;
    facts.add(one);
    return detail === null ? one : { ...one, refusal: invalidEvent(shape, index, [{ pointer: '/data/data', detail }]) };
  });
}

/** Whether an event gives data for another account than the fact's own. */
const givesDataOfAccount = (
  event: IdentifiedEvent,
  target: Target,
): event is IdentifiedEvent & { data: { data: Record<string, unknown> } } =>
  event.about === 'event' &&
  'data' in event.data &&
  event.data.data !== undefined &&
  (event.type === 'EventCorroborated' || target.id !== target.factId);

function targetError(event: ParsedMetaEvent, target: PossibleTarget): ProblemPointer | null {
  if (event.story !== undefined && event.story !== target.story)
    return { pointer: '/story', detail: `must be the story of the target, ${target.story}` };
  if (target.type === 'EventCorrected' || target.type === 'EventRetracted')
    return { pointer: '/data/target', detail: 'must be a fact, or a corroboration' };
  if (
    event.type === 'EventCorroborated' &&
    (target.id !== target.factId || eventDefinition(target.type)?.about !== 'world')
  )
    return { pointer: '/data/target', detail: 'must be a fact' };
  if (event.type === 'EventRetracted' && target.type === 'StoryOpened')
    return { pointer: '/data/target', detail: 'cannot be the opening of a story' };
  if ('publishedAt' in event.data && event.data.publishedAt !== undefined && !target.source)
    return { pointer: '/data/publishedAt', detail: 'cannot be given: the target has no source' };
  return null;
}

/** Parses the data of a correction or a corroboration by the type of its target. */
function dataFor(
  target: Target,
  data: ParsedMetaEvent['data'],
): { ok: true; data: ParsedMetaEvent['data'] } | { ok: false; errors: readonly ProblemPointer[] } {
  if (!('data' in data) || data.data === undefined) return { ok: true, data };
  const checked = parseData(target.factType as EventType, data.data);
  return checked.ok ? { ok: true, data: { ...data, data: checked.data as Record<string, unknown> } } : checked;
}

const factIdsIn = (known: ReadonlyMap<string, PossibleTarget>): string[] =>
  [...known.values()].map((one) => one.factId);

/**
 * Replaces the patch that a correction gives by the patched data of its target, as they stand. Invalid data are a
 * `refusal` and no error of the request: they depend on what is recorded, and a repetition of a request that was
 * stored gets the first answer whatever has been recorded since.
 */
function patchData(
  { event, source }: SourcedEvent & { event: ParsedMetaEvent },
  { id, story, factId, factType }: Target,
  state: FactState,
  shape: RequestShape,
): ResolvedEvent {
  const target = { id, story, factId, factType };
  const madeAt = state.corrections.at(-1)?.position ?? state.position;
  if (!('data' in event.data) || event.data.data === undefined) return { event, source, target, refusal: null };
  const patched = mergePatch(accountAsItStands(state, id)?.data, event.data.data);
  const checked = parseData(factType as EventType, patched);
  if (!checked.ok) return { event, source, target, refusal: invalidEvent(shape, 0, checked.errors), madeAt };
  const data = { ...event.data, data: checked.data as Record<string, unknown> };
  return { event: { ...event, data }, source, target, refusal: null, madeAt };
}

function unknownTarget({ pointer, unknownTarget: code }: RequestShape, index: number, target: string): Problem {
  if (code === 'not-found') return new Problem('not-found', `The record has no event ${target}.`);
  const error = { pointer: pointer(index, '/data/target'), detail: 'is not the id of a recorded event' };
  return new Problem('unknown-target', summarizeErrors([error]), { errors: [error] });
}

function invalidEvent({ pointer }: RequestShape, index: number, found: readonly ProblemPointer[]): Problem {
  const errors = found.map((error) => ({ pointer: pointer(index, error.pointer), detail: error.detail }));
  return new Problem('invalid-event', summarizeErrors(errors), { errors });
}
