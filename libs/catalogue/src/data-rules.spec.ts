import { describe, expect, it } from '@jest/globals';
import { eventDefinition, type EventType } from './catalogue.js';
import { parseEvent } from './event-input.js';

const ID = '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10';
const NUL = String.fromCharCode(0);
const onChina = { imposedBy: 'USA', appliesTo: 'CHN' };
const text = (length: number): string => 'a'.repeat(length);
const times = <Value>(count: number, value: Value): Value[] => Array<Value>(count).fill(value);

/** The pointers of all problems with data of a type. */
function wrongWith(type: EventType, data: unknown): string[] {
  const about = eventDefinition(type)?.about;
  const envelope = about === 'event' ? {} : { story: 'a', occurredAt: '2025' };
  const parsed = parseEvent({ ...envelope, type, data, source: { article: 'a' } });
  return parsed.ok ? [] : parsed.errors.map(({ pointer }) => pointer.replace(/^\/data/, ''));
}

const changed = (data: object): [EventType, unknown] => ['TariffChanged', { ...onChina, ratePercent: 10, ...data }];
const milestone = (given: unknown): [EventType, unknown] => ['MilestoneReported', { text: given }];
const person = (visitor: unknown): [EventType, unknown] => ['VisitMade', { visitor, place: { country: 'JPN' } }];
const place = (where: unknown): [EventType, unknown] => ['VisitMade', { visitor: { name: 'A' }, place: where }];

