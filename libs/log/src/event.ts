/** The kinds of events that the log distinguishes. The numbers are stored (`event.kind`) and never change. */
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

/** The source of a fact, as it is stored: what the client sent, completed by the details of the article. */
export interface EventSource {
  /** The id of the article, if the source is a filed article; `sha256` is that of its body. */
  article?: string;
  sha256?: string;
  url: string;
  publisher: string;
  /** When it was published, as precisely as known; absent if unknown. */
  publishedAt?: string;
  headline?: string;
  quote?: string;
  /** The place of the quote in the article's body, UTF-16 units: start inclusive, end exclusive. */
  quoteStart?: number;
  quoteEnd?: number;
  attributedTo?: string;
  /** The article was filed without its text, so neither the details of the article nor the quote could be checked. */
  unverified?: true;
}

/** What the client recorded, without when and where it was stored. The content hash covers its canonical JSON. */
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
  /** 1, 2, 3, … over the whole log, in commit order, without gaps. */
  position: number;
  /** 1, 2, 3, … within its story. */
  version: number;
  kind: EventKind;
  /** The event that a correction, retraction or corroboration is about. */
  target: string | null;
  factId: string;
  factType: string;
  /** The last position of its request. All events of a request become known together. */
  requestEnd: number;
  /** RFC 3339, UTC, microseconds. Not a `Date`, which has only milliseconds. */
  recordedAt: string;
  recordedBy: string;
  /** sha256, hex. */
  contentHash: string;
  hash: string;
}
