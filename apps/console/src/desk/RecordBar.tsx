import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { ApiError } from '#client/client.js';
import type { Schema } from '../api/client.js';
import { SignInButton } from '../ui/SignIn.js';
import type { Recording } from './use-recording.js';

interface RecordBarProps {
  recording: Recording;
  /** "Record 3 facts". */
  label: string;
  onRecord: () => void;
}

/** Records what is previewed, and says why it was not recorded. */
export function RecordBar({ recording, label, onRecord }: RecordBarProps) {
  const { conflict, isBusy, isLost, error } = recording;
  return (
    <div className="record-bar">
      <div role="alert">
        {isLost && (
          <p className="fault">
            No answer came. It may have been recorded, or not: send it again, and it is stored once either way.
          </p>
        )}
        {!isLost && error !== null && error !== undefined && <Refusal error={error} />}
      </div>
      <Button className="strong-button" isDisabled={isBusy} onPress={onRecord}>
        {isBusy ? 'Recording …' : isLost ? 'Send it again' : conflict ? `${label} all the same` : label}
      </Button>
    </div>
  );
}

/** Why a request was refused. What it says about fields stands at the fields. */
function Refusal({ error }: { error: unknown }) {
  if (!(error instanceof ApiError)) return <p className="fault">The server cannot be reached. The draft is kept.</p>;
  const { status, title, detail, errors = [] } = error.problem;
  if (status === 401 || status === 403)
    return (
      <div className="fault">
        <p>Your session has ended. The draft is kept.</p>
        <SignInButton />
      </div>
    );
  return (
    <p className="fault">
      {title}
      {errors.length === 0 ? `. ${detail}` : `: ${errors.map((one) => one.detail).join('; ')}.`}
    </p>
  );
}

/** What was recorded, with where it stands now. */
export function RecordedNotice({ answer, story }: { answer: Schema<'RecordedAnswer'>; story: string }) {
  const notice = useRef<HTMLElement>(null);
  // The button that was pressed is gone with its drafts.
  useEffect(() => notice.current?.focus(), [answer]);
  const count = answer.events.length;
  const wereThere = answer.events.every(({ duplicate }) => duplicate);
  return (
    <section ref={notice} className="recorded" role="status" tabIndex={-1}>
      <h2>
        {wereThere ? 'It was recorded before' : count === 1 ? 'The fact is recorded' : `${count} facts are recorded`}
      </h2>
      <p>
        {answer.events.map(({ id }, index) => (
          <span key={id}>
            {index > 0 && ' · '}
            <Link to="/events/$id" params={{ id }}>
              event {index + 1}
            </Link>
          </span>
        ))}
        {' · '}
        <Link to="/stories/$slug" params={{ slug: story }}>
          the story
        </Link>
      </p>
    </section>
  );
}
