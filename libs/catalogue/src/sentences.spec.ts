import { describe, expect, it } from '@jest/globals';
import { eventDefinition, sentenceOf } from './catalogue.js';

const CONTEXT = { occurredAt: '2025-10-26', certainty: 'reported' } as const;

const trump = { name: 'Donald Trump', role: 'President', party: 'USA' };
const xi = { name: 'Xi Jinping', role: 'President', party: 'CHN' };
const anwar = { name: 'Anwar Ibrahim', role: 'Prime Minister', party: 'MYS' };
const bessent = { name: 'Scott Bessent', role: 'Treasury Secretary', party: 'USA' };
const he = { name: 'He Lifeng', role: 'Vice Premier', party: 'CHN' };
const talks = 'us-china-trade-talks';
const truce = 'us-china-tariff-truce';
const onChina = { imposedBy: 'USA', appliesTo: 'CHN' };

const sentences: Record<string, [data: unknown, sentence: string][]> = {
  StoryOpened: [[{ title: 'US–China trade talks' }, 'The story “US–China trade talks” was opened.']],
  StoryClosed: [
    [{}, 'The story was closed.'],
    [{ reason: 'a treaty came into force.' }, 'The story was closed: a treaty came into force.'],
  ],
  TalksAnnounced: [
    [
      { talks: 'gbc', title: 'General Border Committee talks', parties: ['KHM', 'THA'], round: 2 },
      'A second round of the General Border Committee talks between Cambodia and Thailand was announced.',
    ],
    [
      { talks: 'x', title: 'US–China trade talks', parties: ['USA', 'CHN'], scheduledFor: '2025-10' },
      'The US–China trade talks were announced for October 2025.',
    ],
    [
      { talks: 'x', title: 'Strategic dialogue', parties: ['IND', 'JPN'] },
      'A strategic dialogue between India and Japan was announced.',
    ],
    [{ talks, parties: ['USA', 'CHN'] }, 'Trade talks between the US and China were announced.'],
    [
      { talks, parties: ['USA', 'CHN'], round: 5, scheduledFor: '2025-10-25' },
      'A fifth round of trade talks between the US and China was announced for 25 October 2025.',
    ],
    [
      { talks, parties: ['USA', 'CHN'], round: 8, place: { country: 'MYS' } },
      'An eighth round of trade talks between the US and China was announced, to be held in Malaysia.',
    ],
    [
      { talks, parties: ['USA', 'CHN'], scheduledFor: '2025-10', place: { name: 'Kuala Lumpur', country: 'MYS' } },
      'Trade talks between the US and China were announced for October 2025 in Kuala Lumpur, Malaysia.',
    ],
  ],
  TalksStarted: [
    [{ talks: 'geneva-process', parties: ['IRN', 'GBR', 'DEU'] }, 'Talks between Iran, the UK and Germany began.'],
    [{ talks: 'us-russia-nuclear-talks', parties: ['RUS'] }, 'Nuclear talks involving Russia began.'],
    [
      { talks, parties: ['USA', 'CHN'], round: 5, place: { country: 'MYS' } },
      'The fifth round of trade talks between the US and China began in Malaysia.',
    ],
    [
      {
        talks,
        parties: ['USA', 'CHN'],
        place: { name: 'Kuala Lumpur', country: 'MYS' },
        leads: [
          { party: 'CHN', person: he },
          { party: 'USA', person: bessent },
        ],
      },
      'Trade talks between the US and China began in Kuala Lumpur, Malaysia, led by Vice Premier He ' +
        'Lifeng for China and Treasury Secretary Scott Bessent for the US.',
    ],
  ],
  TalksResumed: [
    [{ talks: 'gbc', title: 'Border talks', day: 2 }, 'The border talks resumed for a second day.'],
    [{ talks }, 'The US-China trade talks resumed.'],
    [{ talks, day: 2 }, 'The US-China trade talks resumed for a second day.'],
    [
      { talks, round: 5, day: 11, place: { country: 'MYS' } },
      'The fifth round of the US-China trade talks resumed for an 11th day in Malaysia.',
    ],
  ],
  TalksSessionHeld: [
    [{ talks }, 'A session of the US-China trade talks was held.'],
    [
      { talks, round: 5, hours: 5, comparator: 'more_than' },
      'A session of the fifth round of the US-China trade talks lasted more than five hours.',
    ],
    [{ talks, hours: 1 }, 'A session of the US-China trade talks lasted one hour.'],
    [{ talks, hours: 2.5, comparator: 'about' }, 'A session of the US-China trade talks lasted about 2.5 hours.'],
    [{ talks, topics: ['soybeans'] }, 'A session of the US-China trade talks was held and covered soybeans.'],
    [
      { talks, hours: 12, topics: ['soybeans', 'rare earths', 'TikTok'] },
      'A session of the US-China trade talks lasted 12 hours and covered soybeans, rare earths and TikTok.',
    ],
  ],
  TalksConcluded: [
    [{ talks }, 'The US-China trade talks concluded.'],
    [
      { talks, round: 2, place: { name: 'London', country: 'GBR' } },
      'The second round of the US-China trade talks concluded in London.',
    ],
    [
      { talks, round: 1, place: { name: 'Geneva', country: 'CHE' }, outcome: 'a framework was agreed' },
      'The first round of the US-China trade talks concluded in Geneva, Switzerland: a framework was agreed.',
    ],
  ],
  TalksCancelled: [
    [{ talks }, 'The US-China trade talks were cancelled.'],
    [
      { talks, round: 6, reason: 'New export controls' },
      'The sixth round of the US-China trade talks was cancelled: new export controls.',
    ],
    [{ talks: 'gbc', title: 'Strategic dialogue' }, 'The strategic dialogue was cancelled.'],
  ],
  DelegationNamed: [
    [{ talks, party: 'CHN', lead: he }, 'Vice Premier He Lifeng led China’s delegation to the US-China trade talks.'],
    [
      { talks, party: 'USA', lead: bessent },
      'Treasury Secretary Scott Bessent led the US delegation to the US-China trade talks.',
    ],
    [
      { talks, party: 'PHL', lead: { name: 'A. Reyes' }, members: [anwar, { name: 'B. Cruz' }] },
      'A. Reyes led the Philippines’ delegation to the US-China trade talks, with Prime Minister ' +
        'Anwar Ibrahim and B. Cruz.',
    ],
  ],
  TopicDiscussed: [
    [
      { talks, topics: ['extending the truce', 'rare earths'] },
      'The US-China trade talks covered rare earths and extending the truce.',
    ],
  ],
  TariffThreatened: [
    [onChina, 'The US threatened tariffs on China.'],
    [
      { ...onChina, ratePercent: 100, effectiveFrom: '2025-11-01', condition: 'Unless China backs down' },
      'The US threatened tariffs of 100 percent on China from 1 November 2025, unless China backs down.',
    ],
    [
      { ...onChina, condition: 'no deal by November' },
      'The US threatened tariffs on China (condition: no deal by November).',
    ],
  ],
  TariffAnnounced: [
    [
      { imposedBy: 'USA', appliesTo: 'WORLD', ratePercent: 10 },
      'The US announced tariffs of 10 percent on all countries.',
    ],
    [
      { ...onChina, measure: 'section-232-steel', products: ['7206'], ratePercent: 25, effectiveFrom: '2025-03' },
      'The US announced “section 232 steel” tariffs of 25 percent on China (HS code 7206) from March 2025.',
    ],
  ],
  TariffPlanWithdrawn: [
    [onChina, 'The US withdrew its planned tariffs on China.'],
    [
      { ...onChina, ratePercent: 100, effectiveFrom: '2025-11-01', reason: 'The talks went well' },
      'The US withdrew its planned 100 percent tariffs on China from 1 November 2025: the talks went well.',
    ],
    [
      { imposedBy: 'CHN', appliesTo: 'USA', measure: 'section-232-steel', ratePercent: 12.5 },
      'China withdrew its planned 12.5 percent “section 232 steel” tariffs on the US.',
    ],
    [
      { imposedBy: 'USA', appliesTo: 'WORLD', effectiveFrom: '2025-08' },
      'The US withdrew its planned tariffs on all countries from August 2025.',
    ],
  ],
  TariffChanged: [
    [{ ...onChina, ratePercent: 145, direction: 'raised' }, 'The US raised its tariffs on China to 145 percent.'],
    [
      { ...onChina, direction: 'reduced', previousRatePercent: 145 },
      'The US reduced its tariffs on China from 145 percent to a rate that is not known.',
    ],
    [{ ...onChina, direction: 'raised' }, 'The US raised its tariffs on China to a rate that is not known.'],
    [
      { imposedBy: 'CHN', appliesTo: 'USA', ratePercent: 125, comparator: 'up_to', direction: 'raised' },
      'China raised its tariffs on the US to as much as 125 percent.',
    ],
    [{ ...onChina, ratePercent: 157 }, 'The US set its tariffs on China at 157 percent.'],
    [{ ...onChina, ratePercent: 157, comparator: 'up_to' }, 'The US set its tariffs on China at up to 157 percent.'],
    [
      { ...onChina, ratePercent: 30, previousRatePercent: 145 },
      'The US changed its tariffs on China from 145 percent to 30 percent.',
    ],
    [{ ...onChina, ratePercent: 1000.5, comparator: 'eq' }, 'The US set its tariffs on China at 1,000.5 percent.'],
    [{ ...onChina, ratePercent: 0, direction: 'reduced' }, 'The US reduced its tariffs on China to 0 percent.'],
    [
      { ...onChina, ratePercent: 10, direction: 'raised', basis: 'additional' },
      'The US raised its tariffs on China to an additional 10 percent.',
    ],
    [
      { ...onChina, ratePercent: 10, comparator: 'at_least', basis: 'additional' },
      'The US set its tariffs on China at an additional duty of at least 10 percent.',
    ],
    [
      { ...onChina, ratePercent: 145, basis: 'cumulative' },
      'The US set its tariffs on China at a cumulative 145 percent.',
    ],
    [
      { ...onChina, ratePercent: 47.5, comparator: 'about', basis: 'trade_weighted_average', direction: 'reduced' },
      'The US reduced its tariffs on China to a trade-weighted average of about 47.5 percent.',
    ],
    [
      { ...onChina, ratePercent: 57, comparator: 'more_than', basis: 'all_in' },
      'The US set its tariffs on China at an all-in rate of more than 57 percent.',
    ],
    [
      {
        imposedBy: 'USA',
        appliesTo: 'EU',
        measure: 'steel',
        products: ['7206', '7207'],
        ratePercent: 50,
        direction: 'raised',
        legalReference: 'Proclamation 10947',
      },
      'The US raised its “steel” tariffs on the EU (HS codes 7206 and 7207) to 50 percent (Proclamation 10947).',
    ],
    [
      { ...onChina, measure: 'steel', products: ['01', '02', '03', '04', '05', '06', '07', '08'], ratePercent: 5 },
      'The US set its “steel” tariffs on China (HS codes 01, 02, 03, 04, 05 and 3 others) at 5 percent.',
    ],
  ],
  TariffSuspended: [
    [{ imposedBy: 'CHN', appliesTo: 'USA' }, 'China suspended its tariffs on the US.'],
    [
      { imposedBy: 'CHN', appliesTo: 'USA', until: '2025-11-10' },
      'China suspended its tariffs on the US until 10 November 2025.',
    ],
  ],
  TariffLifted: [
    [{ imposedBy: 'ARE', appliesTo: 'NLD', measure: 'all' }, 'The UAE lifted its tariffs on the Netherlands.'],
    [{ ...onChina, measure: 'fentanyl', until: '2026' }, 'The US lifted its “fentanyl” tariffs on China until 2026.'],
  ],
  RestrictionImposed: [
    [
      {
        restriction: 'x',
        imposedBy: 'CHN',
        appliesTo: 'USA',
        kind: 'export_control',
        goods: ['rare earths', 'magnets'],
        until: '2025-11-10',
      },
      'China imposed export controls on the US, covering rare earths and magnets, until 10 November 2025.',
    ],
    [
      { restriction: 'x', imposedBy: 'CHN', appliesTo: 'USA', kind: 'investigation' },
      'China opened an investigation into the US.',
    ],
    [{ restriction: 'x', imposedBy: 'EU', appliesTo: 'RUS', kind: 'sanction' }, 'The EU imposed sanctions on Russia.'],
    [
      { restriction: 'x', imposedBy: 'JPN', appliesTo: 'WORLD', kind: 'quota', until: '2026' },
      'Japan imposed a quota on goods from all countries until 2026.',
    ],
    [
      { restriction: 'x', imposedBy: 'USA', appliesTo: 'CHN', kind: 'entity_listing' },
      'The US imposed entity listings on China.',
    ],
    [{ restriction: 'x', imposedBy: 'USA', appliesTo: 'CHN', kind: 'port_fee' }, 'The US imposed port fees on China.'],
    [
      { restriction: 'x', imposedBy: 'JPN', appliesTo: 'CHN', kind: 'import_ban' },
      'Japan imposed an import ban on goods from China.',
    ],
    [
      { restriction: 'x', imposedBy: 'KOR', appliesTo: 'PRK', kind: 'other' },
      'South Korea imposed a restriction on North Korea.',
    ],
  ],
  RestrictionSuspended: [
    [{ restriction: 'caesar', title: 'Caesar Act sanctions' }, 'The Caesar Act sanctions were suspended.'],
    [
      { restriction: 'x', title: 'Economic sanctions on Syria', imposedBy: 'EU', appliesTo: 'SYR', kind: 'sanction' },
      'The EU suspended its economic sanctions on Syria.',
    ],
    [{ restriction: 'rare-earth-controls' }, 'The restriction “rare earth controls” was suspended.'],
    [
      { restriction: 'rare-earth-controls', imposedBy: 'CHN' },
      'China suspended the restriction “rare earth controls”.',
    ],
    [
      { restriction: 'x', kind: 'export_control', appliesTo: 'USA', goods: ['gallium'], until: '2026-11-27' },
      'The export controls on the US, covering gallium, were suspended until 27 November 2026.',
    ],
    [
      { restriction: 'x', imposedBy: 'USA', appliesTo: 'CHN', kind: 'investigation', until: '2026-11-10' },
      'The US suspended its investigation into China until 10 November 2026.',
    ],
  ],
  RestrictionLifted: [
    [{ restriction: 'x', kind: 'import_ban' }, 'The import ban was lifted.'],
    [
      { restriction: 'x', imposedBy: 'JPN', appliesTo: 'CHN', kind: 'import_ban', goods: ['scallops'] },
      'Japan lifted its import ban on goods from China, covering scallops.',
    ],
    [
      { restriction: 'x', imposedBy: 'JPN', appliesTo: 'CHN', kind: 'investigation' },
      'Japan closed its investigation into China.',
    ],
    [{ restriction: 'x', kind: 'investigation' }, 'The investigation was closed.'],
  ],
  PurchaseCommitted: [
    [{ buyer: 'CHN', seller: 'USA', goods: ['soybeans'] }, 'China committed to buy soybeans from the US.'],
    [
      { buyer: 'CHN', seller: 'USA', goods: ['soybeans', 'sorghum'], quantity: '12 million tonnes', by: '2025-12' },
      'China committed to buy 12 million tonnes of soybeans and sorghum from the US by December 2025.',
    ],
    [
      { buyer: 'MYS', seller: 'USA', goods: ['Boeing aircraft'], quantity: '60' },
      'Malaysia committed to buy 60 Boeing aircraft from the US.',
    ],
  ],
  TruceAgreed: [
    [
      { truce: 't', title: 'Putrajaya ceasefire', parties: ['KHM', 'THA'] },
      'Cambodia and Thailand agreed to the Putrajaya ceasefire.',
    ],
    [
      { truce: 't', title: 'Border ceasefire', parties: ['KHM', 'THA'] },
      'Cambodia and Thailand agreed to a border ceasefire.',
    ],
    [{ truce, parties: ['USA', 'CHN'] }, 'The US and China agreed to a tariff truce.'],
    [
      { truce: 'gaza', parties: ['ISR', 'PSE'], validUntil: '2025' },
      'Israel and Palestine agreed to a truce until 2025.',
    ],
    [
      { truce, parties: ['USA', 'CHN'], validUntil: '2025-11-10', terms: ['tariffs stay as they are', 'talks go on'] },
      'The US and China agreed to a tariff truce until 10 November 2025: tariffs stay as they are; talks go on.',
    ],
  ],
  TruceExtended: [
    [
      { truce: 't', title: 'Putrajaya ceasefire', validUntil: '2025-12' },
      'The Putrajaya ceasefire was extended until December 2025.',
    ],
    [{ truce, validUntil: '2025-11-10' }, 'The US-China tariff truce was extended until 10 November 2025.'],
    [
      { truce, validUntil: '2025-11-10', ordinal: 3 },
      'The US-China tariff truce was extended for a third time, until 10 November 2025.',
    ],
    [
      { truce, validUntil: '2026-11', parties: ['USA', 'CHN'] },
      'The US and China extended their tariff truce until November 2026.',
    ],
    [{ truce, validUntil: '2026-11', parties: ['CHN'] }, 'China extended its tariff truce until November 2026.'],
  ],
  TruceBroken: [
    [{ truce: 't', title: 'Putrajaya ceasefire', by: 'THA' }, 'Thailand broke the Putrajaya ceasefire.'],
    [{ truce: 'cambodia-thailand-ceasefire' }, 'The Cambodia-Thailand ceasefire was broken.'],
    [
      { truce: 'cambodia-thailand-ceasefire', by: 'THA', reason: 'shots were fired' },
      'Thailand broke the Cambodia-Thailand ceasefire: shots were fired.',
    ],
  ],
  TruceEnded: [
    [{ truce }, 'The US-China tariff truce ended.'],
    [{ truce, by: 'USA', reason: 'talks failed' }, 'The US ended the US-China tariff truce: talks failed.'],
  ],
  MeetingScheduled: [
    [
      { meeting: 'm', title: 'Alaska summit', participants: [trump, xi], scheduledFor: '2025-08-15' },
      'The Alaska summit between President Donald Trump and President Xi Jinping was scheduled for 15 August 2025.',
    ],
    [{ meeting: 'm', participants: [trump] }, 'A meeting with President Donald Trump was scheduled.'],
    [
      { meeting: 'm', participants: [trump, xi] },
      'A meeting between President Donald Trump and President Xi Jinping was scheduled.',
    ],
    [
      {
        meeting: 'm',
        participants: [trump, xi],
        scheduledFor: '2025-10-30',
        place: { country: 'KOR' },
        occasion: 'APEC summit',
      },
      'A meeting between President Donald Trump and President Xi Jinping was scheduled for 30 ' +
        'October 2025 in South Korea, on the occasion of the APEC summit.',
    ],
    [
      { meeting: 'm', participants: [trump, anwar], place: { name: 'Kuala Lumpur Convention Centre', country: 'MYS' } },
      'A meeting between President Donald Trump and Prime Minister Anwar Ibrahim was scheduled to be ' +
        'held at the Kuala Lumpur Convention Centre in Malaysia.',
    ],
    [
      { meeting: 'm', participants: [trump, xi, anwar], scheduledFor: '2025-10-30T09:30:00+09:00' },
      'A meeting of President Donald Trump, President Xi Jinping and Prime Minister Anwar Ibrahim ' +
        'was scheduled for 30 October 2025 at 09:30 (UTC+09:00).',
    ],
  ],
  MeetingHeld: [
    [
      { meeting: 'm', title: 'Alaska summit', participants: [trump, xi], place: { name: 'Elmendorf base' } },
      'President Donald Trump and President Xi Jinping held the Alaska summit at the Elmendorf base.',
    ],
    [{ meeting: 'm', title: 'Ministers’ talks' }, 'The ministers’ talks were held.'],
    [
      { meeting: 'm', title: 'Trump–Xi summit', participants: [trump, xi] },
      'President Donald Trump and President Xi Jinping met.',
    ],
    [{ meeting: 'trump-xi-2025-10' }, 'The Trump-Xi meeting was held.'],
    [
      { meeting: 'g7-finance-ministers', place: { name: 'Banff', country: 'CAN' } },
      'The G7 Finance Ministers meeting was held in Banff, Canada.',
    ],
    [
      { meeting: 'm', participants: [trump, xi], place: { name: 'Busan', country: 'KOR' } },
      'President Donald Trump and President Xi Jinping met in Busan, South Korea.',
    ],
    [{ meeting: 'm', participants: [trump] }, 'A meeting with President Donald Trump was held.'],
  ],
  MeetingCancelled: [
    [{ meeting: 'm', title: 'Alaska summit' }, 'The Alaska summit was cancelled.'],
    [
      { meeting: 'm', title: 'Presidents’ dinner', participants: [trump, xi] },
      'The Presidents’ dinner between Donald Trump and Xi Jinping was cancelled.',
    ],
    [{ meeting: 'trump-xi-2025-10' }, 'The Trump-Xi meeting was cancelled.'],
    [
      {
        meeting: 'm',
        participants: [trump, xi],
        place: { name: 'Busan', country: 'KOR' },
        reason: 'new export controls',
      },
      'The meeting between President Donald Trump and President Xi Jinping in Busan, South Korea, ' +
        'was cancelled: new export controls.',
    ],
  ],
  SummitOpened: [
    [
      { summit: 's', title: 'APEC Economic Leaders’ Meeting', name: 'APEC summit', edition: 32, host: 'KOR' },
      'The APEC Economic Leaders’ Meeting, hosted by South Korea, opened.',
    ],
    [{ summit: 's', name: 'the ASEAN summit' }, 'The ASEAN summit opened.'],
    [
      {
        summit: 's',
        name: 'ASEAN summit',
        edition: 47,
        host: 'MYS',
        place: { name: 'Kuala Lumpur', country: 'MYS' },
        until: '2025-10-28',
      },
      'The 47th ASEAN summit, hosted by Malaysia, opened in Kuala Lumpur and was due to run until 28 October 2025.',
    ],
    [
      { summit: 's', name: '47th ASEAN summit', edition: 47, host: 'MYS', place: { country: 'MYS' } },
      'The 47th ASEAN summit, hosted by Malaysia, opened.',
    ],
    [{ summit: 's', name: 'G7 summit', host: 'FRA' }, 'The G7 summit, hosted by France, opened.'],
  ],
  SummitClosed: [
    [
      { summit: 's', name: 'G20 summit', edition: 21, host: 'USA', place: { name: 'Miami', country: 'USA' } },
      'The 21st G20 summit, hosted by the US, closed in Miami.',
    ],
    [
      { summit: 's', name: 'ASEAN summit', place: { name: 'Kuala Lumpur', country: 'MYS' } },
      'The ASEAN summit closed in Kuala Lumpur, Malaysia.',
    ],
  ],
  AccordSigned: [
    [{ accord: 'a', parties: ['KHM', 'THA'] }, 'Cambodia and Thailand signed an accord.'],
    [
      { accord: 'a', parties: ['KHM', 'THA'], title: 'Peace accord', witnesses: [trump, anwar] },
      'Cambodia and Thailand signed a peace accord, witnessed by President Donald Trump and Prime ' +
        'Minister Anwar Ibrahim.',
    ],
    [
      {
        accord: 'a',
        parties: ['KHM', 'THA'],
        title: 'Kuala Lumpur Peace Accord',
        place: { name: 'Kuala Lumpur', country: 'MYS' },
        witnesses: [trump],
      },
      'Cambodia and Thailand signed the Kuala Lumpur Peace Accord in Kuala Lumpur, Malaysia, ' +
        'witnessed by President Donald Trump.',
    ],
    [
      { accord: 'a', parties: ['MYS'], title: 'Agreement on reciprocal trade' },
      'Malaysia signed an agreement on reciprocal trade.',
    ],
  ],
  DealProgressReported: [
    [
      {
        deal: 'd',
        title: 'Rescue helicopter deal',
        parties: ['NOR', 'ISL'],
        status: 'near_final',
        subject: 'helicopters',
      },
      'Norway and Iceland were close to concluding the rescue helicopter deal.',
    ],
    [
      { deal: 'd', title: 'Turnberry agreement', parties: ['USA', 'EU'], status: 'agreed', subject: 'tariffs' },
      'The US and the EU agreed on the Turnberry agreement on tariffs.',
    ],
    [
      { deal: 'd', title: 'Purchase deal', parties: ['NOR', 'ISL'], status: 'collapsed' },
      'The purchase deal between Norway and Iceland collapsed.',
    ],
    [{ deal: 'd', parties: ['USA', 'KOR'], status: 'exploring' }, 'The US and South Korea were exploring a deal.'],
    [
      { deal: 'd', parties: ['USA', 'KOR'], status: 'negotiating', subject: 'cars' },
      'The US and South Korea were negotiating a deal on cars.',
    ],
    [
      { deal: 'd', parties: ['USA', 'KOR'], status: 'near_final', subject: 'tariffs' },
      'The US and South Korea were close to a final deal on tariffs.',
    ],
    [{ deal: 'd', parties: ['KOR'], status: 'near_final' }, 'South Korea was close to a final deal.'],
    [{ deal: 'd', parties: ['USA', 'KOR'], status: 'agreed' }, 'The US and South Korea reached a deal.'],
    [
      { deal: 'd', parties: ['USA', 'KOR'], status: 'stalled', subject: 'cars' },
      'Work on a deal between the US and South Korea on cars stalled.',
    ],
    [{ deal: 'd', parties: ['USA', 'KOR'], status: 'collapsed' }, 'A deal between the US and South Korea collapsed.'],
  ],
  StatementMade: [
    [{ speaker: trump }, 'President Donald Trump made a statement.'],
    [
      { speaker: trump, quote: 'They have to make concessions.' },
      'President Donald Trump said: “They have to make concessions.”',
    ],
    [
      { speaker: trump, quote: 'a lot of things to discuss', audience: 'reporters', place: { name: 'Air Force One' } },
      'President Donald Trump told reporters aboard Air Force One: “a lot of things to discuss”.',
    ],
    [{ speaker: trump, quote: '“Really?”' }, 'President Donald Trump said: “Really?”'],
    [
      {
        speaker: { name: 'Ursula von der Leyen', role: 'President of the European Commission', party: 'EU' },
        topics: ['trade'],
        audience: 'parliament',
      },
      'Ursula von der Leyen (President of the European Commission) spoke to parliament about trade.',
    ],
    [
      {
        speaker: { name: 'Jane Doe', role: 'spokeswoman' },
        quote: 'No comment',
        topics: ['trade', 'soybeans'],
        place: { name: 'White House', country: 'USA' },
      },
      'Jane Doe (spokeswoman) spoke at the White House about trade and soybeans: “No comment”.',
    ],
  ],
  VisitPlanned: [
    [{ visitor: trump, place: { country: 'JPN' } }, 'President Donald Trump planned to visit Japan.'],
    [
      { visitor: trump, place: { country: 'KOR' }, purpose: 'APEC summit', scheduledFor: '2025-10-30' },
      'President Donald Trump planned to visit South Korea on 30 October 2025 for the APEC summit.',
    ],
    [
      {
        visitor: xi,
        place: { name: 'Washington', country: 'USA' },
        purpose: 'state visit',
        scheduledFor: '2026',
        hosts: [trump],
      },
      'President Xi Jinping planned a state visit to Washington in 2026, to be received by President Donald Trump.',
    ],
  ],
  VisitMade: [
    [
      { visitor: trump, title: 'Asia tour', place: { name: 'Gyeongju', country: 'KOR' }, hosts: [anwar] },
      'President Donald Trump visited Gyeongju, South Korea (the Asia tour) and was received by Prime Minister Anwar Ibrahim.',
    ],
    [{ visitor: trump, place: { name: 'Singapore', country: 'SGP' } }, 'President Donald Trump visited Singapore.'],
    [
      { visitor: trump, place: { name: 'Kuala Lumpur', country: 'MYS' }, purpose: 'ASEAN summit', hosts: [anwar] },
      'President Donald Trump visited Kuala Lumpur, Malaysia, for the ASEAN summit and was received ' +
        'by Prime Minister Anwar Ibrahim.',
    ],
    [
      { visitor: trump, place: { country: 'JPN' }, purpose: 'an official visit' },
      'President Donald Trump paid an official visit to Japan.',
    ],
    [
      { visitor: trump, place: { country: 'NLD' }, purpose: 'to open an embassy', scheduledFor: '2025-06-24' },
      'President Donald Trump visited the Netherlands, as planned for 24 June 2025, to open an embassy.',
    ],
  ],
  VisitCancelled: [
    [{ visit: 'trump-south-korea-2025-10' }, 'The Trump South Korea visit was cancelled.'],
    [{ visit: 'visit' }, 'The visit was cancelled.'],
    [{ visit: 'v', place: { country: 'KOR' } }, 'The visit to South Korea was cancelled.'],
    [{ visit: 'v', visitor: xi }, 'The visit by President Xi Jinping was cancelled.'],
    [
      { visit: 'v', visitor: trump, place: { name: 'Kuala Lumpur', country: 'MYS' }, scheduledFor: '2025-10-26' },
      'The visit by President Donald Trump to Kuala Lumpur, Malaysia, planned for 26 October 2025, was cancelled.',
    ],
    [
      { visit: 'v', visitor: trump, place: { country: 'KOR' }, purpose: 'APEC summit', reason: 'a shutdown' },
      'The visit by President Donald Trump to South Korea for the APEC summit was cancelled: a shutdown.',
    ],
    [
      {
        visit: 'v',
        visitor: xi,
        place: { name: 'Washington', country: 'USA' },
        purpose: 'a state visit',
        hosts: [trump],
      },
      'The state visit by President Xi Jinping to Washington was cancelled.',
    ],
    [
      { visit: 'v', title: 'Asia tour', visitor: trump, place: { country: 'JPN' } },
      'The Asia tour by President Donald Trump was cancelled.',
    ],
    [{ visit: 'v', title: 'Trump’s Asia tour', visitor: trump }, 'Trump’s Asia tour was cancelled.'],
  ],
  HostilitiesReported: [
    [{ parties: ['KHM', 'THA'] }, 'Hostilities between Cambodia and Thailand were reported.'],
    [
      { parties: ['KHM', 'THA'], place: { name: 'Cambodia–Thailand border' }, description: 'shelling' },
      'Hostilities between Cambodia and Thailand were reported on the Cambodia–Thailand border: shelling.',
    ],
    [
      { parties: ['KHM', 'THA'], description: 'Deadly border clashes' },
      'Hostilities between Cambodia and Thailand were reported: deadly border clashes.',
    ],
    [
      { parties: ['KHM', 'THA'], description: 'Thai troops fired' },
      'Hostilities between Cambodia and Thailand were reported: Thai troops fired.',
    ],
    [{ parties: ['SDN'] }, 'Hostilities involving Sudan were reported.'],
  ],
  MilestoneReported: [
    [{ text: 'iPhone exports fell by half' }, 'iPhone exports fell by half.'],
    [{ text: 'A record was set!', parties: ['USA'] }, 'A record was set!'],
  ],
  EventCorrected: [
    [
      { target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10', certainty: 'confirmed', reason: 'the ministry confirmed it' },
      'An earlier event was corrected: the ministry confirmed it.',
    ],
  ],
  EventRetracted: [
    [{ target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10', reason: 'a hoax' }, 'An earlier event was withdrawn: a hoax.'],
  ],
  EventCorroborated: [
    [{ target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10' }, 'A further source told the same.'],
    [
      { target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10', occurredAt: '2025-08' },
      'A further source gave its own account of an earlier event.',
    ],
  ],
};

function sentenceFor(type: string, data: unknown): string {
  return sentenceOf(type, eventDefinition(type)?.data.parse(data), CONTEXT);
}

describe('the sentence of an event', () => {
  for (const [type, cases] of Object.entries(sentences)) {
    it.each(cases)(`${type} %j`, (data, sentence) => {
      expect(sentenceFor(type, data)).toBe(sentence);
    });
  }

  it('throws for a type that is not in the catalogue', () => {
    expect(() => sentenceOf('Nothing', {}, CONTEXT)).toThrow(RangeError);
  });
});
