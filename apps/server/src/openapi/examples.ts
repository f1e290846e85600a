/**
 * Of the demo story, whose ids follow from its text: the tariff of 14 May 2025, one of February, and the article that
 * tells of the first.
 */
export const EXAMPLE_EVENT = '5eba7ef6-b878-5a22-826b-e9b74a9b6d27';
export const ANOTHER_EVENT = '61f6025f-bed4-5088-9d1d-8a4da5a44f63';
export const EXAMPLE_ARTICLE = 'd4775718-8046-83d5-a7fd-22b921e3f919';
export const ANOTHER_ARTICLE = 'ce40f405-c46a-8a5b-90b1-a8b71db0f467';

/** Keys are random: this stands for the id of one. */
export const EXAMPLE_KEY = '1a2b3c4d';

/** Stands for the id of a generation that a newer program has left behind. */
export const EXAMPLE_GENERATION = '987654321';

/** A source that was not filed. */
export const EXAMPLE_SOURCE = {
  url: 'https://example.org/morning-gazette/envoys-meet',
  publisher: 'Morning Gazette',
  publishedAt: '2025-10-26',
};

/** An event to record. */
export const EXAMPLE_FACT = {
  type: 'MeetingHeld',
  story: 'us-china-trade',
  occurredAt: '2025-10-26',
  data: {
    meeting: 'kuala-lumpur-envoys',
    participants: [{ name: 'He Lifeng', party: 'CHN' }],
    place: { name: 'Kuala Lumpur', country: 'MYS' },
  },
  source: EXAMPLE_SOURCE,
};

/** The same fact from a program that speaks CloudEvents. */
export const EXAMPLE_CLOUD_EVENT = {
  specversion: '1.0',
  id: 'cms-4711',
  source: '/desk/cms',
  type: `dateline.${EXAMPLE_FACT.type}`,
  subject: EXAMPLE_FACT.story,
  time: '2025-10-26T09:00:00Z',
  data: { data: EXAMPLE_FACT.data, source: EXAMPLE_FACT.source },
};
