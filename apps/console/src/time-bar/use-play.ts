import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, lines } from '#client/client.js';
import { dateline, queryClient, type AnyItem, type Schema } from '../api/client.js';
import { boardQuery, briefQuery } from '../api/queries.js';
import { type Clock, type ClockPoint, withClock } from '../clocks/clocks.js';
import { applyChanges, captionOf, differencesFrom, itemKey, type Items } from './replay.js';
import { readAhead, stepsOf, viewsOf, type ReplayedStep } from './replay.js';
import { pointOfPlace } from './stops.js';

/** So long a stop stays, milliseconds, at the speed 1. */
const STOP = 900;
export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];
/** Steps that are read ahead of the one that is shown. */
const AHEAD = 1_000;

/** What is shown while a story is played, or until the page has read the point where that ended. */
export interface Playing {
  clock: Clock;
  point: ClockPoint;
  views: Record<string, AnyItem[]>;
  /** The subjects that the last step changed, as `itemKey` names them. */
  changed: ReadonlySet<string>;
  caption: string;
  /** It goes on by itself. */
  isMoving: boolean;
}

export interface Play {
  playing: Playing | null;
  speed: Speed;
  setSpeed: (speed: Speed) => void;
  /** Why the last one was given up. */
  error: string | null;
  /** Plays a clock, from a place on; `null`: from its beginning. */
  start: (clock: Clock, from: number | null) => void;
  /** Stops, and stays where it is. */
  pause: () => void;
  /** Stops, and leaves the place to somebody else. */
  cancel: () => void;
}

/**
 * Plays a story on one of its clocks: the server replays it from the log, and its changes are applied to the board
 * here. At the end the board must be the one that the server reads there.
 *
 * @param onStop where it was paused, or ended
 */
export function usePlay(slug: string, point: ClockPoint, onStop: (point: ClockPoint) => void): Play {
  const [playing, setPlaying] = useState<Playing | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [speed, setSpeed] = useState<Speed>(1);
  const run = useRef<AbortController | null>(null);
  const now = useRef({ playing, speed, onStop });
  useEffect(() => {
    now.current = { playing, speed, onStop };
  });

  const cancel = useCallback((): void => {
    run.current?.abort();
    run.current = null;
    setPlaying(null);
  }, []);
  // Another story or another point of the address: somebody has left.
  const place = JSON.stringify([slug, point]);
  useEffect(() => cancel, [place, cancel]);

  /** The board that was folded here stays until the page can show the same from the server. */
  const settle = useCallback(
    async (there: ClockPoint, signal: AbortSignal): Promise<void> => {
      setPlaying((before) => before && { ...before, point: there, isMoving: false });
      await Promise.allSettled([
        queryClient.fetchQuery(boardQuery(slug, there)),
        queryClient.fetchQuery(briefQuery(slug, there)),
      ]);
      if (signal.aborted) return;
      now.current.onStop(there);
      setPlaying(null);
    },
    [slug],
  );

  const start = useCallback(
    (clock: Clock, from: number | null): void => {
      run.current?.abort();
      const begun = new AbortController();
      run.current = begun;
      const { signal } = begun;
      setError(null);
      const show = async (step: ReplayedStep, items: Items): Promise<void> => {
        setPlaying({
          clock,
          point: pointAt(point, clock, step.place),
          views: viewsOf(items),
          changed: new Set(step.changes.map(itemKey)),
          caption: captionOf(step),
          isMoving: true,
        });
        await sleep(STOP / now.current.speed, signal);
      };
      const playWhole = async (): Promise<void> => {
        try {
          const differences = await play({ slug, clock, point, from, signal }, show);
          if (differences.length > 0)
            setError(`The replay does not end in the board that the server reads: ${differences.join(', ')}.`);
          await settle(withClock(point, clock, undefined), signal);
        } catch (failure) {
          if (signal.aborted) return;
          setError(`Playing broke off. ${reasonOf(failure)}`);
          const there = now.current.playing?.point;
          if (there) await settle(there, signal);
        }
      };
      void playWhole();
    },
    [slug, point, settle],
  );

  const pause = useCallback((): void => {
    const there = now.current.playing;
    if (!there?.isMoving) return;
    run.current?.abort();
    const stopped = new AbortController();
    run.current = stopped;
    void settle(there.point, stopped.signal);
  }, [settle]);

  useSpace(playing?.isMoving === true, pause);
  return { playing, speed, setSpeed, error, start, pause, cancel };
}

interface Replayed {
  slug: string;
  clock: Clock;
  point: ClockPoint;
  from: number | null;
  signal: AbortSignal;
}

/** Shows one step after another. @returns the subjects in which the last board differs from that of the server */
async function play(
  { slug, clock, point, from, signal }: Replayed,
  show: (step: ReplayedStep, items: Items) => Promise<void>,
): Promise<string[]> {
  const answer = await dateline.GET('/v1/stories/{slug}/replay', {
    params: { path: { slug }, query: { ...withClock(point, clock, undefined), clock } },
    headers: { accept: 'application/x-ndjson' },
    parseAs: 'stream',
    signal,
  });
  let items: Items = new Map();
  for await (const step of readAhead(stepsOf(clock, lines<Schema<'Frame'>>(answer)), AHEAD)) {
    signal.throwIfAborted();
    if ('board' in step) return differencesFrom(items, step.board);
    items = applyChanges(items, step.changes);
    if (step.place > (from ?? -Infinity)) await show(step, items);
  }
  throw new Error('The replay has no end.');
}

const pointAt = (point: ClockPoint, clock: Clock, place: number): ClockPoint =>
  withClock(point, clock, Number.isFinite(place) ? pointOfPlace(clock, place) : undefined);

/** @throws the reason of the signal, when that comes first */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      fail(signal.reason as Error);
    });
  });
}

function reasonOf(failure: unknown): string {
  if (failure instanceof ApiError) return failure.problem.detail;
  return failure instanceof TypeError
    ? 'The server cannot be reached.'
    : failure instanceof Error
      ? failure.message
      : '';
}

/** The space bar pauses, wherever it does nothing else. */
function useSpace(isPlaying: boolean, pause: () => void): void {
  useEffect(() => {
    if (!isPlaying) return;
    const onKey = (event: KeyboardEvent): void => {
      const isTaken =
        event.target instanceof Element && event.target.closest('button, input, select, textarea, summary');
      if (event.key !== ' ' || event.defaultPrevented || isTaken) return;
      event.preventDefault();
      pause();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isPlaying, pause]);
}