describe('data that are refused', () => {
  it.each<[what: string, data: [EventType, unknown], pointers: string[]]>([
    ['a rate below 0', changed({ ratePercent: -0.5 }), ['/ratePercent']],
    ['a rate above 10,000', changed({ ratePercent: 10_001 }), ['/ratePercent']],
    ['a rate with five decimals', changed({ ratePercent: 1.00001 }), ['/ratePercent']],
    ['a rate as a text', changed({ ratePercent: '10' }), ['/ratePercent']],
    ['a rate that is not a number', changed({ ratePercent: NaN }), ['/ratePercent']],
    ['an earlier rate out of range', changed({ previousRatePercent: 1e9 }), ['/previousRatePercent']],
    ['neither rate nor direction', ['TariffChanged', onChina], ['/ratePercent']],
    [
      'neither, together with another problem',
      ['TariffChanged', { ...onChina, appliesTo: 'X' }],
      ['/appliesTo', '/ratePercent'],
    ],
    ['products of all tariffs', changed({ products: ['7206'] }), ['/products']],
    ['products of the measure all', changed({ measure: 'all', products: ['7206'] }), ['/products']],
    ['products announced for all tariffs', ['TariffAnnounced', { ...onChina, products: ['7206'] }], ['/products']],
    ['products threatened for all tariffs', ['TariffThreatened', { ...onChina, products: ['7206'] }], ['/products']],
    [
      'products of a suspension',
      ['TariffSuspended', { ...onChina, measure: 'steel', products: ['7206'] }],
      ['/products'],
    ],
    ['an HS code of one digit', changed({ measure: 'steel', products: ['72', '7'] }), ['/products/1']],
    ['an HS code of eleven digits', changed({ measure: 'steel', products: ['72061000000'] }), ['/products/0']],
    ['an HS code with a dot', changed({ measure: 'steel', products: ['7206.10'] }), ['/products/0']],
    ['no products', changed({ measure: 'steel', products: [] }), ['/products']],
    ['too many products', changed({ measure: 'steel', products: times(501, '72') }), ['/products']],
    ['a measure that is no slug', changed({ measure: 'Section 232' }), ['/measure']],
    ['an unknown comparator', changed({ comparator: 'below' }), ['/comparator']],
    ['an unknown basis', changed({ basis: 'net' }), ['/basis']],
    ['an unknown direction', changed({ direction: 'up' }), ['/direction']],
    ['a party in lower case', changed({ imposedBy: 'usa' }), ['/imposedBy']],
    ['a party by alpha-2', changed({ imposedBy: 'US' }), ['/imposedBy']],
    ['a code that no country has', changed({ imposedBy: 'XKX' }), ['/imposedBy']],
    ['a party named like a method', changed({ imposedBy: 'toString' }), ['/imposedBy']],
    ['no parties', ['TruceAgreed', { truce: 'a', parties: [] }], ['/parties']],
    ['a party outside a list', ['TruceAgreed', { truce: 'a', parties: 'USA' }], ['/parties']],
    ['a wrong party in a list', ['TruceAgreed', { truce: 'a', parties: ['USA', 'CN'] }], ['/parties/1']],
    ['too many parties', ['TruceAgreed', { truce: 'a', parties: times(101, 'USA') }], ['/parties']],
    ['a slug in capitals', ['TruceAgreed', { truce: 'Truce', parties: ['USA'] }], ['/truce']],
    ['a slug with two hyphens', ['TruceAgreed', { truce: 'a--b', parties: ['USA'] }], ['/truce']],
    ['a slug that ends with a hyphen', ['TruceAgreed', { truce: 'a-', parties: ['USA'] }], ['/truce']],
    ['a slug with a line break after it', ['TruceAgreed', { truce: 'a\n', parties: ['USA'] }], ['/truce']],
    ['an empty slug', ['TruceAgreed', { truce: '', parties: ['USA'] }], ['/truce']],
    ['an extension without its date', ['TruceExtended', { truce: 'a' }], ['/validUntil']],
    ['a third and a half extension', ['TruceExtended', { truce: 'a', validUntil: '2025', ordinal: 3.5 }], ['/ordinal']],
    ['round 0', ['TalksResumed', { talks: 'a', round: 0 }], ['/round']],
    ['a round beyond counting', ['TalksResumed', { talks: 'a', round: 1e300 }], ['/round']],
    ['no hours at all', ['TalksSessionHeld', { talks: 'a', hours: 0 }], ['/hours']],
    ['more hours than a year has', ['TalksSessionHeld', { talks: 'a', hours: 9000 }], ['/hours']],
    ['a withdrawal of no plan of a party', ['TariffPlanWithdrawn', { imposedBy: 'USA' }], ['/appliesTo']],
    ['a withdrawn rate below 0', ['TariffPlanWithdrawn', { ...onChina, ratePercent: -1 }], ['/ratePercent']],
    [
      'a withdrawn date of no calendar',
      ['TariffPlanWithdrawn', { ...onChina, effectiveFrom: 'soon' }],
      ['/effectiveFrom'],
    ],
    ['a withdrawal under a condition', ['TariffPlanWithdrawn', { ...onChina, condition: 'a deal' }], ['/condition']],
    ['cancelled talks without a name', ['TalksCancelled', { round: 5 }], ['/talks']],
    ['a cancelled round 0', ['TalksCancelled', { talks: 'a', round: 0 }], ['/round']],
    ['a cancelled visit without a name', ['VisitCancelled', { place: { country: 'JPN' } }], ['/visit']],
    [
      'a visit that is no slug',
      ['VisitPlanned', { visit: 'Asia Tour', visitor: { name: 'A' }, place: { country: 'JPN' } }],
      ['/visit'],
    ],
    ['a restriction of no kind', ['RestrictionImposed', { ...onChina, restriction: 'a' }], ['/kind']],
    ['a restriction of an unknown kind', ['RestrictionLifted', { restriction: 'a', kind: 'embargo' }], ['/kind']],
    ['an unknown status', ['DealProgressReported', { deal: 'a', parties: ['USA'], status: 'done' }], ['/status']],
    ['an empty text', milestone(''), ['/text']],
    ['a text of blanks', milestone(' \n\t '), ['/text']],
    ['a text too long', milestone(text(2001)), ['/text']],
    ['a text with a line break', milestone('a\nb'), ['/text']],
    ['a text with NUL', milestone(`a${NUL}b`), ['/text']],
    ['a text with an escape', milestone('a\u001b[31mb'), ['/text']],
    ['a text with a C1 control', milestone('a\u0085b'), ['/text']],
    ['a text with a line separator', milestone('a\u2028b'), ['/text']],
    ['a text with half a character', milestone('a\ud83db'), ['/text']],
    ['a text that is a number', milestone(5), ['/text']],
    ['a place without a name and a country', place({}), ['/place']],
    ['a place in a bloc', place({ country: 'EU' }), ['/place/country']],
    ['a place that is a text', place('Geneva'), ['/place']],
    ['a person without a name', person({ role: 'President' }), ['/visitor/name']],
    ['a person that is a text', person('Donald Trump'), ['/visitor']],
    ['a person with an unknown field', person({ name: 'A', age: 79 }), ['/visitor/age']],
    ['a person with a Wikidata property', person({ name: 'A', wikidata: 'P31' }), ['/visitor/wikidata']],
    ['nobody to meet', ['MeetingScheduled', { meeting: 'a', participants: [] }], ['/participants']],
    [
      'participants by name only',
      ['MeetingScheduled', { meeting: 'a', participants: ['Donald Trump'] }],
      ['/participants/0'],
    ],
    [
      'too many participants',
      ['MeetingScheduled', { meeting: 'a', participants: times(51, { name: 'A' }) }],
      ['/participants'],
    ],
    [
      'a lead of no party',
      ['TalksStarted', { talks: 'a', parties: ['USA'], leads: [{ person: { name: 'A' } }] }],
      ['/leads/0/party'],
    ],
    ['a day that does not exist', ['TruceExtended', { truce: 'a', validUntil: '2025-11-31' }], ['/validUntil']],
    ['a correction of nothing', ['EventCorrected', { target: ID, reason: 'a' }], ['/data']],
    ['a correction without a reason', ['EventCorrected', { target: ID, occurredAt: '2025' }], ['/reason']],
    ['a correction of no event', ['EventCorrected', { target: 'a', occurredAt: '2025', reason: 'a' }], ['/target']],
    ['a correction by a list', ['EventCorrected', { target: ID, data: [], reason: 'a' }], ['/data']],
    ['a correction by null', ['EventCorrected', { target: ID, data: null, reason: 'a' }], ['/data']],
    [
      'a correction with an infinite number',
      ['EventCorrected', { target: ID, data: { a: [1, Infinity] }, reason: 'a' }],
      ['/data/a/1'],
    ],
    ['a correction with NUL', ['EventCorrected', { target: ID, data: { a: NUL }, reason: 'a' }], ['/data/a']],
    [
      'a correction with half a character as a key',
      ['EventCorrected', { target: ID, data: { '\ud800': 1 }, reason: 'a' }],
      ['/data/\ud800'],
    ],
    [
      'a correction with a prototype',
      ['EventCorrected', { target: ID, data: JSON.parse('{"a":{"__proto__":{"b":1}}}') as unknown, reason: 'a' }],
      ['/data/a/__proto__'],
    ],
    ['a retraction without a reason', ['EventRetracted', { target: ID }], ['/reason']],
    ['a corroboration with a reason', ['EventCorroborated', { target: ID, reason: 'a' }], ['/reason']],
    [
      'a corroboration with an unknown certainty',
      ['EventCorroborated', { target: ID, certainty: 'sure' }],
      ['/certainty'],
    ],
  ])('%s', (_, [type, data], pointers) => {
    expect(wrongWith(type, data)).toEqual(pointers);
  });
});

