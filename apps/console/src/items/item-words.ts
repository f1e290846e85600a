import { kindOf, meetingNamed, named, plain } from '#catalogue/wording/slugs.js';
import { partyLabel } from '#catalogue/values/party-names.js';
import type { AnyItem, Schema } from '../api/client.js';
import { formatDate } from '../ui/dates.js';

/** An item as a card, a row or a step of a history shows it. */
export interface ItemWords {
  title: string;
  /** What holds, in a few words. */
  value: string;
  /** What else there is, a line each. */
  details: string[];
  /** What was announced or threatened. */
  pending: { text: string; event: string }[];
}

/** The part of an item that says what holds. */
type StateOfItem = Pick<AnyItem, 'view' | 'subject' | 'state'>;

const NOT_KNOWN = 'not known';

export function itemInWords(item: StateOfItem): ItemWords {
  const { view, subject, state } = item as AnyItem;
  const title = itemTitle(view, subject, state as { title?: string | null } | null);
  if (state === null) return { title, value: 'only claimed', details: [], pending: [] };
  return { title, details: [], pending: [], ...wordsOf(item as AnyItem) };
}

const NOUNS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  truces: ['truce', 'ceasefire', 'armistice'],
  talks: ['talks', 'negotiations', 'consultations'],
  deals: ['deal', 'agreement', 'accord', 'pact'],
  restrictions: ['restrictions', 'fees', 'controls', 'ban', 'metals', 'technology'],
  summits: ['summit'],
  visits: ['visit', 'trip', 'tour'],
};

/** What a subject is called: by its title, or else by its slug. */
export function itemTitle(view: string, subject: string, state: { title?: string | null } | null): string {
  if (typeof state?.title === 'string') return state.title;
  if (view === 'tariffs') return tariffTitle(subject);
  const nouns = NOUNS[view];
  const name = view === 'meetings' ? meetingNamed(subject) : !nouns ? plain(subject) : named(subject, nouns);
  return capital(name.replace(/^the /, ''));
}

/** `USA>CHN:all` is "US → China". */
function tariffTitle(subject: string): string {
  const [, from = '', to = '', measure = ''] = /^(\w+)>(\w+):(.+)$/.exec(subject) ?? [];
  if (from === '') return subject;
  return `${partyLabel(from)} → ${partyLabel(to)}${measure === 'all' ? '' : `: ${plain(measure)}`}`;
}

function wordsOf(item: AnyItem): Partial<ItemWords> & { value: string } {
  switch (item.view) {
    case 'tariffs':
      return tariff(item.state);
    case 'truces':
      return truce(item.state);
    case 'talks':
      return talks(item.state);
    case 'deals':
      return { value: words(item.state?.status), details: [between(item.state?.parties), item.state?.subject ?? ''] };
    case 'restrictions':
      return restriction(item.state);
    case 'meetings':
      return meeting(item.state);
    case 'summits':
      return {
        value: words(item.state?.status),
        details: [until(item.state?.until), placeInWords(item.state?.place ?? null)].filter(Boolean),
      };
    case 'visits':
      return visit(item.state);
    case 'stories':
      return { value: words(item.state?.status), details: [item.state?.summary ?? ''].filter(Boolean) };
    default:
      return anything(item);
  }
}

function tariff(state: Schema<'TariffsItem'>['state']): Partial<ItemWords> & { value: string } {
  if (!state) return { value: NOT_KNOWN };
  const rate = formatPercent(state.ratePercent, state.comparator);
  const before = state.previousRatePercent === null ? '' : `was ${state.previousRatePercent}%`;
  const value = state.status === 'in_force' ? rate : state.status === 'unknown' ? NOT_KNOWN : words(state.status);
  const details = [
    state.status === 'in_force'
      ? [state.basis === null ? '' : words(state.basis), before].filter(Boolean).join(', ')
      : '',
    state.status !== 'in_force' && state.ratePercent !== null ? `last known rate ${rate}` : '',
    state.until === null
      ? ''
      : state.status === 'unknown'
        ? `its suspension ended ${formatDate(state.until)}`
        : until(state.until),
  ];
  return {
    value,
    details: details.filter(Boolean),
    pending: state.pending.map(({ kind, ratePercent, effectiveFrom, condition, due, event }) => ({
      event,
      text: [
        `${formatPercent(ratePercent, null)} ${kind}`,
        effectiveFrom === null ? '' : ` from ${formatDate(effectiveFrom)}`,
        condition === null ? '' : ` ${condition}`,
        due ? ', due; not reported to be in force' : '',
      ].join(''),
    })),
  };
}

function truce(state: Schema<'TrucesItem'>['state']): Partial<ItemWords> & { value: string } {
  if (!state) return { value: NOT_KNOWN };
  const { status, validUntil, agreedAt, extensions } = state;
  const last = validUntil === null ? '' : formatDate(validUntil);
  const value =
    status === 'in_force'
      ? last === ''
        ? 'in force'
        : `in force until ${last}`
      : status === 'expired'
        ? 'run out'
        : words(status);
  return {
    value,
    details: [
      status === 'expired' && last !== '' ? `its last day was ${last}` : '',
      agreedAt === null ? '' : `agreed ${formatDate(agreedAt)}`,
      extensions.length === 0 ? '' : extensions.length === 1 ? 'extended once' : `extended ${extensions.length} times`,
    ].filter(Boolean),
  };
}

