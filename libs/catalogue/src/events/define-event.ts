import type { z } from 'zod';

/**
 * Converts `data` of schema version `n` to schema version `n + 1`. Pure; must accept everything that version `n`
 * accepted.
 */
export type Upcaster = (data: never) => unknown;

/**
 * What an event of a type is about: `world` (a fact), `story` (the story itself is opened or closed), or `event` (a
 * correction, retraction or corroboration: an event about an event).
 */
export type About = 'world' | 'story' | 'event';

/** What a sentence may use besides the data: the attributes of the fact on the timeline, names already as text. */
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
  /** Whether the event must name its source. Default: required of a fact about the world, optional otherwise. */
  source?: 'required' | 'optional';
  description: string;
  /** A strict zod object: unknown fields are refused. */
  data: Schema;
  /** One valid example of `data`. */
  example: z.input<Schema>;
  /** The timeline's sentence: English, past tense, without the date and without the "says" of a claim. */
  sentence: (data: z.output<Schema>, mention: SentenceContext) => string;
  /** `upcast[n]` converts data of version `n` to version `n + 1`; required for every version below `version`. */
  upcast?: Readonly<Record<number, Upcaster>>;
}

/** Declares an event type. Only sets the default of `about`; its purpose is type inference. */
export function defineEvent<const Type extends string, Schema extends z.ZodType>(
  definition: Omit<EventDefinition<Type, Schema>, 'about'> & { about?: About },
): EventDefinition<Type, Schema> {
  return { about: 'world', ...definition };
}

/**
 * Converts data of an older schema version to the current one, one version at a time. Data of the current version are
 * returned as they are. Throws `RangeError` on a version that the definition does not have, or has no upcaster for.
 */
export function upcast({ type, version, upcast: steps }: EventDefinition, fromVersion: number, data: unknown): unknown {
  if (!Number.isInteger(fromVersion) || fromVersion < 1 || fromVersion > version) {
    throw new RangeError(`${type} has schema versions 1 to ${version}, not ${fromVersion}`);
  }
  let current = data;
  for (let at = fromVersion; at < version; at++) {
    const step = steps?.[at];
    if (step === undefined) throw new RangeError(`${type} has no upcaster from schema version ${at}`);
    current = step(current as never);
  }
  return current;
}
