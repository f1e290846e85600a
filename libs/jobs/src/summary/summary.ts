/** What is kept of each story: its brief, and the latest digest of each kind of period. */
export const summaryKinds = ['brief', 'digests'] as const;
export type SummaryKind = (typeof summaryKinds)[number];

/** One summary of one story. */
export interface SummaryName {
  story: string;
  kind: SummaryKind;
}

/**
 * The version of the code that makes summaries. Raise it whenever what one says, or its form, changes: all are then
 * made anew.
 */
export const BUILDER_VERSION = 4;

/** A summary as it was just made. */
export interface BuiltSummary {
  content: unknown;
  /** The position of the log that it was made from. */
  madeFrom: number;
  /** When time alone will change it, microseconds since the epoch; `null`: never. */
  freshUntil: number | null;
  /** The latest generation of a view that it was made with. */
  madeWith: number;
}

/** Makes a summary of a story as it is now. Whatever it throws is tried again. */
export type BuildSummary = (story: string) => Promise<BuiltSummary>;

/** How a summary stands. */
export interface SummaryStatus {
  /** The last request that touched its story; 0: none was looked at yet. */
  touched: number;
  touches: number;
  madeFrom: number;
  madeWith: number;
  recipe: number;
  /** Microseconds since the epoch; `null`: never made. */
  madeAt: number | null;
  freshUntil: number | null;
  /** More than one request had touched the story when it was last made: a burst. */
  busy: boolean;
}

/**
 * Whether a summary must be made anew: its story was touched since, time has changed it, or what it was made with is
 * newer now, a view or the code.
 *
 * @param generation the latest generation that serves
 * @param now microseconds since the epoch
 */
export function isStale(one: SummaryStatus, generation: number, now: number): boolean {
  if (one.madeAt === null || one.madeFrom < one.touched) return true;
  return (
    one.madeWith < generation || one.recipe < BUILDER_VERSION || (one.freshUntil !== null && one.freshUntil <= now)
  );
}
