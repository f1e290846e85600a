import { Button } from 'react-aria-components/Button';
import { formatDate, today } from '../ui/dates.js';
import { type ClockPoint, isOpen, withClock } from './clocks.js';
import { pastInWords, silentSince } from './past-words.js';

interface PastBannerProps {
  point: ClockPoint;
  onChange: (point: ClockPoint) => void;
  /** The facts of the story, the earliest first. */
  marks?: readonly { occurredAt: string; retracted: boolean }[];
}

/** Says what a page with a closed clock leaves out; on an open one, that nothing was recorded for long. */
export function PastBanner({ point, onChange, marks = [] }: PastBannerProps) {
  const words = pastInWords(point, today());
  if (words !== null)
    return (
      <p className="past-banner" role="status">
        {words}{' '}
        <Button className="link-button" onPress={() => onChange({})}>
          Back to now
        </Button>
      </p>
    );
  const last = isOpen(point) ? silentSince(marks, today()) : null;
  if (last === null) return null;
  return (
    <p className="past-banner" role="status">
      Nothing is recorded after {formatDate(last)}.{' '}
      <Button className="link-button" onPress={() => onChange(withClock(point, 'asOf', last.slice(0, 10)))}>
        See that day
      </Button>
    </p>
  );
}
