import type { SummaryKind, SummaryName } from '../summary/summary.js';

/** `briefs` and `digests` make the summaries of one kind each; `sweep` finds what is stale. */
export const queueNames = ['briefs', 'digests', 'sweep'] as const;
export type QueueName = (typeof queueNames)[number];

/** The queue that makes summaries of a kind. */
export const queueOf: Record<SummaryKind, QueueName> = { brief: 'briefs', digests: 'digests' };

/** What a job is about. A job of the sweep is about all summaries. */
export type JobData = SummaryName | Record<string, never>;
