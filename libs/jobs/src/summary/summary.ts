/** What is stored for each story: its brief, and the latest digest of each kind of period. */
export const summaryKinds = ['brief', 'digests'] as const;
export type SummaryKind = (typeof summaryKinds)[number];

/** Identifies one summary of one story. */
export interface SummaryName {
  story: string;
  kind: SummaryKind;
}

/**
 * The version of the code that builds summaries. Raise it whenever their text or form changes: then all are rebuilt.
 */
export const BUILDER_VERSION = 6;

/** A summary that was just built. */
export interface BuiltSummary {
  content: unknown;
  /** The position of the log that it was built from. */
  madeFrom: number;
  /** When time alone will change it, microseconds since the epoch; `null`: never. */
  freshUntil: number | null;
  /** The latest generation of a view that it was built with. */
  madeWith: number;
}

/** Builds the present summary of a story. If it throws, it is retried. */
export type BuildSummary = (story: string) => Promise<BuiltSummary>;

/** What is stored of a summary in addition to its content. */
export interface SummaryStatus {
  /** The end of the last request that touched its story; 0: no touch was processed yet. */
  touched: number;
  /** How many requests have touched its story. */
  touches: number;
  madeFrom: number;
  madeWith: number;
  builderVersion: number;
  /** Microseconds since the epoch; `null`: never built. */
  madeAt: number | null;
  freshUntil: number | null;
  /** Whether more than one request had touched the story between its last two builds: a burst. */
  busy: boolean;
}

/**
 * Whether a summary must be rebuilt: its story was touched since, time has changed it, or there is a newer view or a
 * newer builder.
 *
 * @param generation the latest active generation
 * @param now microseconds since the epoch
 */
export function isStale(summary: SummaryStatus, generation: number, now: number): boolean {
  const { touched, madeFrom, madeWith, madeAt, freshUntil, builderVersion } = summary;
  if (madeAt === null || madeFrom < touched) return true;
  return madeWith < generation || builderVersion < BUILDER_VERSION || (freshUntil !== null && freshUntil <= now);
}
