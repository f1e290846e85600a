import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { valueInWords } from './item-words.js';
import { When } from '../ui/When.js';

/** A side may have fifty events: so many can be settled from here, the others from their pages. */
const SETTLED_HERE = 3;

interface CandidatesProps {
  dispute: Schema<'Dispute'>;
  clocks: ClockPoint;
  /** Whether it is still open, and each side has what settles it. */
  settles?: boolean;
}

/** The sides of a dispute, the one that the state follows first. */
export function Candidates({ dispute, clocks, settles = false }: CandidatesProps) {
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
          {settles &&
            candidate.events
              .slice(0, SETTLED_HERE)
              .map((event, number) => (
                <SettleLinks
                  key={event}
                  event={event}
                  number={candidate.events.length > 1 ? number + 1 : undefined}
                  of={valueInWords(candidate.value)}
                />
              ))}
        </li>
      ))}
      {more > 0 && <li className="note">and {more} more sides</li>}
    </ol>
  );
}

/** Settles a dispute by one of its sides: it is confirmed, corrected or withdrawn. */
function SettleLinks({ event, number, of }: { event: string; number: number | undefined; of: string }) {
  const link = (kind: 'correct' | 'retract', word: string, search: { certainty?: string } = {}) => (
    <Link
      to="/desk/events/$id/$kind"
      params={{ id: event, kind }}
      search={search}
      className="quiet-button"
      aria-label={`${word}: ${of}${number === undefined ? '' : `, event ${number}`}`}
    >
      {word}
    </Link>
  );
  return (
    <p className="settle">
      {number !== undefined && <span className="note">event {number}:</span>}
      {link('correct', 'Confirm', { certainty: 'confirmed' })} {link('correct', 'Correct')}{' '}
      {link('retract', 'Withdraw')}
    </p>
  );
}
