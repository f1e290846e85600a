import { useState, type SyntheticEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { type Clock, clockTextError } from '../clocks/clocks.js';

/** Two points of a clock; without the later one, up to now. */
interface Range {
  clock: Clock;
  from: string;
  to?: string | undefined;
}

const CLOCK_NAMES: Readonly<Record<Clock, string>> = {
  asOf: 'Happened',
  reportedAsOf: 'Published',
  recordedAsOf: 'Recorded',
};

/** Chooses the two points that are compared. */
export function RangeForm({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to ?? '');
  const [error, setError] = useState<{ field: 'from' | 'to'; text: string } | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrongFrom = clockTextError(range.clock, from.trim());
    const wrongTo = to.trim() === '' ? null : clockTextError(range.clock, to.trim());
    if (wrongFrom !== null) setError({ field: 'from', text: wrongFrom });
    else if (wrongTo !== null) setError({ field: 'to', text: wrongTo });
    else onChange({ clock: range.clock, from: from.trim(), to: to.trim() === '' ? undefined : to.trim() });
  };
  const field = (name: 'from' | 'to') => ({
    'aria-invalid': error?.field === name,
    'aria-describedby': error?.field === name ? 'range-error' : undefined,
    autoComplete: 'off',
    size: 14,
  });
  return (
    <form className="range" onSubmit={submit}>
      <label>
        Clock
        <select
          value={range.clock}
          onChange={({ target }) => onChange({ clock: target.value as Clock, from: '', to: undefined })}
        >
          {Object.entries(CLOCK_NAMES).map(([clock, name]) => (
            <option key={clock} value={clock}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        From
        <input {...field('from')} value={from} onChange={({ target }) => setFrom(target.value)} />
      </label>
      <Button
        className="quiet-button"
        aria-label="Swap the two points"
        isDisabled={to.trim() === ''}
        onPress={() => onChange({ clock: range.clock, from: to.trim(), to: from.trim() })}
      >
        ⇄
      </Button>
      <label>
        To
        <input {...field('to')} placeholder="now" value={to} onChange={({ target }) => setTo(target.value)} />
      </label>
      <Button type="submit" className="strong-button">
        Compare
      </Button>
      <p role="alert" id="range-error" className="refusal">
        {error?.text}
      </p>
    </form>
  );
}
