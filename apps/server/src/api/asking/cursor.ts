import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Problem } from '../problems/problem.js';

/** Gives out and reads the cursors of one list. */
export interface CursorKind<Place> {
  write(place: Place): string;
  /** @throws Problem `bad-cursor` */
  read(cursor: string): Place;
}

const SUM_LENGTH = 8;

/**
 * Cursors that hold a place in a list, of the shape of a schema. Opaque to clients: base64url of JSON with a checksum over it and the list's name, so that one
 * that was cut, changed by hand or taken from another list is refused. It guards against mistakes; it is no secret.
 */
export function cursorsOf<Schema extends z.ZodType>(list: string, schema: Schema): CursorKind<z.output<Schema>> {
  const sum = (json: string): string => createHash('sha256').update(`${list}\n${json}`).digest('base64url').slice(0, SUM_LENGTH);
  return {
    write(place) {
      const json = JSON.stringify(place);
      return sum(json) + Buffer.from(json).toString('base64url');
    },
    read(cursor) {
      const json = Buffer.from(cursor.slice(SUM_LENGTH), 'base64url').toString('utf8');
      if (!/^[\w-]+$/.test(cursor) || cursor.slice(0, SUM_LENGTH) !== sum(json)) throw badCursor();
      const place = schema.safeParse(parse(json));
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
