import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { type Clock, type ClockPoint, isOpen, knownOn, withClock } from '../clocks/clocks.js';
import { lastDay } from '../ui/dates.js';
import { CopyButton } from '../ui/CopyButton.js';
import { PlayButton, SpeedButton } from './PlayButtons.js';
import { placeAfterKey, placeInWords, placeOfPoint, pointOfPlace, scaleOf, stopsOf } from './stops.js';
import { Track } from './Track.js';
import type { Play } from './use-play.js';

interface TimeBarProps {
  slug: string;
  marks: readonly Schema<'Mark'>[];
  deadlines: readonly Schema<'Deadline'>[];
  point: ClockPoint;
  /** @param done the gesture has ended: the point belongs into the address */
  onMove: (point: ClockPoint, done: boolean) => void;
  /** Somebody is about to move the clock of the world: which points are near. */
  onReady: (points: ClockPoint[]) => void;
  play: Play;
}

const LABELS: Readonly<Record<Clock, string>> = {
  asOf: 'Happened by',
  reportedAsOf: 'Published by',
  recordedAsOf: 'Recorded by',
};

/** How many stops are read ahead of a thumb, before and after it. */
const AHEAD = { before: 3, after: 2 };

/** Moves the page over the three clocks. The other two unfold where they are wanted or closed. */
export function TimeBar({ slug, marks, deadlines, point, onMove, onReady, play }: TimeBarProps) {
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
  const { playing } = play;
  const shown = (clock: Clock): boolean =>
    clock === 'asOf' || unfolded || point[clock] !== undefined || playing?.clock === clock;
  const playOrPause = (clock: Clock): void => (playing?.isMoving ? play.pause() : play.start(clock, placeOn(clock)));

  return (
    <section className={playing?.isMoving ? 'time-bar playing' : 'time-bar'} aria-label="Time bar">
      <div className="time-bar-tools">
        <Button className="step" onPress={() => step('ArrowLeft')} aria-label="A stop back">
          ‹
        </Button>
        <Button className="step" onPress={() => step('ArrowRight')} aria-label="A stop forward">
          ›
        </Button>
        <PlayButton play={play} onPress={() => playOrPause('asOf')} />
        <SpeedButton play={play} />
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
        <CopyButton text={() => window.location.href} label="Copy link" className="copy-link" />
        <Button className="quiet-button" aria-expanded={unfolded} onPress={() => setUnfolded((before) => !before)}>
          {unfolded ? 'One clock' : 'Three clocks'}
        </Button>
      </div>
      {play.error !== null && (
        <p role="alert" className="stale">
          {play.error}
        </p>
      )}
      {playing && <p className="time-bar-caption">{playing.caption}</p>}
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
            onPlay={() => playOrPause(clock)}
            {...(clock === 'asOf' && { onReady: readAhead })}
          />
        ))}
    </section>
  );
}
