import type { AppendRefusal } from '#log/append/append-request.js';
import { Problem } from '../problems/problem.js';
import { pointerOf } from './parse-events.js';

/** A refusal of the log as a problem; where it is about one event of a batch, the pointer says which. */
export function problemOfRefusal(refusal: AppendRefusal, batch: boolean): Problem {
  const at = (within: string, detail: string): Problem =>
    new Problem(refusal.code, batch ? `Event ${refusal.index} of the batch: ${detail}` : capital(detail), {
      errors: [{ pointer: pointerOf(batch, refusal.index, within), detail }],
    });
  switch (refusal.code) {
    case 'event-id-conflict':
      return at('/id', 'an event with this id and another content is stored already.');
    case 'already-retracted':
      return at('/data/target', 'what it is about has been retracted.');
    case 'story-exists':
      return at('/story', 'a story with this slug was opened before.');
    case 'unknown-story':
      return at('/story', 'no story with this slug was opened.');
    case 'story-closed':
      return at('/story', 'the story is closed, and takes no further facts.');
    case 'version-mismatch':
      return new Problem('version-mismatch', `The story is at version ${refusal.actualVersion}.`);
    case 'idempotency-key-reused':
      return new Problem('idempotency-key-reused', 'The Idempotency-Key was used for a request that said something else.');
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
