import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { unwrap } from '#client/client.js';
import { dateline, queryClient, type Schema } from '../api/client.js';
import { formatCount } from '../ui/numbers.js';
import { When } from '../ui/When.js';
import { projectionsQuery } from './queries.js';
import { useAction } from './use-action.js';

/** The subjects of a view for which one request was too much work, and how to try them again. */
export function HaltedSubjects({ generation }: { generation: Schema<'Generation'> }) {
  const { view, haltedSubjects, moreHaltedSubjects } = generation;
  return (
    <div className="op-halted">
      <h4>Halted subjects</h4>
      <ul>
        {haltedSubjects.map((aside) => (
          <HaltedSubject key={aside.subject} view={view} aside={aside} />
        ))}
      </ul>
      {moreHaltedSubjects !== undefined && <p className="note">and {formatCount(moreHaltedSubjects)} more.</p>}
    </div>
  );
}

function HaltedSubject({ view, aside }: { view: string; aside: Schema<'SubjectAside'> }) {
  const { subject, position, reason, haltedAt, retrying } = aside;
  const { busy, refusal, run } = useAction();
  const retry = () =>
    run(async () => {
      await unwrap(
        dateline.POST('/v1/admin/projections/{view}/subjects/{subject}/retry', {
          params: { path: { view, subject } },
        }),
      );
      await queryClient.invalidateQueries(projectionsQuery);
    });
  return (
    <li>
      <div>
        <p>
          <Link to="/items/$view/$subject" params={{ view, subject }}>
            {subject}
          </Link>{' '}
          does not answer from @{formatCount(position)} on.
        </p>
        <p className="note">
          {reason}, <When date={haltedAt} />
        </p>
        <p role="alert" className="refusal">
          {refusal}
        </p>
      </div>
      <Button
        className="quiet-button"
        aria-label={`Retry ${subject}`}
        isDisabled={busy || retrying}
        onPress={() => void retry()}
      >
        {retrying ? 'Is retried …' : 'Retry'}
      </Button>
    </li>
  );
}