function talks(state: Schema<'TalksItem'>['state']): Partial<ItemWords> & { value: string } {
  if (!state) return { value: NOT_KNOWN };
  const round = state.rounds.at(-1);
  const place = placeInWords(round?.place ?? null);
  const when = round?.concludedAt ?? round?.startedAt ?? round?.scheduledFor ?? null;
  return {
    value: [state.round === null ? '' : `round ${state.round} `, words(state.status)].join(''),
    details: [
      [place, when === null ? '' : formatDate(when)].filter(Boolean).join(', '),
      state.topics.length === 0 ? '' : `on ${state.topics.join(', ')}`,
    ].filter(Boolean),
  };
}

function restriction(state: Schema<'RestrictionsItem'>['state']): Partial<ItemWords> & { value: string } {
  if (!state) return { value: NOT_KNOWN };
  const { kind, imposedBy, appliesTo, goods, status } = state;
  const sides = [imposedBy, appliesTo].filter((party) => party !== null).map(partyLabel);
  return {
    value: words(status),
    details: [
      [kind === null || kind === 'other' ? '' : words(kind), sides.join(' → ')].filter(Boolean).join(', '),
      goods.join(', '),
      until(state.until),
    ].filter(Boolean),
  };
}

function meeting(state: Schema<'MeetingsItem'>['state']): Partial<ItemWords> & { value: string } {
  if (!state) return { value: NOT_KNOWN };
  const { status, scheduledFor, place, participants, occasion } = state;
  return {
    value: status === 'scheduled' && scheduledFor !== null ? `planned for ${formatDate(scheduledFor)}` : words(status),
    details: [
      participants.map(({ name }) => name).join(', '),
      [placeInWords(place), occasion ?? ''].filter(Boolean).join(', '),
    ].filter(Boolean),
  };
}

function visit(state: Schema<'VisitsItem'>['state']): Partial<ItemWords> & { value: string } {
  if (!state) return { value: NOT_KNOWN };
  const { status, date, visitor, place, purpose } = state;
  const when = date === null ? '' : formatDate(date);
  const value = status === 'planned' && when !== '' ? `planned for ${when}` : words(status);
  return {
    value,
    details: [
      [visitor?.name ?? '', placeInWords(place)].filter(Boolean).join(', '),
      purpose ?? '',
      status === 'made' ? when : '',
    ].filter(Boolean),
  };
}

/** A view that has no words of its own yet: its status, and its other plain fields. */
function anything(item: { state: unknown }): Partial<ItemWords> & { value: string } {
  const fields = Object.entries((item.state ?? {}) as Record<string, unknown>).filter(
    (field): field is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof field[1]),
  );
  const status = fields.find(([name]) => name === 'status');
  return {
    value: status ? words(String(status[1])) : '',
    details: fields
      .filter(([name]) => name !== 'status' && name !== 'title')
      .map(([name, value]) => `${fieldInWords(name)}: ${typeof value === 'string' ? formatDate(value) : value}`),
  };
}

/** A claim in a few words. A card has them under what holds. */
export function claimInWords(view: string, data: Readonly<Record<string, unknown>>): string {
  const { ratePercent, validUntil, status, scheduledFor } = data;
  if (view === 'tariffs' && typeof ratePercent === 'number') return `${ratePercent}%`;
  if (typeof validUntil === 'string') return `until ${formatDate(validUntil)}`;
  if (typeof scheduledFor === 'string') return formatDate(scheduledFor);
  return typeof status === 'string' ? words(status) : 'something else';
}

/** Who makes a claim, as it stands after the claim. */
export const whoSays = (by: string | null): string => `says ${by ?? 'somebody'}`;

/** A value of any property: "10 November 2025", "in force", "30". */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return /^[a-z]+(_[a-z]+)+$/.test(value) ? words(value) : formatDate(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  return Object.entries(value)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${fieldInWords(name)} ${valueInWords(part)}`)
    .join(', ');
}

/** `validUntil` is "valid until". */
export const fieldInWords = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replaceAll('.', ' ')
    .toLowerCase();

const COMPARED: Readonly<Record<string, string>> = {
  up_to: 'up to ',
  at_least: 'at least ',
  more_than: 'over ',
  less_than: 'under ',
  about: 'about ',
};

export function formatPercent(rate: number | null, comparator: string | null): string {
  return rate === null ? 'rate not known' : `${COMPARED[comparator ?? ''] ?? ''}${rate}%`;
}

const words = (text: string | null | undefined): string => text?.replaceAll('_', ' ') ?? NOT_KNOWN;
const until = (date: string | null | undefined): string => (date ? `until ${formatDate(date)}` : '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const between = (parties: readonly string[] | undefined): string => (parties ?? []).map(partyLabel).join(', ');

function placeInWords(place: Schema<'Place'> | null): string {
  if (place === null) return '';
  const { name, country } = place;
  return [name, country === undefined ? undefined : partyLabel(country)]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** What a view calls its subjects. */
export const viewInWords = (view: string): string => capital(kindOf(view, [view]));
