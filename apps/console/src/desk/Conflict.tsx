import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnyItem, Schema } from '../api/client.js';
import { sinceQuery } from '../api/desk-queries.js';
import { eventQuery } from '../api/queries.js';
import { itemInWords } from '../items/item-words.js';
import { formatDate } from '../ui/dates.js';
import { typeInWords } from './event-type-words.js';
import { ChangePreview } from './Preview.js';

/** So many of the events are sentences in words. */
const TOLD = 10;

interface ConflictProps {
  story: string;
  conflict: { from: number; to: number };
  /** What the draft would change on top of that. */
  changes: readonly Schema<'Change'>[];
}

/** What others recorded in the story since a draft was begun, and where it is about the same. */
export function Conflict({ story, conflict, changes }: ConflictProps) {
  const { data } = useQuery(sinceQuery(story, conflict.from, conflict.to));
  const events = (data?.events ?? []).slice(0, TOLD);
  const sentences = useQueries({ queries: events.map(({ id }) => eventQuery(id, {})) });
  const theirs = (data?.subjects ?? []).filter(({ view, subject }) =>
    changes.some((own) => own.view !== 'stories' && own.view === view && own.subject === subject),
  );
  const count = conflict.to - conflict.from;
  return (
    <section className="conflict" role="alert">
      <h3>Since you began, {count === 1 ? 'an event was' : `${count} events were`} recorded in this story</h3>
      <ul>
        {events.map((event, index) => (
          <li key={event.id}>
            <Link to="/events/$id" params={{ id: event.id }} target="_blank">
              {sentences[index]?.data?.sentence ?? typeInWords(event.type)}
            </Link>{' '}
            <span className="note">
              by {event.recordedBy}, {formatDate(event.recordedAt)}
            </span>
          </li>
        ))}
        {count > events.length && data && <li className="note">and {count - events.length} more</li>}
      </ul>
      {data && theirs.length === 0 && <p>They are about other subjects than yours.</p>}
      {theirs.map((change) => (
        <div key={`${change.view} ${change.subject}`}>
          <p>
            <strong>{itemInWords((change.after ?? change.before) as AnyItem).title}</strong> is what you write about as
            well. The preview has been made again, on top of this:
          </p>
          <ChangePreview label="Theirs: " change={change} />
        </div>
      ))}
    </section>
  );
}
