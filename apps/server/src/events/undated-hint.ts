import { isUndated } from '#history/facts/published-by.js';
import { articleOf, type ResolvedEvent } from './new-event.js';
import type { RequestShape } from './parse-events.js';

/**
 * The sources of new events that have no date of publication, as pointers to where the date is missing. As of an
 * earlier date of publication such an event does not count, which is easily overlooked.
 *
 * @param isNew by the index of an event: it was not stored before
 */
export function undatedSources(
  resolved: readonly ResolvedEvent[],
  { pointer }: RequestShape,
  isNew: (index: number) => boolean,
): string[] {
  // A source to which the same request gives a date is not undated.
  const dated = new Set(resolved.flatMap(({ event }) => (correctsPublication(event) ? [event.data.target] : [])));
  return resolved.flatMap(({ event, source }, index) => {
    if (!isNew(index) || !isUndated({ source }) || dated.has(event.id) || correctsOnlyPublication(event)) return [];
    return [pointer(index, articleOf(event) === undefined ? '/source/publishedAt' : '/source/article')];
  });
}

type AnyEvent = ResolvedEvent['event'];
type PublicationCorrection = AnyEvent & { data: { target: string; publishedAt: string } };

const correctsPublication = (event: AnyEvent): event is PublicationCorrection =>
  event.type === 'EventCorrected' && 'publishedAt' in event.data && event.data.publishedAt !== undefined;

/** Corrects the date of publication alone. Such a correction always counts, whatever its source. */
const correctsOnlyPublication = (event: AnyEvent): boolean =>
  correctsPublication(event) && !['data', 'occurredAt', 'certainty'].some((field) => field in event.data);
