/** What an event is to the log. The numbers are stored (`event.kind`) and never change their meaning. */
export const EventKind = {
  fact: 0,
  storyOpened: 1,
  storyClosed: 2,
  correction: 3,
  retraction: 4,
  corroboration: 5,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

export type Certainty = 'confirmed' | 'reported' | 'claimed';

/** Where a fact was read, as it is stored: what the client said, and what its article gave. */
export interface EventSource {
  /** The article's id, where the source is a filed article; `sha256` is that of its body. */
  article?: string;
  sha256?: string;
  url: string;
  publisher: string;
  /** When it was published, as precisely as known; absent where nobody knows. */
  publishedAt?: string;
  headline?: string;
  quote?: string;
  /** Where the quote stands in the article's body, in UTF-16 units: start inclusive, end exclusive. */
  quoteStart?: number;
  quoteEnd?: number;
  attributedTo?: string;
  /**
   * The article's text was not here when this was recorded: neither what is said of the article nor the quote could be
   * checked.
   */
  unverified?: true;
}

/**
 * Everything that was said, and nothing of when and where it was stored. Its canonical JSON is what the content hash
 * covers.
 */
export interface Envelope {
  id: string;
  type: string;
  schemaVersion: number;
  story: string;
  /** Absent on events about events. */
  occurredAt?: string;
  /** Absent on events about events. */
  certainty?: Certainty;
  data: Record<string, unknown>;
  source?: EventSource;
}

/** An event as the log holds it. */
export interface StoredEvent extends Envelope {
  /** 1, 2, 3, … over the whole log, in commit order, without a gap. */
  position: number;
  /** 1, 2, 3, … within its story. */
  version: number;
  kind: EventKind;
  /** What a correction, retraction or corroboration is about. */
  target: string | null;
  factId: string;
  factType: string;
  /** The last position of its request. What one request records becomes known at once. */
  requestEnd: number;
  /** RFC 3339, UTC, microseconds. Never a `Date`, which has milliseconds. */
  recordedAt: string;
  recordedBy: string;
  /** sha256, hex. */
  contentHash: string;
  hash: string;
}
