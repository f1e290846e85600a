import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { Problem } from '../problems/problem.js';

/** Writes and reads the cursors of one list. */
export interface CursorKind<Place> {
  write(place: Place): string;
  /** @throws Problem `bad-cursor` */
  read(cursor: string): Place;
}

/** Bytes of a signature: 128 bits cannot be guessed. */
const SIGNATURE = 16;

/**
 * Cursors that hold a place in a list. They are opaque to clients: base64url of a signature and JSON. The signature
 * covers the name of the list, so a cursor that was forged, altered or issued by another list is refused. The content
 * is checked by the schema as well.
 *
 * @param secret the same in all servers of a database
 */
export function cursorsOf<Schema extends z.ZodType>(
  secret: Buffer,
  list: string,
  schema: Schema,
): CursorKind<z.output<Schema>> {
  const sign = (json: Buffer): Buffer =>
    createHmac('sha256', secret).update(`${list}\n`).update(json).digest().subarray(0, SIGNATURE);
  return {
    write(place) {
      const json = Buffer.from(JSON.stringify(place));
      return Buffer.concat([sign(json), json]).toString('base64url');
    },
    read(cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      // The decoder ignores characters that are not base64url, and spare bits at the end.
      if (bytes.length <= SIGNATURE || bytes.toString('base64url') !== cursor) throw badCursor();
      const json = bytes.subarray(SIGNATURE);
      if (!timingSafeEqual(sign(json), bytes.subarray(0, SIGNATURE))) throw badCursor();
      const place = schema.safeParse(parse(json.toString('utf8')));
      if (!place.success) throw badCursor();
      return place.data;
    },
  };
}

export const badCursor = (detail = 'was not issued by this list'): Problem =>
  new Problem('bad-cursor', `cursor: ${detail}`, { errors: [{ pointer: '/cursor', detail }] });

/** The `Link` header that names the next page: this URL with another cursor. */
export function linkToNext(url: string, cursor: string): string {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const kept = (at < 0 ? '' : url.slice(at + 1))
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('cursor='));
  return `<${path}?${[...kept, `cursor=${cursor}`].join('&')}>; rel="next"`;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
