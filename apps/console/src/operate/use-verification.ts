import { useCallback, useEffect, useRef, useState } from 'react';
import { lines } from '#client/client.js';
import { dateline, type Schema } from '../api/client.js';
import type { NotedHead } from './noted-head.js';
import { refusalOf } from './use-action.js';

/** How far a verification has come, or what it found. */
export type Verification =
  | { kind: 'none' }
  | { kind: 'running'; verified: number; of: number | null; articles: number | null }
  | { kind: 'verified'; verified: number; head: string; noted: NotedHead | null }
  | { kind: 'broken'; position: number; problem: string; reason: string; story?: string; article?: string }
  | { kind: 'failed'; words: string };

const BEGUN: Verification = { kind: 'running', verified: 0, of: null, articles: null };

/** Verifies the log, line by line of the answer. Leaving the page ends it. */
export function useVerification(): { state: Verification; start: (noted: NotedHead | null) => void; stop: () => void } {
  const [state, setState] = useState<Verification>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback((noted: NotedHead | null): void => {
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setState(BEGUN);
    void verify(noted, run.signal, (next) => {
      if (!run.signal.aborted) setState(next);
    });
  }, []);
  const stop = useCallback((): void => {
    running.current?.abort();
    setState({ kind: 'none' });
  }, []);
  return { state, start, stop };
}

async function verify(
  noted: NotedHead | null,
  signal: AbortSignal,
  onState: (state: Verification) => void,
): Promise<void> {
  let ended = false;
  try {
    const answer = await dateline.POST('/v1/admin/log/verify', {
      ...(noted && { body: noted }),
      headers: { accept: 'application/x-ndjson' },
      parseAs: 'stream',
      signal,
    });
    for await (const line of lines<Schema<'VerifyLine'>>(answer)) {
      const state = stateOf(line, noted);
      ended = state.kind !== 'running';
      onState(state);
    }
    if (!ended) onState({ kind: 'failed', words: 'The answer broke off before its end.' });
  } catch (error) {
    onState({ kind: 'failed', words: refusalOf(error) });
  }
}

function stateOf(line: Schema<'VerifyLine'>, noted: NotedHead | null): Verification {
  if ('error' in line) return { kind: 'failed', words: line.error.detail };
  if ('problem' in line) return { kind: 'broken', ...line };
  if ('verified' in line) return { kind: 'verified', ...line, noted };
  return { kind: 'running', verified: line.progress, of: line.of, articles: line.articles ?? null };
}
