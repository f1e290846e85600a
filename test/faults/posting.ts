import type { Body } from '../support/load/drafts.js';
import type { Ledger, Place } from '../support/load/ledger.js';
import type { Answer, TestServer } from '../support/server.js';

/** A fact of a story, with a name of its own. */
export const factOn = (story: string, name: string): Body => ({
  type: 'MilestoneReported',
  story,
  occurredAt: '2025-05-01',
  data: { text: `What is known as ${name} happened.` },
  source: { url: `https://example.org/${story}/${name}`, publisher: 'Morning Gazette', publishedAt: '2026-01-15' },
});

/** Posts one event, and writes to the ledger whether it was recorded. */
export async function post(
  server: TestServer,
  ledger: Ledger,
  body: Body,
  headers: Record<string, string> = {},
): Promise<Answer> {
  ledger.sent([body]);
  const answer = await server.post('/v1/events', body, headers);
  if (answer.status === 200 || answer.status === 201) ledger.acknowledged([body], eventsOf(answer));
  else ledger.refused([body]);
  return answer;
}

/** The positions of the events, from an answer. */
export const eventsOf = (answer: Answer): Place[] => (answer.body as { events: Place[] }).events;

export const statusesOf = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
