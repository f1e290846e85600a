import { Button } from 'react-aria-components/Button';
import { type Play, SPEEDS } from './use-play.js';

/** Plays the days of the story, one after another; pauses whichever clock is played. */
export function PlayButton({ play, onPress }: { play: Play; onPress: () => void }) {
  const isMoving = play.playing?.isMoving === true;
  return (
    <Button className="step" onPress={onPress} aria-label={isMoving ? 'Pause' : 'Play'}>
      {/* Not every font has the signs. */}
      <svg viewBox="0 0 12 12" width="12" height="12" fill="currentcolor" aria-hidden="true">
        <path d={isMoving ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 0.5v11L11.5 6z'} />
      </svg>
    </Button>
  );
}

/** How fast a story is played: once, twice, four times. */
export function SpeedButton({ play: { speed, setSpeed } }: { play: Play }) {
  const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
  return (
    <Button className="quiet-button speed" onPress={() => setSpeed(next)} aria-label={`Speed ×${speed}. Change`}>
      ×{speed}
    </Button>
  );
}
