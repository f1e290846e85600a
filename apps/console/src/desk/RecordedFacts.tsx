import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import { formatShort } from '../ui/dates.js';
import { typeInWords } from './event-type-words.js';

/** What was taken from an article before. */
export function RecordedFacts({ events }: { events: readonly Schema<'Event'>[] }) {
  if (events.length === 0) return null;
  return (
    <details className="recorded-facts">
      <summary>{events.length === 1 ? 'One event' : `${events.length} events`} recorded from this article</summary>
      <ul>
        {events.map(({ id, type, occurredAt, story, source }) => (
          <li key={id}>
            <Link to="/events/$id" params={{ id }}>
              {typeInWords(type)}
            </Link>
            <span className="note">
              {' '}
              {[occurredAt === undefined ? undefined : formatShort(occurredAt), story].filter(Boolean).join(' · ')}
            </span>
            {source?.quote !== undefined && <p className="note">“{source.quote}”</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
