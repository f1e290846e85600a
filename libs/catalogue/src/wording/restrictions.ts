import { partyName } from '../values/party.js';
import type { RestrictionKind } from '../values/closed-values.js';
import { date } from './dates.js';
import { list, sentence, when } from './sentence.js';
import { target, whose } from './parties.js';
import { plain } from './slugs.js';
import { bareTitle, isPluralPhrase, namesParty, newTitled, says, titledOf } from './titles.js';

interface Kind {
  /** Its name when it is imposed. */
  one: string;
  /** Its name later, after "its" or by itself. */
  known: string;
  plural: boolean;
  preposition: string;
  imposed: string;
  /** Its state while it is in force. */
  holding: string;
  lifted: string;
}

const kind = (one: string, known: string, preposition = 'on'): Kind => ({
  ...{ one, known, plural: one === known, preposition },
  ...{ imposed: 'imposed', holding: 'in force', lifted: 'lifted' },
});

const KINDS: Record<RestrictionKind, Kind> = {
  export_control: kind('export controls', 'export controls'),
  import_ban: kind('an import ban', 'import ban', 'on goods from'),
  quota: kind('a quota', 'quota', 'on goods from'),
  entity_listing: kind('entity listings', 'entity listings'),
  port_fee: kind('port fees', 'port fees'),
  sanction: kind('sanctions', 'sanctions'),
  investigation: {
    ...kind('an investigation', 'investigation', 'into'),
    ...{ imposed: 'opened', holding: 'under way', lifted: 'closed' },
  },
  other: kind('a restriction', 'restriction'),
};

/** The verbs of a kind of restriction: an investigation is opened and closed. */
export function verbsOf(kind: RestrictionKind | undefined): Pick<Kind, 'imposed' | 'holding' | 'lifted'> {
  return KINDS[kind ?? 'other'];
}

interface Restriction {
  restriction: string;
  title?: string | undefined;
  imposedBy?: string | undefined;
  kind?: RestrictionKind | undefined;
  appliesTo?: string | undefined;
  goods?: readonly string[] | undefined;
}

/** "export controls on the US, covering rare earths". */
export function newRestriction(restriction: Restriction & { kind: RestrictionKind }): string {
  const { title, kind } = restriction;
  return `${title === undefined ? KINDS[kind].one : newTitled(title)}${onTarget(restriction)}${covering(restriction)}`;
}

/**
 * One mentioned before, with its owner: "its export controls on the US", "the import ban". If neither its title nor its
 * kind is known, by its slug.
 */
export function knownRestriction(restriction: Restriction, owner: string): string {
  const { title, imposedBy, kind } = restriction;
  const known = kind === undefined ? `restriction “${plain(restriction.restriction)}”` : KINDS[kind].known;
  const name =
    title === undefined
      ? `${owner} ${known}`
      : titledOf(imposedBy !== undefined && namesParty(title, imposedBy) ? 'the' : owner, title);
  return `${name}${onTarget(restriction)}${covering(restriction)}`;
}

/** One in a heading: "China’s export controls on the US", "seafood ban". */
export function restrictionLabel(restriction: Restriction): string {
  const { title, kind, imposedBy } = restriction;
  if (title !== undefined) return bareTitle(title);
  const known = kind === undefined ? plain(restriction.restriction) : KINDS[kind].known;
  return `${imposedBy === undefined ? '' : `${whose(imposedBy)} `}${known}${onTarget(restriction)}`;
}

/** On whom, unless the title says so. */
function onTarget({ title, kind, appliesTo }: Restriction): string {
  if (appliesTo === undefined || (title !== undefined && namesParty(title, appliesTo))) return '';
  // "a ban on gallium against the US": a title may have used the preposition.
  const preposition = title !== undefined && / on /.test(title) ? 'against' : KINDS[kind ?? 'other'].preposition;
  return ` ${preposition} ${target(appliesTo)}`;
}

export function isPlural({ title, kind }: Pick<Restriction, 'title' | 'kind'>): boolean {
  return title === undefined ? kind !== undefined && KINDS[kind].plural : isPluralPhrase(title);
}

const covering = ({ title, goods }: Restriction): string =>
  coversMore({ title, goods }) ? `, covering ${list(goods ?? [])}` : '';

/** Whether it covers goods that its title does not name. */
export const coversMore = ({ title, goods }: Pick<Restriction, 'title' | 'goods'>): boolean =>
  goods !== undefined && (title === undefined || goods.some((one) => !says(title, one)));

/** Its end, "until 10 November 2025". After a list of goods, which ends with a comma, it begins with one. */
export function untilDay(restriction: Restriction & { until?: string | undefined }): string | undefined {
  const { until } = restriction;
  return until === undefined ? undefined : `${coversMore(restriction) ? ', ' : ''}until ${date(until)}`;
}

/** The sentence for a restriction that was suspended or lifted. Names who did it, if known. */
export function easing(verb: 'suspended' | 'lifted', data: Restriction & { until?: string | undefined }): string {
  const done = verb === 'lifted' ? verbsOf(data.kind).lifted : verb;
  if (data.imposedBy === undefined) {
    const comma = coversMore(data) ? ',' : '';
    return sentence(
      `${knownRestriction(data, 'the')}${comma}`,
      isPlural(data) ? 'were' : 'was',
      done,
      when(data.until, (day) => `until ${date(day)}`),
    );
  }
  const owner = data.kind === undefined && data.title === undefined ? 'the' : 'its';
  return sentence(partyName(data.imposedBy), done, knownRestriction(data, owner), untilDay(data));
}
