import { ApiError, unwrap } from '#client/client.js';
import { dateline, queryClient, type Schema } from './client.js';

/** An event as it is posted. Its id is the client's: sent again, it is stored once. */
export interface EventToPost {
  id: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
  story?: string;
  occurredAt?: string;
  certainty?: string;
  source?: Readonly<Record<string, string>>;
}

/** The server's schemas decide about each event: a form knows them at run time alone. */
const bodyOf = (events: readonly EventToPost[]): Schema<'NewEvent'>[] => events as unknown as Schema<'NewEvent'>[];

/** What recording these events would change. Nothing is stored. */
export async function tryEvents(events: readonly EventToPost[], signal?: AbortSignal): Promise<Schema<'DryRun'>> {
  const answer = await unwrap(
    dateline.POST('/v1/events', {
      params: { query: { dryRun: true } },
      body: bodyOf(events),
      ...(signal && { signal }),
    }),
  );
  if (!('changes' in answer)) throw new TypeError('the answer is not that of a dry run');
  return answer;
}

/**
 * Records events in one request, all or none, and waits until the pages of the console can show them. Then everything
 * is read again.
 *
 * @param version the story must still have it; null: whatever it has
 */
export async function recordEvents(
  events: readonly EventToPost[],
  version: number | null,
): Promise<Schema<'RecordedAnswer'>> {
  const answer = await unwrap(
    dateline.POST('/v1/events', {
      params: { header: { Prefer: 'wait=5', ...(version !== null && { 'If-Match': `"${version}"` }) } },
      body: bodyOf(events),
    }),
  );
  if ('changes' in answer) throw new TypeError('the answer is that of a dry run');
  void queryClient.invalidateQueries();
  return answer;
}

/** The version that a story has, where a request was refused because it expected another. */
export const versionIn = (error: unknown): number | null =>
  error instanceof ApiError && error.problem.code === 'version-mismatch' ? (error.problem.version ?? null) : null;

/** What a refusal points at in the events of a request: the index of the event, and the pointer within it. */
export interface RefusedField {
  index: number;
  pointer: string;
  detail: string;
}

export function refusedFields(error: unknown): RefusedField[] {
  if (!(error instanceof ApiError)) return [];
  return (error.problem.errors ?? []).flatMap(({ pointer, detail }) => {
    const [, index, within = ''] = /^\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
    return index === undefined ? [] : [{ index: Number(index), pointer: within, detail }];
  });
}
