import type { Deadline } from '#views/define-view.js';

/** A source of a fact. */
export interface Source {
  /** The event that recorded it: the fact itself, or a corroboration. */
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

/** A fact as the timeline shows it. */
export interface Fact {
  id: string;
  type: string;
  story: string;
  position: number;
  /** As precise as known: `2025`, `2025-08`, `2025-10-26` or an instant. */
  occurredAt: string;
  /** `claimed` only if every source merely claims it. */
  certainty: 'confirmed' | 'reported' | 'claimed';
  /** One English sentence; that of a claim names who claims it. */
  sentence: string;
  data: Readonly<Record<string, unknown>>;
  /** The source whose account is used comes first. If there are many, the others are the latest. */
  sources: readonly Source[];
  /** The accounts of all sources, with complete data; the account that is used comes first. */
  accounts: readonly Account[];
  /** The latest corrections, and those that the present data come from. */
  corrected?: readonly Annotation[];
  retracted?: Annotation;
  /** The events of other facts that its sentence takes the names of its subject from. */
  namedBy?: readonly string[];
}

/** A correction or retraction of a fact. */
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

/** The part of a story’s board that a brief needs. */
export interface Board {
  story: { slug: string; title: string };
  views: Readonly<Record<string, readonly Item[]>>;
  deadlines: readonly Pick<Deadline, 'date'>[];
}

/** The input of a brief: the board at one point of the clocks, and a bounded number of the story’s facts. */
export interface BriefInput {
  board: Board;
  /** Distinct, in any order: the latest facts of the story, the most important ones, and those about the subjects. */
  facts: readonly Fact[];
  /** The present of the brief, in microseconds since the epoch. */
  instant: number;
}
