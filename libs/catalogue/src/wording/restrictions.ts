import { partyName } from '../values/party.js';
import type { RestrictionKind } from '../values/restriction-kind.js';
import { date } from './dates.js';
import { list } from './lists.js';
import { target } from './parties.js';
import { sentence, when } from './sentence.js';
import { plain } from './slugs.js';

interface Kind {
  /** How it reads when it is imposed. */
  one: string;
  /** How it reads later, behind "its" or alone. */
  known: string;
  plural: boolean;
  preposition: string;
  imposed: string;
  /** What it is while it holds. */
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

/** What is done to a restriction of a kind, in its own words: an investigation is opened and closed. */
export function verbsOf(kind: RestrictionKind | undefined): Pick<Kind, 'imposed' | 'holding' | 'lifted'> {
  return KINDS[kind ?? 'other'];
}

interface Restriction {
  restriction: string;
  kind?: RestrictionKind | undefined;
  appliesTo?: string | undefined;
  goods?: readonly string[] | undefined;
}

/** "export controls on the US, covering rare earths". */
export function newRestriction({
  kind,
  appliesTo,
  goods,
}: Restriction & { kind: RestrictionKind; appliesTo: string }): string {
  const { one, preposition } = KINDS[kind];
  return `${one} ${preposition} ${target(appliesTo)}${covering(goods)}`;
}

/**
 * One heard of before, behind "its" or "the": "export controls on the US"; where its kind is not known, by its slug.
 */
export function knownRestriction({ restriction, kind, appliesTo, goods }: Restriction): string {
  const { known, preposition } =
    kind === undefined ? { known: `restriction “${plain(restriction)}”`, preposition: 'on' } : KINDS[kind];
  return `${known}${appliesTo === undefined ? '' : ` ${preposition} ${target(appliesTo)}`}${covering(goods)}`;
}

export function isPlural(kind: RestrictionKind | undefined): boolean {
  return kind !== undefined && KINDS[kind].plural;
}

const covering = (goods: readonly string[] | undefined): string =>
  goods === undefined ? '' : `, covering ${list(goods)}`;

/** Through when: behind the goods, which stand between commas, with a comma of its own. */
export function untilDay({ goods, until }: Restriction & { until?: string | undefined }): string | undefined {
  if (until === undefined) return undefined;
  return `${goods === undefined ? '' : ', '}until ${date(until)}`;
}

/** A restriction suspended or lifted, whether or not it is known who had imposed it. */
export function easing(
  verb: 'suspended' | 'lifted',
  data: Restriction & { imposedBy?: string | undefined; until?: string | undefined },
): string {
  const restriction = knownRestriction(data);
  const done = verb === 'lifted' ? verbsOf(data.kind).lifted : verb;
  if (data.imposedBy === undefined) {
    const comma = data.goods === undefined ? '' : ',';
    return sentence(
      `the ${restriction}${comma}`,
      isPlural(data.kind) ? 'were' : 'was',
      done,
      when(data.until, (day) => `until ${date(day)}`),
    );
  }
  return sentence(
    partyName(data.imposedBy),
    done,
    data.kind === undefined ? 'the' : 'its',
    restriction,
    untilDay(data),
  );
}
