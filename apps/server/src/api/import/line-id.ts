import { createHash } from 'node:crypto';
import { canonicalJson } from '#log/append/envelope.js';
import { uuidOf } from '../articles/article-id.js';

/**
 * The id of an event that was given none: it follows from what the line says (as canonical JSON, so that neither the order of its keys nor white space
 * counts). Sent again, the line is therefore the same event; and two lines that say the same are one.
 */
export const idOfLine = (said: Readonly<Record<string, unknown>>): string =>
  uuidOf(createHash('sha256').update('dateline import line\n').update(canonicalJson(said), 'utf8').digest());
