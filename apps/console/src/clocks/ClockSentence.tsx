import { useState, type SyntheticEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { formatDate } from '../ui/dates.js';
import { type Clock, type ClockPoint, clockTextError, withClock } from './clocks.js';

interface ClockSentenceProps {
  point: ClockPoint;
  onChange: (point: ClockPoint) => void;
}

/** "What holds now, by all that is published and recorded": each bold word sets its clock. */
export function ClockSentence({ point, onChange }: ClockSentenceProps) {
  const clock = (name: Clock, open: string, closed: (date: string) => string) => {
    const value = point[name];
    return (
      <ClockField
        clock={name}
        value={value}
        words={value === undefined ? open : closed(value.startsWith('@') ? value : formatDate(value))}
        onChange={(next) => onChange(withClock(point, name, next))}
      />
    );
  };
  const past = point.asOf !== undefined;
  return (
    <p className="clock-sentence">
      What {past ? 'held on' : 'holds'} {clock('asOf', 'now', (date) => date)}, by all that{' '}
      {past || point.reportedAsOf !== undefined ? 'was' : 'is'}{' '}
      {clock('reportedAsOf', 'published', (date) => `published by ${date}`)} and{' '}
      {clock('recordedAsOf', 'recorded', (date) => `recorded by ${date}`)}
    </p>
  );
}

const EXPLAINED: Readonly<Record<Clock, { title: string; line: string }>> = {
  asOf: { title: 'Happened by', line: 'The world that day. Later reports of it count.' },
  reportedAsOf: { title: 'Published by', line: 'Only what was in print by then.' },
  recordedAsOf: { title: 'Recorded by', line: 'Only what this desk had written down: a date, or a position (@23).' },
};

interface ClockFieldProps {
  clock: Clock;
  value: string | undefined;
  words: string;
  onChange: (value: string | undefined) => void;
}

function ClockField({ clock, value, words, onChange }: ClockFieldProps) {
  return (
    <DialogTrigger>
      <Button className={`clock-button clock-${clock}`}>{words}</Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={EXPLAINED[clock].title}>
          {({ close }) => (
            <ClockForm
              clock={clock}
              value={value}
              onDone={(next) => {
                close();
                onChange(next);
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ClockForm({
  clock,
  value,
  onDone,
}: Omit<ClockFieldProps, 'words' | 'onChange'> & {
  onDone: (value: string | undefined) => void;
}) {
  const [text, setText] = useState(value ?? '');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = text.trim();
    const wrong = wanted === '' ? null : clockTextError(clock, wanted);
    if (wrong === null) onDone(wanted === '' ? undefined : wanted);
    else setError(wrong);
  };
  const { title, line } = EXPLAINED[clock];
  return (
    <form onSubmit={submit} className="clock-form">
      <label htmlFor={`clock-${clock}`}>{title}</label>
      <p className="note">{line}</p>
      <input
        id={`clock-${clock}`}
        autoFocus
        autoComplete="off"
        placeholder={clock === 'recordedAsOf' ? '@23 or 2026-11-28' : '2025-08-12'}
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `clock-${clock}-error`}
      />
      <p role="alert" id={`clock-${clock}-error`} className="refusal">
        {error}
      </p>
      <div className="buttons">
        <Button className="quiet-button" onPress={() => onDone(undefined)} isDisabled={value === undefined}>
          {clock === 'reportedAsOf' ? 'Any time' : 'Now'}
        </Button>
        <Button className="strong-button" type="submit">
          Set
        </Button>
      </div>
    </form>
  );
}
