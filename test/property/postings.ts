import { randomUUID } from 'node:crypto';
import type { Fields, ToldAbout, ToldFact } from '../oracle/told.js';
import type { AboutDraft, Draft, FactDraft } from './drafts.js';
import type { Kind } from './happenings.js';
import type { Names } from './names.js';
import { sourceOf } from './sources.js';

/** One event to post, and what the oracle will know of it once it has its place in the record. */
export interface Posting {
  body: Readonly<Record<string, unknown>>;
  told: Unplaced<ToldFact> | Unplaced<ToldAbout>;
  /** The fact that it is or that it is about. */
  fact: string;
}

type Unplaced<T> = Omit<T, 'position' | 'requestStart' | 'recordedAt'>;

/** A fact or a corroboration that events can be about, as it stands when all that came before it is recorded. */
interface Target {
  id: string;
  fact: FactAsRecorded;
}

/**
 * A fact and which subject its own account is about by now: other accounts have to name that one, those that did before
 * keep theirs.
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
  return { body: opening, told: { ...opening, certainty: 'reported' }, fact: id };
}

/** The events of a case. A draft that finds no target is left out. */
export function postingsOf(drafts: readonly Draft[], names: Names, articles: readonly string[]): Posting[] {
  let targets: Target[] = [];
  return drafts.flatMap((draft) => {
    if (!('target' in draft)) {
      const posting = factOf(draft, names, articles);
      const { id, type, story } = posting.told;
      targets.push({ id, fact: { ...draft, id, type, story } });
      return [posting];
    }
    const possible = draft.type === 'EventCorroborated' ? targets.filter(({ id, fact }) => fact.id === id) : targets;
    const target = possible[draft.target % Math.max(1, possible.length)];
    if (target === undefined) return [];
    const posting = aboutOf(draft, target, names, articles);
    if (draft.type === 'EventCorroborated') targets.push({ id: posting.told.id, fact: target.fact });
    if (draft.type === 'EventRetracted') targets = targets.filter(({ id, fact }) => ![id, fact.id].includes(target.id));
    return [posting];
  });
}

function factOf(draft: FactDraft, names: Names, articles: readonly string[]): Posting {
  const { type, occurredAt, certainty } = draft;
  const source = sourceOf(draft.source, articles);
  const data = { ...names.subjects[draft.kind][draft.which], ...draft.data };
  const fact = { id: randomUUID(), type, story: names.stories[draft.story], occurredAt, certainty, data };
  return { body: { ...fact, source: source.posted }, told: { ...fact, ...source.told }, fact: fact.id };
}

function aboutOf(draft: AboutDraft, target: Target, names: Names, articles: readonly string[]): Posting {
  const { type } = draft;
  const source = sourceFor(draft, articles);
  const { fact } = target;
  const fields = type === 'EventRetracted' ? {} : fieldsOf(draft, target, names);
  const event = { id: randomUUID(), type };
  const reason = type === 'EventCorroborated' ? {} : { reason: 'as the desk has it now' };
  return {
    body: { ...event, data: { target: target.id, ...fields, ...reason }, ...(source && { source: source.posted }) },
    told: { ...event, story: fact.story, target: target.id, ...fields, ...source?.told },
    fact: fact.id,
  };
}

/** Corrections and retractions may go without. */
function sourceFor({ type, source }: AboutDraft, articles: readonly string[]): ReturnType<typeof sourceOf> | undefined {
  const unknown = { publisher: 0, from: { publishedAt: undefined }, attributedTo: undefined } as const;
  return source || type === 'EventCorroborated' ? sourceOf(source ?? unknown, articles) : undefined;
}

/** The fields that it gives, a correction at least one. */
function fieldsOf(draft: AboutDraft, target: Target, names: Names): Partial<Fields> {
  const data = dataOf(draft, target, names);
  const { occurredAt } = draft;
  const needed = draft.type === 'EventCorrected' && data === undefined && occurredAt === undefined;
  const certainty = draft.certainty ?? (needed ? 'reported' : undefined);
  return {
    ...(data === undefined ? {} : { data }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}

/**
 * Data of the target's type about the target's subject, or about the other one: so a fact moves there, and others may
 * go on telling it of the old one.
 */
function dataOf({ type, data }: AboutDraft, { id, fact }: Target, names: Names): Fields['data'] | undefined {
  const happening = data?.happenings.find((one) => one.type === fact.type);
  if (data === undefined || happening === undefined) return undefined;
  const own = type === 'EventCorrected' && id === fact.id;
  if (own && data.moves) fact.which = fact.which === 0 ? 1 : 0;
  return { ...names.subjects[fact.kind][fact.which], ...happening.data };
}
