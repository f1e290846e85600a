import { spanOf } from '../oracle/dates.js';
import type { TestServer } from '../support/server.js';
import { bodyOf } from '../http/recording.js';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';

export interface Frame {
  event?: { id: string; type: string; story: string; position: number; requestEnd?: number; occurredAt?: string };
  at?: string;
  publishedBy?: string | null;
  changes?: { view: string; subject: string; before: unknown; after: unknown }[];
  board?: { views: Record<string, { subject: string }[]> };
}

/** The frames of a replay. Throws unless it is answered with 200. */
export async function framesOf(server: TestServer, path: string): Promise<Frame[]> {
  const { status, text } = await server.get(path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Frame);
}

/** A point of a replay after all changes at it, and the items that the changes so far have led to. */
export interface Station {
  /** An instant of valid time or of publication, or a position of the record. */
  at: string;
  items: Map<string, string>;
}

/**
 * Applies the changes of a replay, from no items on. Throws where a change does not start from the current item.
 *
 * @param pointOf the point of a frame on the clock of the replay
 * @returns each point at which the items can be compared with a read, the last one included
 */
export function stationsOf(
  frames: readonly Frame[],
  pointOf: (frame: Frame) => string = pointInWorldOrRecord,
): Station[] {
  const items = new Map<string, string>();
  const stations: Station[] = [];
  let now: string | null = null;
  for (const frame of frames) {
    if (!frame.changes) continue;
    const at = pointOf(frame);
    if (now !== null && at !== now) stations.push({ at: now, items: new Map(items) });
    now = at;
    for (const { view, subject, before, after } of frame.changes) {
      const key = `${view} ${subject}`;
      const current = items.get(key) ?? 'null';
      if (current !== JSON.stringify(before))
        throw new Error(`at ${at} the change of ${key} starts from\n${JSON.stringify(before)}\ninstead of\n${current}`);
      items.set(key, JSON.stringify(after));
      if (after === null) items.delete(key);
    }
  }
  if (now !== null) stations.push({ at: now, items });
  return stations;
}

/** Of an event of the record, the end of its request, from which on it is known; else the start of its date. */
function pointInWorldOrRecord({ event, at }: Frame): string {
  if (event?.requestEnd !== undefined) return `@${event.requestEnd}`;
  return event ? spanOf(event.occurredAt ?? '').first : (at ?? '');
}

/** Comes after every date of publication: what has no such date counts only there. */
export const WITHOUT_BOUND = 'without bound';

/** Of a publication, the instant from which it counts. What has no source counts on every date. */
export const pointInPress = ({ publishedBy }: Frame): string =>
  publishedBy === undefined ? '0001-01-01' : (publishedBy ?? WITHOUT_BOUND);

/** The items of a board, by view and subject, without how many reports are left out: changes do not say that. */
export const itemsOf = ({ views }: { views: Record<string, BoardItem[]> }): Map<string, string> =>
  new Map(
    Object.entries(views).flatMap(([view, list]) =>
      list.map(({ undated: _, ...item }): [string, string] => [`${view} ${item.subject}`, JSON.stringify(item)]),
    ),
  );

interface BoardItem {
  subject: string;
  undated?: number;
}

/** The items of a story's board as it is read. */
export async function boardItems(
  server: TestServer,
  story: string,
  query: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const answer = await server.get(`/v1/stories/${story}?${new URLSearchParams(query).toString()}`);
  bodyOf(BoardBody, answer);
  return itemsOf(answer.body as { views: Record<string, { subject: string }[]> });
}

/** Items as text, in the order of their names. */
export const sorted = (items: ReadonlyMap<string, string>): string[] =>
  [...items].map(([key, item]) => `${key}: ${item}`).sort();
