import type { EventType } from '#catalogue/catalogue.js';
import { eventDefinition } from '#catalogue/catalogue.js';
import { parseData, type ParsedMetaEvent } from '#catalogue/event-input.js';
import type { EventSource } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { ReadingPool } from '../app-dependencies.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import { FactSnapshot } from './fact-snapshot.js';
import type { IdentifiedEvent, Target } from './new-event.js';
import { summary, type RequestShape } from './parse-events.js';

/** An event and its source. */
export interface SourcedEvent {
  event: IdentifiedEvent;
  source: EventSource | null;
}

/** An event, its source, and what it is about. */
export interface ResolvedEvent extends SourcedEvent {
  /** Of an event about an event, where it is there. */
  target: Target | null;
  /** Why it cannot. What the log checks before targets is told before this. */
  refusal: Problem | null;
}

/** What is known of an event that another may be about. */
interface Known extends Target {
  type: string;
}

/** Whether what an event is about has to be found. */
export const isAboutEvent = ({ event }: SourcedEvent): boolean => event.about === 'event';

export const withoutTarget = (one: SourcedEvent): ResolvedEvent => ({ ...one, target: null, refusal: null });

/**
 * Finds what the events about events are about: stored events, or earlier ones of the same batch. Their data are
 * brought to the form that the target's type gives them.
 *
 * @throws Problem `invalid-event` where data are not as the target's type has them. All else that is wrong with a
 * target is told with the event.
 */
export async function resolveTargets(
  events: readonly SourcedEvent[],
  posting: RequestShape,
  pool: ReadingPool,
): Promise<ResolvedEvent[]> {
  const wanted = events.flatMap(({ event }) => (event.about === 'event' ? [event.data.target] : []));
  const known = new Map(
    (await readEventsById(pool, [...new Set(wanted)])).map((event): [string, Known] => [event.id, event]),
  );
  const errors: ProblemPointer[] = [];
  const found = events.map(({ event, source }, index) => {
    if (event.about !== 'event') {
      if (!known.has(event.id)) known.set(event.id, { ...event, factId: event.id, factType: event.type });
      return withoutTarget({ event, source });
    }
    const target = known.get(event.data.target);
    if (!target) return { event, source, target: null, refusal: notThere(posting, index, event.data.target) };
    const wrong = reasonAgainst(event, target);
    if (wrong) return { event, source, target, refusal: refusedFor(posting, index, wrong) };
    const data = dataFor(target, event.data);
    if (!data.ok)
      errors.push(...data.errors.map(({ pointer, detail }) => ({ pointer: posting.pointer(index, pointer), detail })));
    const { id, story, factId, factType } = target;
    if (event.type === 'EventCorroborated' && !known.has(event.id))
      known.set(event.id, { type: event.type, id: event.id, story, factId, factType });
    return {
      event: data.ok ? { ...event, data: data.data } : event,
      source,
      target: { id, story, factId, factType },
      refusal: null,
    };
  });
  if (errors.length > 0) throw new Problem('invalid-event', summary(errors), { errors });
  return withSameSubject(found, posting, pool);
}

/**
 * An account of a fact must be about what the fact is about: what is given for one is compared with the fact as it
 * stands by then.
 */
async function withSameSubject(
  found: readonly ResolvedEvent[],
  posting: RequestShape,
  pool: ReadingPool,
): Promise<ResolvedEvent[]> {
  const compared = found.flatMap(({ event, target }) =>
    target && givesDataOfAccount(event, target) ? [target.factId] : [],
  );
  if (compared.length === 0) return [...found];
  const facts = await FactSnapshot.read(pool, new Set(compared));
  return found.map((one, index) => {
    const { event, target } = one;
    const detail =
      target && givesDataOfAccount(event, target) ? facts.otherSubject(target.factId, event.data.data) : null;
    facts.add(one);
    return detail === null ? one : { ...one, refusal: refusedFor(posting, index, { pointer: '/data/data', detail }) };
  });
}

/** Whether an event gives data for an account that is not the fact's own. */
const givesDataOfAccount = (
  event: IdentifiedEvent,
  target: Target,
): event is IdentifiedEvent & { data: { data: Record<string, unknown> } } =>
  event.about === 'event' &&
  'data' in event.data &&
  event.data.data !== undefined &&
  (event.type === 'EventCorroborated' || target.id !== target.factId);

function reasonAgainst(event: ParsedMetaEvent, target: Known): ProblemPointer | null {
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
  return null;
}

/** Data that a correction or a corroboration gives for its target must be of the target's type. */
function dataFor(
  target: Target,
  data: ParsedMetaEvent['data'],
): { ok: true; data: ParsedMetaEvent['data'] } | { ok: false; errors: readonly ProblemPointer[] } {
  if (!('data' in data) || data.data === undefined) return { ok: true, data };
  const checked = parseData(target.factType as EventType, data.data);
  return checked.ok ? { ok: true, data: { ...data, data: checked.data as Record<string, unknown> } } : checked;
}

function notThere({ pointer, unknownTarget }: RequestShape, index: number, target: string): Problem {
  if (unknownTarget === 'not-found') return new Problem('not-found', `The record holds no event ${target}.`);
  const error = { pointer: pointer(index, '/data/target'), detail: 'is no event that was recorded' };
  return new Problem('unknown-target', summary([error]), { errors: [error] });
}

function refusedFor({ pointer }: RequestShape, index: number, wrong: ProblemPointer): Problem {
  const errors = [{ pointer: pointer(index, wrong.pointer), detail: wrong.detail }];
  return new Problem('invalid-event', summary(errors), { errors });
}
