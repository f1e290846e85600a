import type { Schema } from '../api/client.js';
import { counted, formatCount } from '../ui/numbers.js';
import { ProgressLine } from './ProgressLine.js';

interface GenerationStateProps {
  generation: Schema<'Generation'>;
  /** The last position of the log. */
  head: number;
}

/** How one build of a view stands. */
export function GenerationState({ generation, head }: GenerationStateProps) {
  const { view, version, status, position, lag, progress, error } = generation;
  if (status === 'building')
    return (
      <ProgressLine
        label={`${view}, being built`}
        part={progress}
        words={`v${version} being built: ${formatCount(position)} of ${formatCount(head)} events`}
      />
    );
  if (status === 'active')
    return (
      <p>
        <span className="good">v{version} active</span>, {lag === 0 ? 'no lag' : `${counted(lag, 'event')} behind`}
      </p>
    );
  return (
    <div>
      <p className="bad">
        <strong>
          v{version} {status}
        </strong>{' '}
        at @{formatCount(position)}, {counted(lag, 'event')} behind
      </p>
      {error && (
        <p className="note">
          At @{formatCount(error.position)}
          {error.subject !== null && (
            <>
              , subject <code>{error.subject}</code>
            </>
          )}
          : {error.message}
        </p>
      )}
    </div>
  );
}
