import type { Deadline } from '#views/define-view.js';

/** One source’s telling of a fact. */
export interface Source {
  /** The event that gave it: the fact’s own, or a corroboration. */
  event: string;
  publisher: string | null;
  attributedTo: string | null;
  occurredAt: string;
}

/** What a source says. */
export interface Account {
  event: string;
  publisher: string | null;
  occurredAt: string;
  data: Readonly<Record<string, unknown>>;
}

/** A fact as the timeline tells it. */
export interface Fact {
  id: string;
  type: string;
  story: string;
  position: number;
  /** As precise as known: `2025`, `2025-08`, `2025-10-26` or an instant. */
  occurredAt: string;
  /** `claimed` only where every source merely claims it. */
  certainty: 'confirmed' | 'reported' | 'claimed';
  /** One English sentence; a claim says whose it is. */
  sentence: string;
  data: Readonly<Record<string, unknown>>;
  /** The one that tells it first; of many others the latest. */
  sources: readonly Source[];
  /** What each source says, whole, and of all of them; the one that tells it first. */
  accounts: readonly Account[];
  /** The latest, and those in which what it says stands. */
  corrected?: readonly Annotation[];
  retracted?: Annotation;
}

/** What was said of a fact later. */
export interface Annotation {
  event: string;
  reason: string;
}

/** What one or more sources say of a disputed property. */
export interface Candidate {
  value: unknown;
  occurredAt: string;
  events: readonly string[];
  publishers: readonly string[];
}

export interface Dispute {
  property: string;
  reason: 'value' | 'date';
  open: boolean;
  /** The winner first. */
  candidates: readonly Candidate[];
}

/** A subject of the board. */
export interface Item {
  view: string;
  subject: string;
  since: string | null;
  state: unknown;
  contested: boolean;
  disputes: readonly Dispute[];
  claims: readonly { event: string; by: string | null; occurredAt: string }[];
}

/** A story’s board, as far as a brief needs it. */
export interface Board {
  story: { slug: string; title: string };
  views: Readonly<Record<string, readonly Item[]>>;
  deadlines: readonly (Deadline & { view: string; subject: string })[];
}

/** What a brief is made of: one point of the clocks, and a bounded part of the story’s facts. */
export interface BriefInput {
  board: Board;
  /** The latest of the story, its weightiest, and those behind the subjects; in any order, each once. */
  facts: readonly Fact[];
  /** As of when it is told, microseconds since the epoch. */
  instant: number;
}
