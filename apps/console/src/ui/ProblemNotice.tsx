import { Button } from 'react-aria-components/Button';
import { ApiError } from '#client/client.js';
import { KeyNeeded } from './SignIn.js';

/** A read that failed: why, and what can be done about it. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  if (error instanceof ApiError && error.problem.status === 401) return <KeyNeeded />;
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <section className="notice" role="alert">
      <h2>{problem?.title ?? 'The server cannot be reached'}</h2>
      <p>{problem?.detail ?? 'It is tried again when you ask for it, and when this page is shown again.'}</p>
      {(problem?.errors ?? []).map(({ pointer, detail }) => (
        <p key={pointer + detail}>
          <code>{pointer.replace(/^\//, '')}</code>: {detail}
        </p>
      ))}
      {onRetry && problem?.status !== 404 && (
        <Button className="strong-button" onPress={onRetry}>
          Try again
        </Button>
      )}
    </section>
  );
}

/** Above an answer that is shown although it could not be read again. */
export function StaleNotice({ since, onRetry }: { since: number; onRetry: () => void }) {
  return (
    <p className="stale" role="status">
      The server cannot be reached. This is as of {new Date(since).toISOString().slice(11, 16)} UTC.{' '}
      <Button className="quiet-button" onPress={onRetry}>
        Try again
      </Button>
    </p>
  );
}
