import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';

const KINDS = [
  { kind: 'correct', word: 'Correct' },
  { kind: 'retract', word: 'Retract' },
  { kind: 'corroborate', word: 'Corroborate' },
] as const;

/** What can be done about an event. Who may not do it sees which key it needs. */
export function MendLinks({ event }: { event: Schema<'EventDetail'> }) {
  const { data: session } = useQuery(sessionQuery);
  const mayWrite = session?.role === 'editor' || session?.role === 'admin';
  if (!event.stands || event.type === 'EventCorrected' || event.type === 'EventRetracted') return null;
  return (
    <p className="mend-links">
      {KINDS.filter(({ kind }) => kind !== 'corroborate' || event.type !== 'EventCorroborated').map(
        ({ kind, word }) => (
          <Link key={kind} to="/desk/events/$id/$kind" params={{ id: event.id, kind }}>
            {word}
          </Link>
        ),
      )}
      {!mayWrite && <span className="note">with the key of an editor</span>}
    </p>
  );
}
