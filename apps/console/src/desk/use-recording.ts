import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiError } from '#client/client.js';
import type { Schema } from '../api/client.js';
import {
  type EventToPost,
  recordEvents,
  refusedFields,
  type RefusedField,
  tryEvents,
  versionIn,
} from '../api/recording.js';
import { useRested } from '../ui/use-rested.js';

/** After this long without a key, what was typed is tried. Milliseconds. */
const REST = 400;
const NONE: readonly RefusedField[] = [];

export interface Recording {
  /** What the events would change, by the last dry run; undefined: none has succeeded. */
  preview: Schema<'DryRun'> | undefined;
  /** The preview is of just these events. */
  isCurrent: boolean;
  refused: readonly RefusedField[];
  /** Why the events were refused as a whole, or could not be sent. */
  error: unknown;
  /** The story went on since the draft was begun: from this version to that. */
  conflict: { from: number; to: number } | null;
  isBusy: boolean;
  /** They were sent, and no answer came: they may be recorded. */
  isLost: boolean;
  record: () => void;
}

interface RecordingOptions {
  events: readonly EventToPost[];
  /** Of the story, when the draft was begun; null: not known yet. */
  version: number | null;
  onVersion: (version: number) => void;
  onRecorded: (answer: Schema<'RecordedAnswer'>) => void;
}

/** Tries events while they are written, and records them in one request. */
export function useRecording({ events, version, onVersion, onRecorded }: RecordingOptions): Recording {
  const text = JSON.stringify(events);
  const rested = useRested(text, REST);
  const isRested = rested === text;
  const dryRun = useQuery({
    queryKey: ['dry-run', rested],
    queryFn: async ({ signal }) => {
      const tried = await tryEvents(JSON.parse(rested) as EventToPost[], signal);
      if (version === null && tried.version !== null) onVersion(tried.version);
      return tried;
    },
    enabled: rested !== '[]',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  /** What was sent last, and the version that a refusal named. */
  const [sent, setSent] = useState<{ text: string; version: number | null } | null>(null);
  const known = Math.max(dryRun.data?.version ?? 0, sent?.version ?? 0);
  const conflict = version !== null && known > version ? { from: version, to: known } : null;

  const recording = useMutation({
    mutationFn: async ({ sending, expected }: { sending: readonly EventToPost[]; expected: number | null }) =>
      recordEvents(sending, expected ?? (await tryEvents(sending)).version),
    // Without a network it fails, and is not kept to be sent later.
    networkMode: 'always',
    onMutate: () => setSent({ text, version: sent?.version ?? null }),
    onSuccess: onRecorded,
    onError: (error) => {
      setSent({ text, version: versionIn(error) });
      // What was previewed may no longer be what would change.
      if (versionIn(error) !== null) void dryRun.refetch();
    },
  });

  const sentError = sent?.text === text && versionIn(recording.error) === null ? recording.error : null;
  const error = sentError ?? (isRested && !dryRun.isPlaceholderData ? dryRun.error : null);
  const refused = useMemo(() => (error === null ? NONE : refusedFields(error)), [error]);
  return {
    preview: events.length === 0 ? undefined : dryRun.data,
    isCurrent: isRested && !dryRun.isFetching && dryRun.error === null,
    refused,
    error,
    conflict,
    isBusy: recording.isPending,
    isLost: sentError !== null && !(sentError instanceof ApiError),
    // Whoever saw what came in between records over it.
    record: () => recording.mutate({ sending: events, expected: conflict ? conflict.to : version }),
  };
}