describe('data that are accepted', () => {
  it.each<[what: string, data: [EventType, unknown]]>([
    ['a direction without a rate', ['TariffChanged', { ...onChina, direction: 'reduced' }]],
    ['a rate of 0', changed({ ratePercent: 0 })],
    ['a rate of 10,000', changed({ ratePercent: 10_000 })],
    ['a rate with four decimals', changed({ ratePercent: 0.1234 })],
    ['a rate that a float cannot hold exactly', changed({ ratePercent: 1.1 })],
    ['products of a measure', changed({ measure: 'steel', products: ['72', '7206100000'] })],
    ['products of all tariffs on a bloc', changed({ appliesTo: 'WORLD', measure: 'steel', products: ['72'] })],
    ['a slug of 100', changed({ measure: text(100) })],
    ['a text of 2,000', milestone(text(2000))],
    ['a text of 2,000 characters outside the basic plane', milestone('😀'.repeat(2000))],
    ['a text with joined emoji', milestone('👨‍👩‍👧 met')],
    ['a lifted restriction of which nothing else is known', ['RestrictionLifted', { restriction: 'a' }]],
    ['a place by name', place({ name: 'Air Force One' })],
    ['a story without topics', ['StoryOpened', { title: 'a', topics: [], parties: [] }]],
    ['a correction of certainty', ['EventCorrected', { target: ID, certainty: 'confirmed', reason: 'a' }]],
    ['a correction of data', ['EventCorrected', { target: ID, data: { a: [{ b: null, c: true }] }, reason: 'a' }]],
  ])('%s', (_, [type, data]) => {
    expect(wrongWith(type, data)).toEqual([]);
  });

  it('get zero for minus zero', () => {
    const parsed = parseEvent({
      type: 'TariffChanged',
      story: 'a',
      occurredAt: '2025',
      data: { ...onChina, ratePercent: -0 },
      source: { article: 'a' },
    });
    expect(parsed.ok && Object.is((parsed.event.data as { ratePercent: number }).ratePercent, 0)).toBe(true);
  });
});
