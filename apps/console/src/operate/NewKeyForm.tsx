import { useState, type SyntheticEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { unwrap } from '#client/client.js';
import { dateline, type Schema } from '../api/client.js';
import { NeedsAdmin } from './admin-access.js';
import { useAction } from './use-action.js';

const ROLES = {
  reader: 'reader: reads',
  editor: 'editor: also records, and reads articles',
  admin: 'admin: also administers',
} as const;
type Role = keyof typeof ROLES;

const DAY_MS = 86_400_000;
/** How long a key is accepted, in days. */
const LIFETIMES = { '': 'until it is revoked', 30: '30 days', 90: '90 days', 365: 'a year' } as const;

interface NewKeyFormProps {
  mayMake: boolean;
  onMade: (made: Schema<'MadeKey'>) => void;
}

/** Makes a key. */
export function NewKeyForm({ mayMake, onMade }: NewKeyFormProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [days, setDays] = useState('');
  const { busy, refusal, run } = useAction();
  const make = () =>
    run(async () => {
      const expiresAt = days === '' ? undefined : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
      const body = { name: name.trim(), role, ...(expiresAt !== undefined && { expiresAt }) };
      onMade(await unwrap(dateline.POST('/v1/admin/keys', { body })));
      setName('');
    });
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (mayMake && !busy && name.trim() !== '') void make();
  };
  return (
    <section aria-labelledby="new-key">
      <h2 id="new-key">New key</h2>
      <form className="range" onSubmit={onSubmit}>
        <label>
          Name of its holder
          <input
            value={name}
            maxLength={100}
            autoComplete="off"
            placeholder="City desk"
            disabled={!mayMake}
            onChange={({ target }) => setName(target.value)}
            aria-invalid={refusal !== null}
            aria-describedby="new-key-refusal"
          />
        </label>
        <label>
          Role
          <select value={role} disabled={!mayMake} onChange={({ target }) => setRole(target.value as Role)}>
            {Object.entries(ROLES).map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          Accepted for
          <select value={days} disabled={!mayMake} onChange={({ target }) => setDays(target.value)}>
            {Object.entries(LIFETIMES)
              .sort(([one], [other]) => Number(one) - Number(other))
              .map(([one, words]) => (
                <option key={one} value={one}>
                  {words}
                </option>
              ))}
          </select>
        </label>
        <Button type="submit" className="strong-button" isDisabled={!mayMake || busy || name.trim() === ''}>
          Make the key
        </Button>
        {!mayMake && <NeedsAdmin />}
      </form>
      <p role="alert" id="new-key-refusal" className="refusal">
        {refusal}
      </p>
    </section>
  );
}
