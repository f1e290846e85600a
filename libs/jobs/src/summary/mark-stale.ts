import type { TouchedStory } from '#reader/subjects/touched-stories.js';
import type { ClientBase } from 'pg';
import type { Debounce } from './debounce.js';
import { summaryKinds, type SummaryName } from './summary.js';

/** A summary that must be made anew, and what says how soon. */
export type Invalidated = SummaryName & Debounce;

/** $1 stories, $2 ends of their last requests, $3 how many requests, $4 kinds */
const TOUCH = `
insert into summary as s (story, kind, touched, touches)
select t.story, k.kind, t.touched, t.touches
  from unnest($1::text[], $2::bigint[], $3::bigint[]) t(story, touched, touches) cross join unnest($4::text[]) k(kind)
 order by t.story, k.kind
on conflict (story, kind) do update
   set touched = greatest(s.touched, excluded.touched), touches = s.touches + excluded.touches, left_until = null, failure = null
returning s.story, s.kind, s.made_at, s.busy`;

interface Columns extends SummaryName {
  made_at: string | null;
  busy: boolean;
}

/**
 * Notes that stories were touched: from then on their summaries are stale, whatever becomes of the jobs that make them.
 */
export async function markStale(client: ClientBase, stories: readonly TouchedStory[]): Promise<Invalidated[]> {
  if (stories.length === 0) return [];
  const { rows } = await client.query<Columns>(TOUCH, [
    stories.map((one) => one.story),
    stories.map((one) => one.position),
    stories.map((one) => one.requests),
    summaryKinds,
  ]);
  return rows.map(({ story, kind, made_at, busy }) => ({
    story,
    kind,
    madeAt: made_at === null ? null : Number(made_at),
    busy,
  }));
}
