import type { AppendRefusal } from '#log/append/append-request.js';
import { Problem } from '../problems/problem.js';
import type { RequestShape } from './parse-events.js';

/**
 * A refusal of the log as a problem; where it is about one event of a batch, the pointer says which.
 *
 * @param targets why the target of an event cannot be acted on, by the event's index
 */
export function toProblem(
  refusal: AppendRefusal,
  { batch, pointer }: RequestShape,
  targets: readonly (Problem | null)[] = [],
): Problem {
  const code = refusal.code === 'target-refused' ? 'unknown-target' : refusal.code;
  const at = (within: string, detail: string): Problem =>
    new Problem(code, `${batch ? `Event ${refusal.index} of the batch: ${detail}` : capital(detail)}.`, {
      errors: [{ pointer: pointer(refusal.index, within), detail }],
    });
  switch (refusal.code) {
    case 'event-id-conflict':
      return at('/id', 'an event with this id and another content is stored already');
    case 'target-refused':
      return targets[refusal.index] ?? at('/data/target', 'it cannot be acted on in this way');
    case 'already-retracted':
      return at('/data/target', 'what it is about has been retracted');
    case 'story-exists':
      return at('/story', 'a story with this slug was opened before');
    case 'unknown-story':
      return at('/story', 'no story with this slug was opened; POST /v1/stories opens one');
    case 'story-closed':
      return at('/story', 'the story is closed, and takes no further facts');
    case 'version-mismatch':
      return new Problem('version-mismatch', `The story is at version ${refusal.actualVersion}.`);
    case 'idempotency-key-reused':
      return new Problem(
        'idempotency-key-reused',
        'The Idempotency-Key was used for a request that said something else.',
      );
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
