import { Link } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { formatCount } from '../ui/numbers.js';
import { NeedsAdmin } from './admin-access.js';
import { comparedWith, parseNotedHead, type NotedHead } from './noted-head.js';
import { ProgressLine } from './ProgressLine.js';
import { useVerification, type Verification } from './use-verification.js';

interface VerifyFormProps {
  /** `null`: not read yet, or not to be read. */
  head: NotedHead | null;
  mayVerify: boolean;
}

/** Compares a noted head with the log, and verifies the log with it. */
export function VerifyForm({ head, mayVerify }: VerifyFormProps) {
  const [text, setText] = useState('');
  const { state, start, stop } = useVerification();
  const noted = parseNotedHead(text);
  const isWrong = text.trim() !== '' && noted === null;
  const compared = noted && head && comparedWith(noted, head);
  const isRunning = state.kind === 'running';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (mayVerify && !isWrong && !isRunning) start(noted);
  };
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">Verify</h2>
      <p className="note">
        Every hash is computed again, event by event, then the bodies of the articles. Nothing is changed.
      </p>
      <form className="verify" onSubmit={submit}>
        <label htmlFor="noted">Noted head, if you have one</label>
        <input
          id="noted"
          autoComplete="off"
          spellCheck={false}
          placeholder="69 18fd33e2…"
          value={text}
          onChange={({ target }) => setText(target.value)}
          aria-invalid={isWrong}
          aria-describedby="noted-says"
        />
        <p id="noted-says" className={compared?.fits === false || isWrong ? 'refusal' : 'note'} role="status">
          {isWrong ? 'Write its position and its hash of 64 characters: 69 18fd…' : compared?.words}
        </p>
        <div className="actions">
          <Button type="submit" className="strong-button" isDisabled={!mayVerify || isRunning || isWrong}>
            Verify the whole log
          </Button>
          {isRunning && (
            <Button className="quiet-button" onPress={stop}>
              Stop
            </Button>
          )}
          {!mayVerify && <NeedsAdmin />}
        </div>
      </form>
      <Outcome state={state} />
    </section>
  );
}

function Outcome({ state }: { state: Verification }) {
  switch (state.kind) {
    case 'none':
      return null;
    case 'running':
      return <ProgressLine label="Verification" {...progressOf(state)} />;
    case 'verified':
      return (
        <p role="status" className="verdict good">
          <strong>Verified.</strong> {formatCount(state.verified)} events are as they were recorded
          {state.noted !== null && `, and the log contains the head that you noted at @${state.noted.position}`}. The
          head is <span className="mono">{state.head}</span>.
        </p>
      );
    case 'broken':
      return (
        <p role="alert" className="verdict bad">
          <strong>{state.position === 0 ? 'A problem' : `A problem at @${state.position}`}:</strong> {state.problem} (
          <code>{state.reason}</code>)
          {state.story !== undefined && (
            <>
              , in the story{' '}
              <Link to="/stories/$slug" params={{ slug: state.story }}>
                {state.story}
              </Link>
            </>
          )}
          {state.article !== undefined && (
            <>
              , article <code>{state.article}</code>
            </>
          )}
          . It is the first one; what comes after it was not looked at.
        </p>
      );
    case 'failed':
      return (
        <p role="alert" className="verdict bad">
          <strong>The log could not be read to its end.</strong> {state.words}
        </p>
      );
  }
}

function progressOf({ verified, of, articles }: Extract<Verification, { kind: 'running' }>) {
  if (of === null) return { part: null, words: 'Begun' };
  if (articles === null)
    return { part: of === 0 ? 1 : verified / of, words: `${formatCount(verified)} of ${formatCount(of)} events` };
  return { part: 1, words: `${formatCount(of)} events, and the bodies of ${formatCount(articles)} articles` };
}
