import type { Schema } from '../api/client.js';

export type NotedHead = Schema<'NotedHead'>;

const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i;
const POSITION = /(?:^|[^0-9a-f])([1-9]\d{0,14})(?![0-9a-f])/i;

/**
 * A head of the log as somebody noted it: `69 18fd…`, `@69 18fd…`, or the JSON of the API. `null`: the text is none.
 */
export function parseNotedHead(text: string): NotedHead | null {
  const hash = HASH.exec(text)?.[0].toLowerCase();
  const position = POSITION.exec(text.replace(HASH, ' '))?.[1];
  return hash === undefined || position === undefined ? null : { position: Number(position), hash };
}

/** A head as it is noted: the body that a verification takes. */
export const noteOf = ({ position, hash }: NotedHead): string => JSON.stringify({ position, hash });

/** What a noted head says beside the present one, before anything is verified. */
export function comparedWith(noted: NotedHead, head: NotedHead): { fits: boolean; words: string } {
  const { position, hash } = head;
  if (noted.position > position)
    return {
      fits: false,
      words: `The log ends at @${position}, before your note: it was cut off, or the note is of another log.`,
    };
  if (noted.position < position)
    return {
      fits: true,
      words: `${position - noted.position} events were recorded since. Verify says whether the log has this head.`,
    };
  return noted.hash === hash
    ? { fits: true, words: 'This is the head of the log now.' }
    : { fits: false, words: `At @${position} the log has another hash: it is not the log that you noted.` };
}
