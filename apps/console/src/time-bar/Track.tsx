import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Clock } from '../clocks/clocks.js';
import { formatShort } from '../ui/dates.js';
import { labelsWithin, placeAfterKey, placeInWords, type Scale, type Stop } from './stops.js';

/** Within this distance of a stop a drag snaps to it, pixels. */
const SNAP = 12;
/** The part of a track that shows places. Behind it the clock is open. */
const SHOWN = 0.94;
/** Behind this part of the scale a label would touch that of the end. */
const LABELED = 0.9;
/** Ticks are drawn in a box of this size. */
const BOX = { width: 1000, height: 28 };

interface TrackProps {
  clock: Clock;
  label: string;
  stops: readonly Stop[];
  scale: Scale;
  place: number | null;
  /** @param done the gesture has ended */
  onMove: (place: number | null, done: boolean) => void;
  /** Somebody is about to move. */
  onReady?: () => void;
  /** The clock is to be played, or to stop. */
  onPlay: () => void;
}

/** One clock as a line with a tick for each stop and a thumb. At its right end the clock is open. */
export function Track({ clock, label, stops, scale, place, onMove, onReady, onPlay }: TrackProps) {
  const line = useRef<HTMLDivElement>(null);
  const moved = useRef<number | null | undefined>(undefined);

  const placeAt = (x: number): number | null => {
    const box = line.current?.getBoundingClientRect();
    if (!box || box.width === 0) return place;
    const fraction = (x - box.left) / box.width / SHOWN;
    if (fraction > 1 + (1 / SHOWN - 1) / 2) return null;
    const near = stops
      .map(({ value }) => ({ value, away: Math.abs(scale.fraction(value) - fraction) * SHOWN * box.width }))
      .filter(({ away }) => away <= SNAP)
      .sort((a, b) => a.away - b.away)[0];
    return near?.value ?? scale.place(Math.min(Math.max(fraction, 0), 1));
  };
  const moveTo = (next: number | null): void => {
    if (next === moved.current) return;
    moved.current = next;
    onMove(next, false);
  };
  const finish = (): void => {
    if (moved.current === undefined) return;
    onMove(moved.current, true);
    moved.current = undefined;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    onReady?.();
    moveTo(placeAt(event.clientX));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (moved.current !== undefined && event.currentTarget.hasPointerCapture(event.pointerId))
      moveTo(placeAt(event.clientX));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) onPlay();
      return;
    }
    const next = placeAfterKey({ key: event.key, shift: event.shiftKey }, clock, place, stops);
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
    onReady?.();
  };

  const at = place === null ? 1 : scale.fraction(place) * SHOWN;
  return (
    <div className={`track track-${clock}`}>
      <span className="track-label" id={`track-${clock}`}>
        {label}
      </span>
      <div
        className="track-line"
        ref={line}
        role="slider"
        tabIndex={0}
        aria-labelledby={`track-${clock}`}
        aria-valuemin={scale.from}
        aria-valuemax={scale.to + 1}
        aria-valuenow={place ?? scale.to + 1}
        aria-valuetext={placeInWords(clock, place, stops)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={finish}
        onPointerCancel={finish}
        onKeyDown={onKeyDown}
        onKeyUp={finish}
        onBlur={finish}
        onFocus={onReady}
      >
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="track-rail" d={`M0 ${BOX.height - 0.5}H${BOX.width * SHOWN}`} />
          <path
            className="track-ticks"
            d={ticks(
              stops.filter(({ facts, claims }) => facts > claims),
              stops,
              scale,
            )}
          />
          <path
            className="track-ticks track-claims"
            d={ticks(
              stops.filter(({ facts, claims }) => facts === claims),
              stops,
              scale,
            )}
          />
        </svg>
        <span className="track-thumb" style={{ left: `${at * 100}%` }} />
      </div>
      <div className="track-axis" aria-hidden="true">
        {clock !== 'recordedAsOf' &&
          labelsWithin(scale, 6)
            .filter(({ day }) => scale.fraction(day) < LABELED)
            .map(({ day, text }) => (
              <span key={day} style={{ left: `${scale.fraction(day) * SHOWN * 100}%` }}>
                {formatShort(text)}
              </span>
            ))}
        <span className="track-end">{clock === 'reportedAsOf' ? 'any' : 'now'}</span>
      </div>
    </div>
  );
}

/** As tall as facts are many, the tallest as tall as the box. */
function ticks(some: readonly Stop[], all: readonly Stop[], scale: Scale): string {
  const most = Math.max(...all.map(({ facts }) => facts), 1);
  return some
    .map(({ value, facts }) => {
      const x = scale.fraction(value) * SHOWN * BOX.width;
      const top = BOX.height * (1 - (0.35 + 0.65 * Math.sqrt(facts / most)));
      return `M${x.toFixed(1)} ${BOX.height}V${top.toFixed(1)}`;
    })
    .join('');
}
