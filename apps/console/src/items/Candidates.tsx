import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { valueInWords } from './item-words.js';
import { When } from '../ui/When.js';

/** The sides of a dispute, the one that the state follows first. */
export function Candidates({ dispute, clocks }: { dispute: Schema<'Dispute'>; clocks: ClockPoint }) {
  const more = dispute.counts.candidates - dispute.candidates.length;
  return (
    <ol className="candidates">
      {dispute.candidates.map((candidate, index) => (
        <li key={candidate.events[0] ?? index} className={index === 0 ? 'followed' : ''}>
          <p className="candidate-value">{valueInWords(candidate.value)}</p>
          <p className="note">
            {index === 0 && <strong>followed · </strong>}
            {candidate.publishers.length === 0 ? 'Without a publisher' : candidate.publishers.join(', ')}, for{' '}
            <When date={candidate.occurredAt} />
            {candidate.events.map((event, number) => (
              <span key={event}>
                {' · '}
                <Link to="/events/$id" params={{ id: event }} search={clocks}>
                  event{candidate.events.length > 1 ? ` ${number + 1}` : ''}
                </Link>
              </span>
            ))}
          </p>
        </li>
      ))}
      {more > 0 && <li className="note">and {more} more sides</li>}
    </ol>
  );
}
