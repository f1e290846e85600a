import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { type Clock, type ClockPoint, isOpen, knownOn, withClock } from '../clocks/clocks.js';
import { lastDay } from '../ui/dates.js';
import { placeAfterKey, placeInWords, placeOfPoint, pointOfPlace, scaleOf, stopsOf } from './stops.js';
import { Track } from './Track.js';

interface TimeBarProps {
  slug: string;
  marks: readonly Schema<'Mark'>[];
  deadlines: readonly Schema<'Deadline'>[];
  point: ClockPoint;
  /** @param done the gesture has ended: the point belongs into the address */
  onMove: (point: ClockPoint, done: boolean) => void;
  /** Somebody is about to move the clock of the world: which points are near. */
  onReady: (points: ClockPoint[]) => void;
}

const LABELS: Readonly<Record<Clock, string>> = {
  asOf: 'Happened by',
  reportedAsOf: 'Published by',
  recordedAsOf: 'Recorded by',
};

/** How many stops are read ahead of a thumb, before and after it. */
const AHEAD = { before: 3, after: 2 };

/** Moves the page over the three clocks. The other two unfold where they are wanted or closed. */
export function TimeBar({ slug, marks, deadlines, point, onMove, onReady }: TimeBarProps) {
  const [unfolded, setUnfolded] = useState(false);
  const tracks = useMemo(() => {
    const dates = deadlines.map(({ date }) => lastDay(date));
    const track = (clock: Clock) => {
      const stops = stopsOf(clock, marks);
      return { clock, stops, scale: scaleOf(clock, stops, clock === 'asOf' ? dates : []) };
    };
    return { asOf: track('asOf'), reportedAsOf: track('reportedAsOf'), recordedAsOf: track('recordedAsOf') };
  }, [marks, deadlines]);

  const placeOn = (clock: Clock): number | null => placeOfPoint(clock, point[clock], tracks[clock].stops);
  const moveTo = (clock: Clock, place: number | null, done: boolean): void =>
    onMove(withClock(point, clock, place === null ? undefined : pointOfPlace(clock, place)), done);
  const world = tracks.asOf;
  const here = placeOn('asOf');

  const step = (key: 'ArrowLeft' | 'ArrowRight'): void => {
    const next = placeAfterKey({ key, shift: false }, 'asOf', here, world.stops);
    if (next !== undefined) moveTo('asOf', next, true);
  };
  const readAhead = (): void => {
    const index = here === null ? world.stops.length : world.stops.findLastIndex(({ value }) => value <= here);
    const near = world.stops.slice(Math.max(index - AHEAD.before, 0), index + AHEAD.after + 1);
    onReady(near.map(({ value }) => withClock(point, 'asOf', pointOfPlace('asOf', value))));
  };
  const shown = (clock: Clock): boolean => clock === 'asOf' || unfolded || point[clock] !== undefined;

  return (
    <section className="time-bar" aria-label="Time bar">
      <div className="time-bar-tools">
        <Button className="step" onPress={() => step('ArrowLeft')} aria-label="A stop back">
          ‹
        </Button>
        <Button className="step" onPress={() => step('ArrowRight')} aria-label="A stop forward">
          ›
        </Button>
        <output className="time-bar-here">{placeInWords('asOf', here, world.stops)}</output>
        <Button className="quiet-button" isDisabled={isOpen(point)} onPress={() => onMove({}, true)}>
          Now
        </Button>
        <Button
          className="quiet-button"
          isDisabled={here === null || point.asOf === point.reportedAsOf}
          onPress={() => here !== null && onMove(knownOn(point, here), true)}
        >
          Known that day
        </Button>
        <span className="push" />
        <Link
          to="/stories/$slug/compare"
          params={{ slug }}
          search={{ ...point, ...(point.asOf !== undefined && { from: point.asOf, asOf: undefined }) }}
          className="quiet-button"
        >
          Compare
        </Link>
        <CopyLink />
        <Button className="quiet-button" aria-expanded={unfolded} onPress={() => setUnfolded((before) => !before)}>
          {unfolded ? 'One clock' : 'Three clocks'}
        </Button>
      </div>
      {Object.values(tracks)
        .filter(({ clock }) => shown(clock))
        .map(({ clock, stops, scale }) => (
          <Track
            key={clock}
            clock={clock}
            label={LABELS[clock]}
            stops={stops}
            scale={scale}
            place={placeOn(clock)}
            onMove={(place, done) => moveTo(clock, place, done)}
            {...(clock === 'asOf' && { onReady: readAhead })}
          />
        ))}
    </section>
  );
}

function CopyLink() {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      // Without leave to write to the clipboard the address bar still has the link.
    }
  };
  return (
    <Button className="quiet-button copy-link" onPress={() => void copy()}>
      {copied ? 'Copied' : 'Copy link'}
    </Button>
  );
}
