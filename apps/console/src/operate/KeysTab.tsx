import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { queryClient, type Schema } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import { formatAge, formatDate } from '../ui/dates.js';
import { Loaded } from '../ui/Loaded.js';
import { useAdmin } from './admin-access.js';
import { RevokeButton, RotateButton } from './KeyChanges.js';
import { NewKeyForm } from './NewKeyForm.js';
import { keysQuery } from './queries.js';
import { SecretDialog } from './SecretDialog.js';

/** The keys: who may do what; make, rotate and revoke them. */
export function KeysTab() {
  const mayRead = useAdmin();
  const keys = useQuery({ ...keysQuery, enabled: mayRead });
  // A secret is here and in no cache, as long as its dialog is open.
  const [made, setMade] = useState<Schema<'MadeKey'> | null>(null);
  return (
    <div className="operate">
      <NewKeyForm mayMake={mayRead} onMade={(key) => changed(key, setMade)} />
      <section aria-labelledby="keys">
        <h2 id="keys">Keys</h2>
        <p className="note">
          The admin key of the server’s settings is not among them. A name is never given to a second key.
        </p>
        {mayRead && (
          <Loaded read={keys} lines={6}>
            {(all) =>
              all.length === 0 ? (
                <p className="empty">Nobody has a key of their own yet. Make one for each person and each program.</p>
              ) : (
                <ul className="op-rows">
                  {all.map((key) => (
                    <KeyRow key={key.id} record={key} onMade={(next) => changed(next, setMade)} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        )}
      </section>
      {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </div>
  );
}

function changed(made: Schema<'MadeKey'>, show: (made: Schema<'MadeKey'>) => void): void {
  show(made);
  keysChanged();
}

/** Reads the keys again, and the session: it may have been that of a key that has changed. */
function keysChanged(): void {
  void queryClient.invalidateQueries(keysQuery);
  void queryClient.invalidateQueries(sessionQuery);
}

function KeyRow({ record, onMade }: { record: Schema<'Key'>; onMade: (made: Schema<'MadeKey'>) => void }) {
  const { id, name, role, createdAt, createdBy, rotatedAt, expiresAt, lastUsedAt } = record;
  const ended = endOf(record);
  const heading = useFocusWhen(ended !== null);
  return (
    <li className="op-row">
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {ended === null ? name : <s>{name}</s>}
        </h3>
        <p className="note">
          <code>dl_{id}_…</code>
        </p>
      </div>
      <div>
        <p>
          {role}
          {ended !== null && (
            <>
              {', '}
              <span className="bad">{ended}</span>
            </>
          )}
        </p>
        <p className="note">
          {[
            `made by ${createdBy}, ${formatDate(createdAt.slice(0, 10))}`,
            rotatedAt !== null && `rotated ${formatAge(rotatedAt)}`,
            lastUsedAt === null ? 'never used' : `last used ${formatAge(lastUsedAt)}`,
            ended === null && expiresAt !== null && `expires ${formatDate(expiresAt)}`,
          ]
            .filter((part) => part !== false)
            .join(' · ')}
        </p>
      </div>
      {ended === null && (
        <div className="op-actions">
          <RotateButton record={record} onMade={onMade} />
          <RevokeButton record={record} onRevoked={keysChanged} />
        </div>
      )}
    </li>
  );
}

/** When a key ends, its buttons go; the focus that was on one stays in its row. */
function useFocusWhen(isEnded: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasEnded = useRef(isEnded);
  useEffect(() => {
    if (isEnded && !wasEnded.current && document.activeElement === document.body) heading.current?.focus();
    wasEnded.current = isEnded;
  }, [isEnded]);
  return heading;
}

/** Why a key is refused; `null`: it is not. */
function endOf({ revokedAt, expiresAt }: Schema<'Key'>): string | null {
  if (revokedAt !== null) return `revoked ${formatAge(revokedAt)}`;
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? `expired ${formatDate(expiresAt)}` : null;
}
