import { canonicalJson } from '#catalogue/canonical-json.js';
import { sha256Of, uuidOf } from '../articles/article-id.js';

/**
 * The id of an event that was given none: it follows from what the line says (as canonical JSON, so that neither the
 * order of its keys nor white space counts). Sent again, the line is therefore the same event; and two lines that say
 * the same are one.
 */
export const idOfLine = (value: unknown): string => uuidOf(sha256Of(`dateline import line\n${canonicalJson(value)}`));
