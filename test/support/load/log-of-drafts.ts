import { Certainty } from '#catalogue/values/closed-values.js';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { NewEvent } from '#log/append/append-request.js';
import { Appender } from '#log/append/appender.js';
import { newEvent, opened } from '../log.js';
import { draftsOf, type Body, type KnownFact } from './drafts.js';
import type { Random } from './random.js';

/** Requests on their way at once. */
const AT_A_TIME = 200;

/**
 * Appends what a writer of a load says, past the API: facts in any order of their dates, batches, and events about
 * them.
 *
 * @param requests how many, of 1.5 events on average
 * @returns the last position
 */
export async function appendDrafts(
  pool: pg.Pool,
  random: Random,
  stories: readonly string[],
  requests: number,
): Promise<number> {
  const appender = new Appender(pool);
  const write = draftsOf(random, 'a-load', 0, stories);
  const known: KnownFact[] = [];
  const types = new Map<string, string>();
  let position = 0;
  const append = async (events: NewEvent[]): Promise<void> => {
    const answer = await appender.append({ events, recordedBy: 'test' });
    if (!answer.ok) throw new Error(`refused: ${answer.code}`);
    position = Math.max(position, answer.position);
  };
  const next = (): NewEvent[] => {
    const bodies = write(known).map((body) => ({ ...body, id: uuid() }));
    for (const { id, type, story, data } of bodies) {
      if ('target' in data) continue;
      types.set(id, type);
      known.push({ id, type, story, data });
    }
    return bodies.map((body) => ready(body, types));
  };
  await append(stories.map((story) => opened(story)));
  for (let left = requests; left > 0; left -= AT_A_TIME)
    await Promise.all(Array.from({ length: AT_A_TIME }, () => append(next())));
  await appender.close();
  return position;
}

function ready({ type, certainty, ...body }: Body, types: ReadonlyMap<string, string>): NewEvent {
  const said = { ...body, ...(certainty !== undefined && { certainty: Certainty.parse(certainty) }) };
  const target = said.data['target'];
  return typeof target === 'string'
    ? newEvent(type, said, { factId: target, factType: types.get(target) ?? '' })
    : newEvent(type, said);
}
