import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../ui/Loaded.js';
import { When } from '../ui/When.js';
import { CopyButton } from '../ui/CopyButton.js';
import { useAdmin } from './admin-access.js';
import { noteOf } from './noted-head.js';
import { headQuery } from './queries.js';
import { VerifyForm } from './VerifyForm.js';

/** The head of the log, and whether the whole log is what was recorded. */
export function LogTab() {
  const mayRead = useAdmin();
  const head = useQuery({ ...headQuery, enabled: mayRead });
  return (
    <div className="operate">
      <section aria-labelledby="head">
        <h2 id="head">Head of the log</h2>
        <p className="note">Noted elsewhere, it later proves that the log was neither changed nor cut off.</p>
        {mayRead && (
          <Loaded read={head} lines={3}>
            {({ position, hash, recordedAt, aheadOfClockMs }) => (
              <>
                <dl className="places">
                  <div>
                    <dt>Position</dt>
                    <dd>@{position}</dd>
                  </div>
                  <div>
                    <dt>Recorded</dt>
                    <dd>{recordedAt === null ? 'nothing yet' : <When date={recordedAt} />}</dd>
                  </div>
                  <div>
                    <dt>Hash (sha256)</dt>
                    <dd className="mono">{hash}</dd>
                  </div>
                </dl>
                {aheadOfClockMs > 0 && (
                  <p className="stale">
                    The time of the log is {Math.ceil(aheadOfClockMs / 1000)} s ahead of the server’s clock.
                  </p>
                )}
                {position > 0 && <CopyButton text={noteOf({ position, hash })} label="Copy as a note" />}
              </>
            )}
          </Loaded>
        )}
      </section>
      <VerifyForm head={mayRead ? (head.data ?? null) : null} mayVerify={mayRead} />
    </div>
  );
}
