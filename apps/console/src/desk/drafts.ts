import type { EventToPost } from '../api/recording.js';
import { type FormValues, isSameJson } from '../forms/schema/form-values.js';
import type { JsonSchema } from '../forms/schema/json-schema.js';
import type { Passage } from './passages/passages.js';

/** A fact that a draft is a further account of, as it stood when it was joined. */
export interface JoinedFact {
  id: string;
  sentence: string;
  occurredAt: string;
  certainty: string;
  data: Readonly<Record<string, unknown>>;
}

/** A fact that is being written down. */
export interface Draft {
  /** That of its event. Sent again after a lost answer, it is stored once. */
  id: string;
  type: string;
  passage: Passage | null;
  occurredAt: string;
  certainty: string;
  attributedTo: string;
  values: FormValues;
  joins: JoinedFact | null;
}

/** The facts of an article that are not recorded yet. They are recorded together. */
export interface ArticleDrafts {
  story: string;
  /** Of the story, when the first of them was tried; null: none was. */
  version: number | null;
  /** The draft that is open. */
  open: string | null;
  drafts: readonly Draft[];
}

export const ARTICLE_DRAFTS = 'dateline-drafts:';

export const newDraft = (about: Partial<Draft> = {}): Draft => ({
  id: newId(),
  type: '',
  passage: null,
  occurredAt: '',
  certainty: 'reported',
  attributedTo: '',
  values: {},
  joins: null,
  ...about,
});

/** A random UUID. The browser has a function for them only on pages that came encrypted, or from this machine. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes]
    .map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A date as the server takes it. */
export const DATE: JsonSchema = {
  type: 'string',
  pattern: '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?)?)?$',
};

const NO_DRAFTS: ArticleDrafts = { story: '', version: null, open: null, drafts: [] };

/** Stored drafts, whatever stands there: what is no draft is left out. */
export function readArticleDrafts(stored: unknown): ArticleDrafts {
  const { story, version, open, drafts } = objectOf(stored);
  if (!Array.isArray(drafts)) return NO_DRAFTS;
  const read = drafts.map(objectOf).filter(({ id }) => typeof id === 'string');
  return {
    story: textOf(story),
    version: typeof version === 'number' ? version : null,
    open: typeof open === 'string' ? open : null,
    drafts: read.map((draft) => ({
      id: textOf(draft['id']),
      type: textOf(draft['type']),
      passage: passageOf(draft['passage']),
      occurredAt: textOf(draft['occurredAt']),
      certainty: textOf(draft['certainty']) || 'reported',
      attributedTo: textOf(draft['attributedTo']),
      values: objectOf(draft['values']) as FormValues,
      joins: joinedOf(draft['joins']),
    })),
  };
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function passageOf(value: unknown): Passage | null {
  const { start, end } = objectOf(value);
  return typeof start === 'number' && typeof end === 'number' && start < end ? { start, end } : null;
}

function joinedOf(value: unknown): JoinedFact | null {
  const { id, sentence, occurredAt, certainty, data } = objectOf(value);
  if (typeof id !== 'string') return null;
  return {
    id,
    sentence: textOf(sentence),
    occurredAt: textOf(occurredAt),
    certainty: textOf(certainty),
    data: objectOf(data),
  };
}

/** What an article and its story say of all of its facts. */
export interface DraftSource {
  article: string;
  text: string;
  story: string;
}

/**
 * A draft as the event that it is recorded as: a fact, or a further account of one, which says only what it says
 * otherwise.
 *
 * @param data those of the form
 */
export function eventOfDraft(draft: Draft, data: Readonly<Record<string, unknown>>, about: DraftSource): EventToPost {
  const { id, type, passage, certainty, joins } = draft;
  const [occurredAt, attributedTo] = [draft.occurredAt.trim(), draft.attributedTo.trim()];
  const source = {
    article: about.article,
    ...(passage && { quote: about.text.slice(passage.start, passage.end) }),
    ...(attributedTo !== '' && { attributedTo }),
  };
  if (!joins) return { id, type, story: about.story, occurredAt, certainty, data, source };
  const own = {
    ...(occurredAt !== joins.occurredAt && { occurredAt }),
    ...(certainty !== joins.certainty && { certainty }),
    ...(!isSameJson(data, joins.data) && { data }),
  };
  return { id, type: 'EventCorroborated', data: { target: joins.id, ...own }, source };
}

/**
 * A pointer of an error as that of the field in the form of a draft, which has the fields of a fact: those of an
 * account lie one deeper.
 */
export const fieldPointer = (pointer: string, isAccount: boolean): string =>
  isAccount ? pointer.replace(/^\/data(?=\/(data|occurredAt|certainty)(\/|$))/, '') : pointer;
