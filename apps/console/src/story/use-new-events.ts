import { useCallback, useEffect, useState } from 'react';
import { messages } from '#client/client.js';
import { dateline, queryClient, type Schema } from '../api/client.js';

/** Messages are gathered for so long before the page counts them, milliseconds. */
const GATHER = 200;
/** After so long a stream that ended is opened again, milliseconds. */
const AGAIN = 5_000;

interface NewEvents {
  /** How many were recorded since the page was read. */
  count: number;
  /** Reads the page again, when the views have them all. */
  show: () => void;
}

/**
 * Counts what is recorded of a story after a position, while the page can be seen: a browser has six connections to a
 * server, and a hidden page takes none. Nothing that is being read moves by itself.
 *
 * @param after `undefined`: what is shown does not depend on what is recorded next
 */
export function useNewEvents(slug: string, after: number | undefined): NewEvents {
  const [last, setLast] = useState({ position: 0, count: 0 });
  const [visible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const onChange = (): void => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);

  useEffect(() => {
    if (after === undefined || !visible) return;
    const stopped = new AbortController();
    void follow(slug, after, stopped.signal, (position, count) => setLast({ position, count }));
    return () => {
      stopped.abort();
      setLast({ position: 0, count: 0 });
    };
  }, [slug, after, visible]);

  const { position, count } = last;
  const show = useCallback(() => void readAgain(slug, position), [slug, position]);
  return { count, show };
}

/** Follows the log of a story until it is stopped, and opens the stream again where it ends. */
async function follow(
  slug: string,
  after: number,
  stopped: AbortSignal,
  onCount: (position: number, count: number) => void,
): Promise<void> {
  let [position, count] = [after, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  while (!stopped.aborted) {
    try {
      const stream = await dateline.GET('/v1/events/stream', {
        params: { query: { story: slug, after: position } },
        headers: { accept: 'text/event-stream' },
        parseAs: 'stream',
        signal: stopped,
      });
      for await (const { data } of messages<Schema<'Event'>>(stream)) {
        [position, count] = [data.position, count + 1];
        timer ??= setTimeout(() => {
          timer = undefined;
          if (!stopped.aborted) onCount(position, count);
        }, GATHER);
      }
    } catch {
      // The page was left, or the server went away: then it is tried again.
    }
    await new Promise((done) => setTimeout(done, AGAIN));
  }
}

async function readAgain(slug: string, position: number): Promise<void> {
  await dateline.GET('/v1/stories/{slug}', { params: { path: { slug }, query: { minPosition: position } } });
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === slug });
}
