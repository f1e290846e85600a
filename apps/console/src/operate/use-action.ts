import { useCallback, useState } from 'react';
import { ApiError } from '#client/client.js';
import { queryClient } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';

interface Action {
  busy: boolean;
  /** Why the last one was refused, in the server's words. */
  refusal: string | null;
  run: (act: () => Promise<void>) => Promise<void>;
}

/** Why an action failed, in the server's words. Where the session has ended, the page finds that out. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'The server cannot be reached.';
  const { status, detail, errors = [] } = error.problem;
  if (status === 401 || status === 403) void queryClient.invalidateQueries(sessionQuery);
  return errors.length === 0 ? detail : errors.map((one) => `${one.pointer.slice(1)} ${one.detail}`).join('; ');
}

/** Something that changes the server: one at a time, and why it was refused. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = useCallback(async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await act();
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, refusal, run };
}
