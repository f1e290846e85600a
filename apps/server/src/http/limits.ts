/** What a client may cost before anything of its request is believed. Bytes and milliseconds. */
export const limits = {
  /** Of a request's body. */
  bodyBytes: 4 * 1024 * 1024,
  /** Of the body of one article. */
  articleBytes: 1024 * 1024,
  /** Of a line of an import with an event; one with an article is as long as a body. */
  importedEventBytes: 256 * 1024,
  /** What an import must bring in a minute in which it is waited for. */
  importedBytesAMinute: 16 * 1024,
  /** A packed import may unpack to so many bytes, and beyond that to so many times what has come of it. */
  unpackedBytes: 16 * 1024 * 1024,
  unpackedTimes: 200,
  /** Requests under way on one connection. */
  pipelined: 100,
  /**
   * Clients that follow the log of one server, how often each hears that it still does, and how long one may take
   * nothing of what it is sent.
   */
  streams: 2000,
  heartbeatMs: 15_000,
  slowReaderMs: 10_000,
  /**
   * Of what is left of a body when its request is refused: as much is read and thrown away before the answer, and for
   * as long.
   */
  restBytes: 64 * 1024 * 1024,
  restMs: 3_000,
  /** Of the request line and all headers together. */
  headerBytes: 16 * 1024,
  /** Of one decoded step of a path: a subject, a slug, an id. */
  pathStep: 500,
  /**
   * From the connection to the last header, and to the last byte of the body: whoever sends a byte a second is cut off.
   */
  headersMs: 15_000,
  requestMs: 60_000,
  /** How often Node looks for requests that are overdue. */
  overdueCheckMs: 2_000,
  /** A connection on which nothing moves in either direction. Longer than the longest `Prefer: wait`. */
  idleMs: 120_000,
  /** Between two requests; longer than the 60 s of the usual load balancer, so that it is never we who close first. */
  keepAliveMs: 65_000,
} as const;
