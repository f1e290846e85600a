import type { z } from 'zod';

/**
 * Brings `data` written under schema version `n` to the form of version `n + 1`. Pure; must accept everything version
 * `n` accepted.
 */
export type Upcaster = (data: never) => unknown;

/**
 * What an event of a type is about: `world` (a fact), `story` (the story itself is opened or closed),
 * `event` (a correction, retraction or corroboration: an event about an event).
 */
export type About = 'world' | 'story' | 'event';

/**
 * What a sentence may use beside the data: how the fact is told on the timeline. All names are already resolved to
 * strings.
 */
export interface SentenceContext {
  /** When it happened, as precisely as known: `2025`, `2025-08`, `2025-10-26` or an instant. */
  occurredAt: string;
  certainty: 'confirmed' | 'reported' | 'claimed';
  /** Who says so, where the source attributes it to somebody. */
  attributedTo?: string | undefined;
}

export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** Past tense, PascalCase. */
  type: Type;
  /** Schema version of `data`, from 1. */
  version: number;
  about: About;
  /** Whether the event must name its source. Without it: a fact of the world must, others may. */
  source?: 'required' | 'optional';
  description: string;
  /** A strict zod object: unknown fields are refused. */
  data: Schema;
  /** One valid example of `data`. */
  example: z.input<Schema>;
  /**
   * How the timeline tells it: one English sentence in the past tense, without its date and without a claim's "says".
   */
  sentence: (data: z.output<Schema>, mention: SentenceContext) => string;
  /** `upcast[n]` brings data of version `n` to version `n + 1`; present for every version below `version`. */
  upcast?: Readonly<Record<number, Upcaster>>;
}

/** Declares an event type. Identity at run time; it is there for its types. */
export function defineEvent<const Type extends string, Schema extends z.ZodType>(
  definition: Omit<EventDefinition<Type, Schema>, 'about'> & { about?: About },
): EventDefinition<Type, Schema> {
  return { about: 'world', ...definition };
}
