import { spanOf } from '../oracle/dates.js';
import type { TestServer } from '../support/server.js';
import { bodyOf } from '../http/recording.js';
import { BoardBody } from '../../apps/server/src/stories/stories.schema.js';

export interface Frame {
  event?: { id: string; type: string; story: string; position: number; requestEnd?: number; occurredAt?: string };
  at?: string;
  changes?: { view: string; subject: string; before: unknown; after: unknown }[];
  board?: { views: Record<string, { subject: string }[]> };
}

/** The frames of a replay that must be there. */
export async function framesOf(server: TestServer, path: string): Promise<Frame[]> {
  const { status, text } = await server.get(path);
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Frame);
}

/** A point at which a replay has told all, and the items that its changes leave there. */
export interface Station {
  /** An instant of the world, or a position of the record. */
  at: string;
  items: Map<string, string>;
}

/**
 * Follows a replay from nothing. Throws where a change does not begin with what the one before left.
 *
 * @returns each point after which its items can be compared with a read, the last among them
 */
export function stationsOf(frames: readonly Frame[]): Station[] {
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
      const held = items.get(key) ?? 'null';
      if (held !== JSON.stringify(before))
        throw new Error(`at ${at} the change of ${key} begins with\n${JSON.stringify(before)}\nwhere stood\n${held}`);
      items.set(key, JSON.stringify(after));
      if (after === null) items.delete(key);
    }
  }
  if (now !== null) stations.push({ at: now, items });
  return stations;
}

/** In the record, the end of its request, after which alone it is known; in the world, the begin of its date. */
function pointOf({ event, at }: Frame): string {
  if (event?.requestEnd !== undefined) return `@${event.requestEnd}`;
  return event ? spanOf(event.occurredAt ?? '').first : (at ?? '');
}

/** The items of a board, by view and subject. */
export const itemsOf = ({ views }: { views: Record<string, { subject: string }[]> }): Map<string, string> =>
  new Map(
    Object.entries(views).flatMap(([view, list]) =>
      list.map((item): [string, string] => [`${view} ${item.subject}`, JSON.stringify(item)]),
    ),
  );

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

/** Two lists of items as text, in the order of their names. */
export const sorted = (items: ReadonlyMap<string, string>): string[] =>
  [...items].map(([key, item]) => `${key}: ${item}`).sort();
