import { useCallback, useState } from 'react';
import { ApiError } from '#client/client.js';
import { noteRefusal } from '../api/client.js';

interface Action {
  busy: boolean;
  /** Why the last one was refused, in the server's words. */
  refusal: string | null;
  run: (act: () => Promise<void>) => Promise<void>;
}

/** Why an action failed, in the server's words. */
export function refusalOf(error: unknown): string {
  noteRefusal(error);
  if (!(error instanceof ApiError)) return 'The server cannot be reached.';
  const { detail, errors = [] } = error.problem;
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
