/**
 * The closed set of problem codes. A client decides by the code. The title is the same for every occurrence of a code;
 * `detail` describes the occurrence.
 */
export const problemCodes = {
  'malformed-request': { status: 400, title: 'This is not a valid HTTP request' },
  'malformed-json': { status: 400, title: 'The body is not a JSON text' },
  'bad-parameter': { status: 400, title: 'A parameter or header cannot be understood' },
  'bad-cursor': { status: 400, title: 'The cursor is not one that this list gave out' },
  unauthenticated: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'The key does not allow this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This resource does not have that method' },
  'not-acceptable': { status: 406, title: 'None of the accepted media types is available' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time' },
  'event-id-conflict': { status: 409, title: 'The id belongs to an event with other content' },
  'already-retracted': { status: 409, title: 'What this is about has been retracted' },
  'key-exists': { status: 409, title: 'A key has that name' },
  'key-ended': { status: 409, title: 'The key has ended' },
  'generation-kept': { status: 409, title: 'A program keeps that generation' },
  'story-exists': { status: 409, title: 'The story exists already' },
  'version-mismatch': { status: 412, title: 'The story is at another version' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that is not taken here' },
  'invalid-event': { status: 422, title: 'The event breaks the rules of its type' },
  'invalid-request': { status: 422, title: 'The body breaks the rules of this resource' },
  'unknown-type': { status: 422, title: 'The catalogue has no such event type' },
  'unknown-story': { status: 422, title: 'There is no such story' },
  'story-closed': { status: 422, title: 'The story is closed' },
  'unknown-article': { status: 422, title: 'There is no such article' },
  'unknown-target': { status: 422, title: 'There is no such event to act on' },
  'quote-not-found': { status: 422, title: 'The quote does not stand in the article' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The address and the headers are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

export type ProblemCode = keyof typeof problemCodes;

export const statusOf = (code: ProblemCode): number => problemCodes[code].status;

/** The code for an HTTP status, where a library gives no more than that. */
export function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
    case 414:
      return 'not-found';
    case 405:
      return 'method-not-allowed';
    case 406:
      return 'not-acceptable';
    case 408:
      return 'request-timeout';
    case 412:
      return 'version-mismatch';
    case 413:
      return 'too-large';
    case 415:
      return 'unsupported-media-type';
    case 422:
      return 'invalid-request';
    case 429:
      return 'rate-limited';
    case 431:
      return 'headers-too-large';
    case 503:
      return 'unavailable';
    default:
      return status >= 400 && status < 500 ? 'malformed-request' : 'internal';
  }
}
