import { describe, expect, it } from '@jest/globals';
import { viewNamed } from './registry.js';
import { fact, fold, recorded, withUnknownState, type FactDraft } from './testing/given.js';

const people = [{ name: 'Ada Moreno' }, { name: 'Li Wen' }];
const parties = ['KHM', 'THA'] as const;

/** For each view whose subjects take a title: facts about one subject, by the title that they give. */
const FACTS: Record<string, (title?: string) => FactDraft[]> = {
  talks: (title) => [
    fact('TalksAnnounced', '2025-07-31', { talks: 'gbc', parties: [...parties], title }),
    fact('TalksStarted', '2025-08-04', { talks: 'gbc', parties: [...parties], title }),
    fact('TalksResumed', '2025-08-05', { talks: 'gbc', title }),
    fact('TalksSessionHeld', '2025-08-05', { talks: 'gbc', title }),
    fact('DelegationNamed', '2025-08-05', { talks: 'gbc', party: 'KHM', lead: { name: 'Ada Moreno' }, title }),
    fact('TopicDiscussed', '2025-08-06', { talks: 'gbc', topics: ['fences'], title }),
    fact('TalksConcluded', '2025-08-07', { talks: 'gbc', title }),
    fact('TalksCancelled', '2025-08-08', { talks: 'gbc', title }),
  ],
  meetings: (title) => [
    fact('MeetingScheduled', '2025-09-01', { meeting: 'pm', participants: people, title }),
    fact('MeetingCancelled', '2025-09-15', { meeting: 'pm', title }),
    fact('MeetingHeld', '2025-09-20', { meeting: 'pm', title }),
  ],
  truces: (title) => [
    fact('TruceAgreed', '2025-07-28', { truce: 't', parties: [...parties], title }),
    fact('TruceExtended', '2025-08-07', { truce: 't', validUntil: '2025-12-31', title }),
    fact('TruceBroken', '2025-09-14', { truce: 't', title }),
    fact('TruceEnded', '2025-10-26', { truce: 't', title }),
  ],
  deals: (title) => [
    fact('DealProgressReported', '2025-06-20', { deal: 'd', parties: [...parties], status: 'near_final', title }),
    fact('DealProgressReported', '2025-09-01', { deal: 'd', parties: [...parties], status: 'collapsed', title }),
  ],
  restrictions: (title) => [
    fact('RestrictionImposed', '2024-12-03', {
      ...{ restriction: 'r', imposedBy: 'CHN', appliesTo: 'USA', kind: 'export_control', title },
    }),
    fact('RestrictionSuspended', '2025-11-09', { restriction: 'r', title }),
    fact('RestrictionLifted', '2026-11-27', { restriction: 'r', title }),
  ],
  visits: (title) => [
    fact('VisitPlanned', '2025-10-01', {
      visit: 'v',
      visitor: { name: 'Ada Moreno' },
      place: { country: 'THA' },
      title,
    }),
    fact('VisitCancelled', '2025-10-05', { visit: 'v', title }),
    fact('VisitMade', '2025-10-20', { visit: 'v', visitor: { name: 'Ada Moreno' }, place: { country: 'THA' }, title }),
  ],
  summits: (title) => [
    fact('SummitOpened', '2025-10-31', { summit: 's', name: 'APEC summit', title }),
    fact('SummitClosed', '2025-11-01', { summit: 's', name: 'APEC summit', title }),
  ],
};

describe.each(Object.keys(FACTS))('the title of a subject in the view %s', (name) => {
  const view = withUnknownState(viewNamed(name) as never);
  const factsOf = FACTS[name] as (title?: string) => FactDraft[];
  const titleAfter = (facts: readonly FactDraft[]) => view.title?.(fold(view, recorded(facts)));

  it('is unknown until a fact gives it', () => {
    expect(titleAfter(factsOf())).toBeNull();
  });

  it('is given by a fact of any type, and stays until another gives a new one', () => {
    for (const [i, titled] of factsOf('The latest').entries()) {
      expect(titleAfter([...factsOf('The first'), titled])).toBe('The latest');
      expect(titleAfter([...factsOf(), titled, ...factsOf().slice(i)])).toBe('The latest');
    }
  });

  it('is nothing that sources could contradict', () => {
    const [first] = recorded(factsOf('A title'));
    const on = view.on as unknown as Record<string, { says?: (fact: unknown) => object } | undefined>;
    expect(on[first?.type ?? '']?.says?.(first) ?? {}).not.toHaveProperty('title');
  });
});
