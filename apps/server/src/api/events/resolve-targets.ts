import { parseData, type ParsedEvent, type ParsedMetaEvent } from '#catalogue/event-input.js';
import type { EventType } from '#catalogue/catalogue.js';
import type { StoredEvent } from '#log/event.js';
import { readEventsById } from '#log/read/read-events.js';
import type { ReadingPool } from '../../server-parts.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';
import type { Target } from './new-event.js';
import { pointerOf, type PostedEvents } from './parse-events.js';

/** What is known of an event that another may be about. */
interface Known {
  id: string;
  type: string;
  story: string;
  factId: string;
  factType: string;
}

/**
 * What the events about events are about: stored ones, or earlier ones of the same batch. `null` for the others. Their data are brought to the form that the
 * target's type gives them.
 * @throws Problem `unknown-target`, or `invalid-event` where the target cannot be acted on in that way
 */
export async function resolveTargets(
  posted: PostedEvents,
  pool: ReadingPool,
): Promise<{ events: ParsedEvent[]; targets: (Target | null)[] }> {
  const { events, batch } = posted;
  if (!events.some((event) => event.about === 'event')) return { events, targets: events.map(() => null) };
  const wanted = events.flatMap((event) => (event.about === 'event' ? [event.data.target] : []));
  const known = new Map<string, Known>((await readEventsById(pool, [...new Set(wanted)])).map((event) => [event.id, ofStored(event)]));
  const resolved = events.map((event, index) => {
    const at = (within: string): string => pointerOf(batch, index, within);
    if (event.about !== 'event') {
      if (event.id !== undefined && !known.has(event.id)) known.set(event.id, ofPosted(event, event.id));
      return { event, target: null };
    }
    const target = known.get(event.data.target);
    if (!target) throw refusal('unknown-target', [{ pointer: at('/data/target'), detail: 'is no event that was recorded' }]);
    const wrong = reasonAgainst(event, target);
    if (wrong) throw refusal('invalid-event', [{ pointer: at(wrong.pointer), detail: wrong.detail }]);
    const checked = { ...event, data: checkedData(event, target, at) };
    if (event.id !== undefined && event.type === 'EventCorroborated') {
      known.set(event.id, { id: event.id, type: event.type, story: target.story, factId: target.factId, factType: target.factType });
    }
    return { event: checked, target: { id: target.id, story: target.story, factId: target.factId, factType: target.factType } };
  });
  return { events: resolved.map(({ event }) => event), targets: resolved.map(({ target }) => target) };
}

function reasonAgainst(event: ParsedMetaEvent, target: Known): ProblemPointer | null {
  if (event.story !== undefined && event.story !== target.story)
    return { pointer: '/story', detail: `must be the story of the target, ${target.story}` };
  if (target.type === 'EventCorrected' || target.type === 'EventRetracted')
    return { pointer: '/data/target', detail: 'must be a fact, or a corroboration' };
  if (event.type === 'EventCorroborated' && target.id !== target.factId) return { pointer: '/data/target', detail: 'must be a fact' };
  if (event.type === 'EventRetracted' && target.type === 'StoryOpened')
    return { pointer: '/data/target', detail: 'cannot be the opening of a story' };
  return null;
}

/** Data that a correction or a corroboration gives for its target must be of the target's type. */
function checkedData(event: ParsedMetaEvent, target: Known, at: (within: string) => string): ParsedMetaEvent['data'] {
  if (!('data' in event.data) || event.data.data === undefined) return event.data;
  const checked = parseData(target.factType as EventType, event.data.data);
  if (checked.ok) return { ...event.data, data: checked.data as Record<string, unknown> };
  throw refusal(
    'invalid-event',
    checked.errors.map(({ pointer, detail }) => ({ pointer: at(pointer), detail })),
  );
}

const ofStored = ({ id, type, story, factId, factType }: StoredEvent): Known => ({ id, type, story, factId, factType });

const ofPosted = ({ type, story }: Exclude<ParsedEvent, ParsedMetaEvent>, id: string): Known => ({
  id,
  type,
  story,
  factId: id,
  factType: type,
});

function refusal(code: Extract<ProblemCode, 'unknown-target' | 'invalid-event'>, errors: readonly ProblemPointer[]): Problem {
  const [first] = errors;
  return new Problem(code, first ? `${first.pointer} ${first.detail}.` : code, { errors });
}
