import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { formatDate } from '../ui/dates.js';
import { Loaded } from '../ui/Loaded.js';
import { useAdmin } from './admin-access.js';
import { auditQuery, type AuditAction } from './queries.js';

const route = getRouteApi('/operate/audit');

/** Each action of the trail in words. */
const ACTIONS: Readonly<Record<AuditAction, string>> = {
  'key-created': 'created a key',
  'key-rotated': 'rotated a key',
  'key-revoked': 'revoked a key',
  'session-opened': 'opened a session',
  'session-ended': 'ended a session',
  'article-erased': 'erased an article’s text',
  'article-claimed': 'imported an article without its text',
  'article-verified': 'filed the text of an imported article',
  'rebuild-requested': 'asked for a rebuild',
  'generation-dropped': 'dropped a generation',
  'subject-retry-requested': 'asked for a retry',
  'verify-requested': 'asked for a verification',
  'pages-used': 'changed something on a library’s page',
  'authentications-failed': 'sent wrong keys',
};

const isAction = (text: string | undefined): text is AuditAction => text !== undefined && text in ACTIONS;

/** Who did what, the latest first. */
export function AuditTab() {
  const mayRead = useAdmin();
  const { action, actor, ...clocks } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { ...(isAction(action) && { action }), ...(actor && { actor }) };
  const audit = useInfiniteQuery({ ...auditQuery(filter), enabled: mayRead });
  const choose = (next: { action?: string; actor?: string }): void =>
    void navigate({ search: { ...clocks, ...next }, resetScroll: false });
  return (
    <section className="operate" aria-labelledby="audit">
      <h2 id="audit">Audit trail</h2>
      <p className="note">Nobody can change or delete an entry. Who recorded a fact stands in the fact itself.</p>
      <div className="filters" role="group" aria-label="Which entries">
        <label>
          <span>Action</span>
          <select
            value={isAction(action) ? action : ''}
            disabled={!mayRead}
            onChange={({ target }) =>
              choose({ ...(actor && { actor }), ...(target.value !== '' && { action: target.value }) })
            }
          >
            <option value="">all</option>
            {Object.entries(ACTIONS).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {actor && (
          <button type="button" className="chip" onClick={() => choose({ ...(isAction(action) && { action }) })}>
            By: {actor} <span aria-hidden="true">×</span>
            <span className="hidden"> remove</span>
          </button>
        )}
      </div>
      {mayRead && (
        <Loaded read={audit} lines={8}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.items);
            if (entries.length === 0) return <p className="empty">There is no such entry.</p>;
            return (
              <div className="scroll" role="region" aria-label="Entries" tabIndex={0}>
                <table className="audit">
                  <thead>
                    <tr>
                      <th scope="col">When</th>
                      <th scope="col">Who</th>
                      <th scope="col">What</th>
                      <th scope="col">From</th>
                    </tr>
                  </thead>
                  <tbody>
                    {entries.map((entry) => (
                      <Entry key={entry.id} entry={entry} onActor={(name) => choose({ ...filter, actor: name })} />
                    ))}
                  </tbody>
                </table>
              </div>
            );
          }}
        </Loaded>
      )}
      {audit.hasNextPage && (
        <Button className="quiet-button" onPress={() => void audit.fetchNextPage()} isDisabled={audit.isFetching}>
          Earlier entries
        </Button>
      )}
    </section>
  );
}

function Entry({ entry, onActor }: { entry: Schema<'AuditEntry'>; onActor: (name: string) => void }) {
  const { at, actor, action, subject, detail, address } = entry;
  const details = Object.entries(detail);
  return (
    <tr>
      <th scope="row">{formatDate(at)}</th>
      <td>
        {actor === null ? (
          <span className="quiet">unknown</span>
        ) : (
          <Button className="link-button" aria-label={`Entries of ${actor} alone`} onPress={() => onActor(actor)}>
            {actor}
          </Button>
        )}
      </td>
      <td>
        {ACTIONS[action]}: <strong>{subject}</strong>
        {details.length > 0 && (
          <p className="note">
            {details
              .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
              .join(', ')}
          </p>
        )}
      </td>
      <td className="mono">{address}</td>
    </tr>
  );
}
