import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { fieldInWords, valueInWords } from '../items/item-words.js';
import { StateMark } from '../ui/Marks.js';
import { When } from '../ui/When.js';

/** The corrections and retractions of a fact, with their reasons: what was said first stays visible. */
export function MadeChanges({ event, clocks }: { event: Schema<'EventDetail'>; clocks: ClockPoint }) {
  const { corrections, retractions } = event;
  if (corrections.length + retractions.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Corrections and withdrawals</h2>
      <ol className="accounts">
        {corrections.map((correction) => (
          <li key={correction.event} className="account-card">
            <p>
              <StateMark is="corrected">{`corrected: ${correction.reason}`}</StateMark>
            </p>
            <Replaced before={event} after={correction} />
            <MetaEvent event={correction} clocks={clocks} />
          </li>
        ))}
        {retractions.map((retraction) => (
          <li key={retraction.event} className="account-card">
            <p>
              <StateMark is="withdrawn">{`withdrawn: ${retraction.reason}`}</StateMark>
            </p>
            <MetaEvent event={retraction} clocks={clocks} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ReplacedProps {
  before: Schema<'EventDetail'>;
  after: Schema<'CorrectionMade'>;
}

/** Each field that a correction replaced: as it was recorded first, and as it was corrected. */
function Replaced({ before, after }: ReplacedProps) {
  const fields: [string, unknown, unknown][] = [
    ...Object.entries(after.data ?? {})
      .map(([name, value]): [string, unknown, unknown] => [name, before.data[name], value])
      .filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is)),
    ...(['occurredAt', 'certainty'] as const)
      .filter((name) => after[name] !== undefined)
      .map((name): [string, unknown, unknown] => [name, before[name], after[name]]),
  ];
  return (
    <dl className="data">
      {fields.map(([name, was, is]) => (
        <div key={name}>
          <dt>{fieldInWords(name)}</dt>
          <dd>
            {was !== undefined && after.target === before.id && <del>{valueInWords(was)}</del>}{' '}
            <ins>{valueInWords(is)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function MetaEvent({
  event,
  clocks,
}: {
  event: Schema<'CorrectionMade'> | Schema<'RetractionMade'>;
  clocks: ClockPoint;
}) {
  return (
    <p className="note">
      Recorded <When date={event.recordedAt} />
      {event.source && <>, by {event.source.publisher}</>} ·{' '}
      <Link to="/events/$id" params={{ id: event.event }} search={clocks}>
        its event
      </Link>
    </p>
  );
}
