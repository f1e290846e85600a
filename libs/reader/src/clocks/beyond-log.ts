/**
 * What is wrong with somebody who stands beyond the end of the log, `null` where nothing is. Both positions must be of
 * one moment, or the head's of a later one: the log never gets shorter by itself.
 *
 * @param who with its verb: `the views stand at`
 */
export const beyondLog = (who: string, position: number, head: number): string | null =>
  position > head ? `${who} ${position}, beyond the end of the log, ${head}` : null;

/** The views hold what the log does not: nothing that they say can be told of a point of the log. */
export class ViewsBeyondLog extends Error {
  override readonly name = 'ViewsBeyondLog';
}
