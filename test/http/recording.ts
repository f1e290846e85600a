import type { z } from 'zod';
import type { Answer, TestServer } from '../support/server.js';

export const PAGE = { url: 'https://example.org/page', publisher: 'Morning Gazette', publishedAt: '2025-10-26' };

/** An event: a tariff was changed on a date. */
export const tariff = (story: string, occurredAt: string, ratePercent: number, more: Record<string, unknown> = {}) => ({
  type: 'TariffChanged',
  story,
  occurredAt,
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent },
  source: PAGE,
  ...more,
});

/** Checks the status of an answer, and parses its body by a schema. */
export function bodyOf<Schema extends z.ZodType>(schema: Schema, answer: Answer, status = 200): z.output<Schema> {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
  return schema.parse(answer.body);
}

export interface Refusal {
  status: number;
  code: string;
  detail: string;
  errors?: { pointer: string; detail: string }[];
  version?: number;
}

export const refusalOf = (answer: Answer): Refusal => answer.body as Refusal;

/** Opens a story. */
export async function openStory(server: TestServer, slug: string, more: Record<string, unknown> = {}): Promise<void> {
  const answer = await server.post('/v1/stories', { slug, title: `The story ${slug}`, ...more }, { prefer: 'wait=10' });
  if (answer.status !== 201) throw new Error(answer.text);
}
