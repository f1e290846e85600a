import { partyName } from '../values/party.js';
import type { RestrictionKind } from '../values/restriction-kind.js';
import { date } from './dates.js';
import { list } from './lists.js';
import { target } from './parties.js';
import { sentence, when } from './sentence.js';
import { plain } from './slugs.js';

/** One: how it reads when it is imposed; known: how it reads later, behind "its" or alone. */
const KINDS: Record<RestrictionKind, { one: string; known: string; plural: boolean; preposition: string }> = {
  export_control: { one: 'export controls', known: 'export controls', plural: true, preposition: 'on' },
  import_ban: { one: 'an import ban', known: 'import ban', plural: false, preposition: 'on' },
  quota: { one: 'a quota', known: 'quota', plural: false, preposition: 'on' },
  entity_listing: { one: 'entity listings', known: 'entity listings', plural: true, preposition: 'on' },
  port_fee: { one: 'port fees', known: 'port fees', plural: true, preposition: 'on' },
  sanction: { one: 'sanctions', known: 'sanctions', plural: true, preposition: 'on' },
  investigation: { one: 'an investigation', known: 'investigation', plural: false, preposition: 'into' },
  other: { one: 'a restriction', known: 'restriction', plural: false, preposition: 'on' },
};

interface Restriction {
  restriction: string;
  kind?: RestrictionKind | undefined;
  appliesTo?: string | undefined;
  goods?: readonly string[] | undefined;
}

/** "export controls on the US, covering rare earths". */
export function newRestriction({ kind, appliesTo, goods }: Restriction & { kind: RestrictionKind; appliesTo: string }): string {
  const { one, preposition } = KINDS[kind];
  return `${one} ${preposition} ${target(appliesTo)}${covering(goods)}`;
}

/** One heard of before, behind "its" or "the": "export controls on the US"; where its kind is not known, by its slug. */
export function knownRestriction({ restriction, kind, appliesTo, goods }: Restriction): string {
  const { known, preposition } = kind === undefined ? { known: `restriction “${plain(restriction)}”`, preposition: 'on' } : KINDS[kind];
  return `${known}${appliesTo === undefined ? '' : ` ${preposition} ${target(appliesTo)}`}${covering(goods)}`;
}

export function isPlural(kind: RestrictionKind | undefined): boolean {
  return kind !== undefined && KINDS[kind].plural;
}

const covering = (goods: readonly string[] | undefined): string => (goods === undefined ? '' : `, covering ${list(goods)}`);

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
  if (data.imposedBy === undefined) {
    const comma = data.goods === undefined ? '' : ',';
    return sentence(
      `the ${restriction}${comma}`,
      isPlural(data.kind) ? 'were' : 'was',
      verb,
      when(data.until, (day) => `until ${date(day)}`),
    );
  }
  return sentence(partyName(data.imposedBy), verb, data.kind === undefined ? 'the' : 'its', restriction, untilDay(data));
}
