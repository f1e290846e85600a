import { randomUUID } from 'node:crypto';
import type { Fields, RecordedMetaEvent, RecordedFact } from '../oracle/recorded.js';
import type { MetaEventDraft, Draft, FactDraft } from './drafts.js';
import type { Kind } from './fact-generator.js';
import type { Names } from './names.js';
import { sourceOf } from './sources.js';

/** One event to post, and the event as the oracle knows it once it has its place in the log. */
export interface Posting {
  body: Readonly<Record<string, unknown>>;
  event: Unplaced<RecordedFact> | Unplaced<RecordedMetaEvent>;
  /** The id of the fact that it is, or is about. */
  fact: string;
  /** Its request has to be sent alone: what is sent at once might come before it or after. */
  alone?: boolean;
}

type Unplaced<T> = Omit<T, 'position' | 'requestStart' | 'recordedAt'>;

/** A fact or a corroboration that later events of the case can be about. */
interface Target {
  id: string;
  fact: FactAsRecorded;
}

/**
 * A fact, and the subject that its own account names by now. New accounts have to name that one; earlier ones keep
 * theirs.
 */
interface FactAsRecorded {
  id: string;
  type: string;
  story: string;
  kind: Kind;
  which: 0 | 1;
}

export function openingOf(story: string): Posting {
  const id = randomUUID();
  const opening = { id, type: 'StoryOpened', story, occurredAt: '2025-01-01', data: { title: `The story ${story}` } };
  return { body: opening, event: { ...opening, certainty: 'reported' }, fact: id };
}

/**
 * The events of a case. A draft that finds no target is left out. A story that is closed takes no further facts: they
 * are told in the other one, which stays open.
 */
export function postingsOf(drafts: readonly Draft[], names: Names, articles: readonly string[]): Posting[] {
  let targets: Target[] = [];
  let closed: 0 | 1 | undefined;
  return drafts.flatMap((given) => {
    if (!('target' in given)) {
      const draft = given.story === closed ? { ...given, story: closed === 0 ? (1 as const) : (0 as const) } : given;
      if (draft.type === 'StoryClosed') {
        if (closed !== undefined) return [];
        closed = draft.story;
      }
      const posting = factOf(draft, names, articles);
      const { id, type, story } = posting.event;
      targets.push({ id, fact: { ...draft, id, type, story } });
      return [posting];
    }
    const draft = given;
    const possible =
      draft.type === 'EventCorroborated'
        ? targets.filter(({ id, fact }) => fact.id === id && fact.type !== 'StoryClosed')
        : targets;
    const target = possible[draft.target % Math.max(1, possible.length)];
    if (target === undefined) return [];
    const posting = metaEventOf(draft, target, names, articles);
    if (draft.type === 'EventCorroborated') targets.push({ id: posting.event.id, fact: target.fact });
    if (draft.type === 'EventRetracted') targets = targets.filter(({ id, fact }) => ![id, fact.id].includes(target.id));
    return [posting];
  });
}

function factOf(draft: FactDraft, names: Names, articles: readonly string[]): Posting {
  const { type, occurredAt, certainty } = draft;
  const source = sourceOf(draft.source, articles);
  const data = allowed({ ...names.subjects[draft.kind][draft.which], ...draft.data });
  const fact = { id: randomUUID(), type, story: names.stories[draft.story], occurredAt, certainty, data };
  return {
    body: { ...fact, source: source.posted },
    event: { ...fact, ...source.known },
    fact: fact.id,
    ...(type === 'StoryClosed' && { alone: true }),
  };
}

/** Only a tariff with a measure of its own can name products. */
function allowed({ products, ...data }: Fields['data']): Fields['data'] {
  return products === undefined || data['measure'] === undefined ? data : { ...data, products };
}

function metaEventOf(draft: MetaEventDraft, target: Target, names: Names, articles: readonly string[]): Posting {
  const { type } = draft;
  const source = sourceFor(draft, articles);
  const { fact } = target;
  const fields = type === 'EventRetracted' ? {} : fieldsOf(draft, target, names);
  const publishedAt = type === 'EventCorrected' ? draft.publishedAt : undefined;
  const identified = { id: randomUUID(), type };
  const reason = type === 'EventCorroborated' ? {} : { reason: 'as the desk has it now' };
  return {
    body: {
      ...identified,
      data: { target: target.id, ...fields, ...(publishedAt !== undefined && { publishedAt }), ...reason },
      ...(source && { source: source.posted }),
    },
    event: {
      ...{ ...identified, story: fact.story, target: target.id, ...fields, ...source?.known },
      correctedPublication: publishedAt,
    },
    fact: fact.id,
  };
}

/** Corrections and retractions may have no source. */
function sourceFor(
  { type, source }: MetaEventDraft,
  articles: readonly string[],
): ReturnType<typeof sourceOf> | undefined {
  const unknown = { publisher: 0, from: { publishedAt: undefined }, attributedTo: undefined } as const;
  return source || type === 'EventCorroborated' ? sourceOf(source ?? unknown, articles) : undefined;
}

/** The fields that the event gives. A correction gives at least one. */
function fieldsOf(draft: MetaEventDraft, target: Target, names: Names): Partial<Fields> {
  const data = dataOf(draft, target, names);
  const { occurredAt, publishedAt } = draft;
  const given = [data, occurredAt, publishedAt].some((field) => field !== undefined);
  const needed = draft.type === 'EventCorrected' && !given;
  const certainty = draft.certainty ?? (needed ? 'reported' : undefined);
  return {
    ...(data === undefined ? {} : { data }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}

/**
 * Data of the target's type about the target's subject or about the other one. A fact can move to the other subject
 * this way, while other accounts may still name the old one.
 */
function dataOf({ type, data }: MetaEventDraft, { id, fact }: Target, names: Names): Fields['data'] | undefined {
  const generated = data?.facts.find((one) => one.type === fact.type);
  if (data === undefined || generated === undefined) return undefined;
  const own = type === 'EventCorrected' && id === fact.id;
  if (own && data.moves) fact.which = fact.which === 0 ? 1 : 0;
  return allowed({ ...names.subjects[fact.kind][fact.which], ...generated.data });
}
