/** What can be wrong with a log and with what stands beside it. */
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

/** The first place that is not as it was recorded. */
export interface Problem {
  /** Of the event; of the last event of a story, or the first that cites an article. 0 where there is none. */
  position: number;
  /** What is wrong, for people. */
  problem: string;
  reason: VerifyReason;
  story?: string;
  /** The id of an article. */
  article?: string;
}
