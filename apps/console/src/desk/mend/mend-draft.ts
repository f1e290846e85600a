import type { Schema } from '../../api/client.js';
import type { EventToPost } from '../../api/recording.js';
import { checkData, type FieldError } from '../../forms/schema/check-data.js';
import { dataOfValues, type FormValues, isSameJson, valuesOfData } from '../../forms/schema/form-values.js';
import type { JsonSchema } from '../../forms/schema/json-schema.js';
import { DATE, newId, objectOf, textOf } from '../drafts.js';

export type MendKind = 'correct' | 'retract' | 'corroborate';

/** Where a correction, a withdrawal or a further account was read. */
export interface SourceDraft {
  kind: 'none' | 'web' | 'article';
  article: string;
  url: string;
  publisher: string;
  publishedAt: string;
  quote: string;
  attributedTo: string;
}

/** An event about an event that is being written down. */
export interface MendDraft {
  /** That of its event. Sent again after a lost answer, it is stored once. */
  id: string;
  /** Of the story, when it was first tried; null: it was not. */
  version: number | null;
  reason: string;
  occurredAt: string;
  certainty: string;
  /** The date on which the source of the account was published. */
  publishedAt: string;
  values: FormValues;
  /** Of a further account: it has a date, a certainty and data of its own. */
  differs: boolean;
  source: SourceDraft;
}

/** An account as it stands. */
export interface StandingAccount {
  occurredAt: string;
  certainty: string;
  publishedAt: string;
  data: Readonly<Record<string, unknown>>;
}

/** The account of an event as it stands: of a fact its own, of a further account that. */
export function standingAccount(event: Schema<'EventDetail'>, fact: Schema<'EventDetail'>): StandingAccount {
  const account = fact.accounts.find((one) => one.event === event.id);
  const own = event.id === fact.id ? event : { ...fact, ...(event.data as Partial<Schema<'EventDetail'>>) };
  return {
    occurredAt: account?.occurredAt ?? own.occurredAt ?? '',
    certainty: account?.certainty ?? own.certainty ?? 'reported',
    publishedAt: (account?.source ?? event.source)?.publishedAt ?? '',
    data: account?.data ?? own.data,
  };
}

export const mendKey = (kind: MendKind, event: string): string => `dateline-mend:${kind}:${event}`;

/** A draft that changes nothing yet. */
export const newMend = (kind: MendKind, account: StandingAccount): MendDraft => ({
  id: newId(),
  version: null,
  reason: '',
  occurredAt: account.occurredAt,
  certainty: account.certainty,
  publishedAt: account.publishedAt,
  values: valuesOfData(account.data),
  differs: false,
  source: {
    kind: kind === 'corroborate' ? 'web' : 'none',
    article: '',
    url: '',
    publisher: '',
    publishedAt: '',
    quote: '',
    attributedTo: '',
  },
});

/** A stored draft, whatever stands there; null: none. */
export function readMend(stored: unknown): MendDraft | null {
  const { id, version, values, differs, source, ...texts } = objectOf(stored);
  if (typeof id !== 'string') return null;
  const { kind, ...places } = objectOf(source);
  return {
    id,
    version: typeof version === 'number' ? version : null,
    reason: textOf(texts['reason']),
    occurredAt: textOf(texts['occurredAt']),
    certainty: textOf(texts['certainty']) || 'reported',
    publishedAt: textOf(texts['publishedAt']),
    values: objectOf(values) as FormValues,
    differs: differs === true,
    source: {
      kind: kind === 'web' || kind === 'article' ? kind : 'none',
      article: textOf(places['article']),
      url: textOf(places['url']),
      publisher: textOf(places['publisher']),
      publishedAt: textOf(places['publishedAt']),
      quote: textOf(places['quote']),
      attributedTo: textOf(places['attributedTo']),
    },
  };
}

const TYPES: Readonly<Record<MendKind, string>> = {
  correct: 'EventCorrected',
  retract: 'EventRetracted',
  corroborate: 'EventCorroborated',
};

/** What is otherwise than in the account: each field whole. */
function changesOf(draft: MendDraft, account: StandingAccount, schema: JsonSchema): Record<string, unknown> {
  const data = dataOfValues(schema, draft.values);
  const texts = (['occurredAt', 'certainty', 'publishedAt'] as const)
    .map((name) => [name, draft[name].trim()] as const)
    .filter(([name, text]) => text !== '' && text !== account[name]);
  return { ...Object.fromEntries(texts), ...(!isSameJson(data, account.data) && { data }) };
}

/** A draft as the event that it is recorded as. */
export function eventOfMend(
  kind: MendKind,
  target: string,
  draft: MendDraft,
  account: StandingAccount,
  schema: JsonSchema,
): EventToPost {
  const { publishedAt, ...changes } = changesOf(draft, account, schema);
  const source = sourceOf(draft.source);
  const given = {
    correct: { ...changes, ...(publishedAt !== undefined && { publishedAt }) },
    retract: {},
    corroborate: draft.differs ? changes : {},
  }[kind];
  const reason = kind === 'corroborate' ? {} : { reason: draft.reason.trim() };
  return {
    id: draft.id,
    type: TYPES[kind],
    data: { target, ...given, ...reason },
    ...(source && { source }),
  };
}

function sourceOf(source: SourceDraft): Record<string, string> | null {
  const { kind, article, ...others } = source;
  if (kind === 'none') return null;
  const { quote, attributedTo, ...page } = others;
  const texts: Readonly<Record<string, string>> =
    kind === 'web' ? { ...page, quote, attributedTo } : { article, quote, attributedTo };
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

const TEXT: JsonSchema = { type: 'string', minLength: 1, maxLength: 2000 };
const SOURCES: Readonly<Record<SourceDraft['kind'], JsonSchema>> = {
  none: { type: 'object' },
  web: {
    type: 'object',
    required: ['url', 'publisher'],
    properties: {
      url: { type: 'string', format: 'uri', maxLength: 2000 },
      publisher: TEXT,
      publishedAt: DATE,
      quote: TEXT,
      attributedTo: TEXT,
    },
  },
  article: { type: 'object', required: ['article'], properties: { article: TEXT, quote: TEXT, attributedTo: TEXT } },
};

/** What is wrong with a draft, as far as that is known without the server. */
export function errorsOfMend(
  kind: MendKind,
  draft: MendDraft,
  account: StandingAccount,
  schema: JsonSchema,
): FieldError[] {
  const below = (at: string, found: readonly FieldError[]): FieldError[] =>
    found.map((error) => ({ ...error, pointer: at + error.pointer }));
  const fields: JsonSchema = {
    type: 'object',
    required: kind === 'corroborate' ? [] : ['reason'],
    properties: { reason: TEXT, occurredAt: DATE, publishedAt: DATE },
  };
  const { occurredAt, publishedAt, reason } = draft;
  const isOpen = kind === 'correct' || (kind === 'corroborate' && draft.differs);
  const typed = { reason, ...(isOpen && { occurredAt, publishedAt }) };
  const errors = [
    ...below('/data', checkData(fields, dataOfValues(fields, typed))),
    ...(isOpen ? below('/data/data', checkData(schema, dataOfValues(schema, draft.values))) : []),
    ...below('/source', checkData(SOURCES[draft.source.kind], sourceOf(draft.source) ?? {})),
  ];
  const isSame = kind === 'correct' && Object.keys(changesOf(draft, account, schema)).length === 0;
  return isSame
    ? [{ pointer: '/data/data', detail: 'is as it was: change what is wrong', missing: true }, ...errors]
    : errors;
}
