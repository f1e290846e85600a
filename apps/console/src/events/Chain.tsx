import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';

/** Where an event stands in the log, and the log's own form of it. */
export function Chain({ event }: { event: Schema<'EventDetail'> }) {
  const { position, requestEnd, version, hash, previousHash, contentHash } = event;
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">Chain</h2>
      <dl className="data">
        <div>
          <dt>position</dt>
          <dd>
            @{position}, version {version} of its story ·{' '}
            <Link to="/stories/$slug" params={{ slug: event.story }} search={{ recordedAsOf: `@${requestEnd}` }}>
              the story as recorded then
            </Link>
          </dd>
        </div>
        <div>
          <dt>hash</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
        <div>
          <dt>after</dt>
          <dd>{previousHash === null ? 'the first event of the log' : <code>{previousHash}</code>}</dd>
        </div>
        <div>
          <dt>content</dt>
          <dd>
            <code>{contentHash}</code>
          </dd>
        </div>
      </dl>
      <details>
        <summary>JSON</summary>
        <pre role="region" aria-label="JSON of the event" tabIndex={0}>
          {JSON.stringify(event, null, 2)}
        </pre>
      </details>
      <p>
        <a href={`/v1/events/${event.id}`}>This event in the API</a>
      </p>
    </section>
  );
}
