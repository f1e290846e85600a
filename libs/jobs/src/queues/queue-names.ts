import type { SummaryKind, SummaryName } from '../summary/summary.js';

/** `briefs` makes the summaries of its kind; `sweep` finds what is stale. */
export const queueNames = ['briefs', 'sweep'] as const;
export type QueueName = (typeof queueNames)[number];

/** The queue that makes summaries of a kind. */
export const queueOf: Record<SummaryKind, QueueName> = { brief: 'briefs' };

/** What a job is about. A job of the sweep is about all summaries. */
export type JobData = SummaryName | Record<string, never>;
