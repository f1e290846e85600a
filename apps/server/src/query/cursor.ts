import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { Problem } from '../problems/problem.js';

/** Gives out and reads the cursors of one list. */
export interface CursorKind<Place> {
  write(place: Place): string;
  /** @throws Problem `bad-cursor` */
  read(cursor: string): Place;
}

/** Bytes of a signature: nobody guesses 128 bits. */
const SIGNATURE = 16;

/**
 * Cursors that hold a place in a list, of the shape of a schema. Opaque to clients: base64url of a signature and JSON.
 * The signature covers the list's name, so that a cursor that was made, altered or taken from another list is refused.
 * What it holds is looked at by the schema all the same.
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
      // Decoding passes over what is not base64url, and over spare bits at the end.
      if (bytes.length <= SIGNATURE || bytes.toString('base64url') !== cursor) throw badCursor();
      const json = bytes.subarray(SIGNATURE);
      if (!timingSafeEqual(sign(json), bytes.subarray(0, SIGNATURE))) throw badCursor();
      const place = schema.safeParse(parse(json.toString('utf8')));
      if (!place.success) throw badCursor();
      return place.data;
    },
  };
}

/** The refusal of a cursor, also of one that was given out for another question. */
export const badCursor = (detail = 'is not one that this list gave out'): Problem =>
  new Problem('bad-cursor', `cursor: ${detail}`, { errors: [{ pointer: '/cursor', detail }] });

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
