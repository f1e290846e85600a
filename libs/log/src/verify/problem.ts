/** What can be wrong with a log, its heads and its articles. */
export const verifyReasons = [
  'event-missing',
  'event-outside',
  'content-changed',
  'column-changed',
  'version-wrong',
  'request-wrong',
  'chain-broken',
  'time-falls',
  'head-differs',
  'noted-head-differs',
  'stream-missing',
  'stream-differs',
  'stream-without-events',
  'article-missing',
  'article-differs',
  'body-differs',
  'erased-body-kept',
] as const;
export type VerifyReason = (typeof verifyReasons)[number];

/** The first thing that is not as it was recorded. */
export interface Problem {
  /** The position of the event; for a story, its last event; for an article, the first that cites it. 0: none. */
  position: number;
  /** A description for people. */
  problem: string;
  reason: VerifyReason;
  story?: string;
  /** The id of an article. */
  article?: string;
}
