import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import { Loaded } from '../ui/Loaded.js';
import { counted, formatCount } from '../ui/numbers.js';
import { When } from '../ui/When.js';
import { useAdmin } from './admin-access.js';
import { queuesQuery } from './queries.js';

/** The queues of the workers: what waits, what was given up. */
export function QueuesTab() {
  const mayRead = useAdmin();
  const queues = useQuery({ ...queuesQuery, enabled: mayRead });
  return (
    <section className="operate" aria-labelledby="queues">
      <h2 id="queues">Queues</h2>
      <p className="note">
        The workers build briefs and digests ahead. Without them a read builds its own. Single jobs, and a button to try
        one again, are on the pages of bull-board
        {mayRead ? (
          <>
            : <a href="/admin/queues">open bull-board</a>
          </>
        ) : (
          ', which need a key with the role admin'
        )}
        .
      </p>
      {mayRead && (
        <Loaded read={queues} lines={6}>
          {(data) => (
            <>
              {data.here ? (
                <QueueTable queues={data} />
              ) : (
                <p className="stale" role="status">
                  {data.backend} is away, and with it the queues. Reads go on.
                </p>
              )}
              <Summaries summaries={data.summaries} />
              {data.deadLetters.length > 0 && <DeadLetters letters={data.deadLetters} />}
            </>
          )}
        </Loaded>
      )}
    </section>
  );
}

const COUNTS = ['waiting', 'active', 'delayed', 'failed'] as const;

function QueueTable({ queues }: { queues: Schema<'Queues'> }) {
  return (
    <div className="scroll" role="region" aria-label="Open jobs" tabIndex={0}>
      <table>
        <caption>Open jobs, kept in {queues.backend}</caption>
        <thead>
          <tr>
            <th scope="col">Queue</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              oldest
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.items.map((queue) => (
            <tr key={queue.queue}>
              <th scope="row">{queue.queue}</th>
              {COUNTS.map((name) => (
                <td key={name} className={name === 'failed' && queue.failed > 0 ? 'number bad' : 'number'}>
                  {formatCount(queue[name])}
                </td>
              ))}
              <td className="number">{queue.oldestSeconds === null ? '–' : ageInWords(queue.oldestSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Summaries({ summaries }: { summaries: readonly Schema<'StaleSummaries'>[] }) {
  const stale = summaries.filter((one) => one.stale > 0);
  if (stale.length === 0) return <p>All summaries are up to date.</p>;
  return (
    <ul>
      {stale.map(({ kind, stale: count, failed }) => (
        <li key={kind}>
          {counted(count, `summary of the kind ${kind}`, `summaries of the kind ${kind}`)} to be built again
          {failed > 0 && `, of which ${formatCount(failed)} could not be built`}
        </li>
      ))}
    </ul>
  );
}

function DeadLetters({ letters }: { letters: readonly Schema<'DeadLetter'>[] }) {
  return (
    <section aria-labelledby="given-up">
      <h3 id="given-up">Given up after all tries</h3>
      <ul className="op-rows">
        {letters.map(({ queue, id, story, error, attempts, failedAt }) => (
          <li key={`${queue} ${id}`}>
            <p>
              {queue}
              {story !== null && (
                <>
                  {' '}
                  of{' '}
                  <Link to="/stories/$slug" params={{ slug: story }}>
                    {story}
                  </Link>
                </>
              )}
              , {counted(attempts, 'try', 'tries')}
              {failedAt !== null && (
                <>
                  , <When date={failedAt} />
                </>
              )}
            </p>
            <p className="note">{error}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "40 s", "12 min", "3 h". */
function ageInWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3_600)} h`;
}
