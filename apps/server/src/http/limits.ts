/** What one client may use up at most. Bytes and milliseconds. */
export const limits = {
  /** A request's body. */
  bodyBytes: 4 * 1024 * 1024,
  /** The body of one article. */
  articleBytes: 1024 * 1024,
  /** A line of an import with an event. A line with an article may be as long as a body. */
  importedEventBytes: 256 * 1024,
  /** What an import must send in each minute in which the server waits for it. */
  importedBytesAMinute: 16 * 1024,
  /** A gzip import may decompress to this size, and beyond it to this multiple of the bytes that were received. */
  unpackedBytes: 16 * 1024 * 1024,
  unpackedTimes: 200,
  /** Requests in progress on one connection. */
  pipelined: 100,
  /** Clients that follow the log on one server. */
  streams: 2000,
  /** The interval of heartbeats in a stream of the log. */
  heartbeatMs: 15_000,
  /** How long a client of a stream may read nothing. */
  slowReaderMs: 10_000,
  /** The rest of a refused request's body: so much is read and discarded before the answer, for so long. */
  restBytes: 64 * 1024 * 1024,
  restMs: 3_000,
  /** The request line and all headers together. */
  headerBytes: 16 * 1024,
  /** One decoded step of a path: a subject, a slug, an id. Characters. */
  pathStep: 500,
  /** From the connection to the last header. */
  headersMs: 15_000,
  /** From the connection to the last byte of the body. */
  requestMs: 60_000,
  /** How often Node looks for overdue requests. */
  overdueCheckMs: 2_000,
  /** A connection without traffic in either direction. Longer than the longest `Prefer: wait`. */
  idleMs: 120_000,
  /** Between two requests. Longer than the 60 s of common load balancers, so that the server never closes first. */
  keepAliveMs: 65_000,
} as const;
