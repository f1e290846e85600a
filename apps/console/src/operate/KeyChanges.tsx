import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { unwrap } from '#client/client.js';
import { dateline, type Schema } from '../api/client.js';
import { useAction } from './use-action.js';

/** How long the old secret is still accepted, in seconds. */
const OVERLAPS = { 0: 'at once', 3600: 'in an hour', 86400: 'in a day', 604800: 'in a week' } as const;

/** How long after a dialog has closed the focus is back on its button, where the next one finds it; milliseconds. */
const FOCUS_IS_BACK = 50;

interface RotateButtonProps {
  record: Schema<'Key'>;
  onMade: (made: Schema<'MadeKey'>) => void;
}

/** Gives a key a new secret. */
export function RotateButton({ record, onMade }: RotateButtonProps) {
  const { id, name } = record;
  const [overlap, setOverlap] = useState('0');
  const rotate = async (): Promise<() => void> => {
    const made = await unwrap(
      dateline.POST('/v1/admin/keys/{id}/rotate', {
        params: { path: { id } },
        body: { overlapSeconds: Number(overlap) },
      }),
    );
    return () => onMade(made);
  };
  return (
    <Change label="Rotate" name={name} title={`A new secret for ${name}`} act={rotate}>
      <p>The name and the role stay. Its sessions end with the old secret.</p>
      <label>
        The old secret ends{' '}
        <select value={overlap} onChange={({ target }) => setOverlap(target.value)}>
          {Object.entries(OVERLAPS).map(([seconds, words]) => (
            <option key={seconds} value={seconds}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </Change>
  );
}

interface RevokeButtonProps {
  record: Schema<'Key'>;
  onRevoked: () => void;
}

/** Ends a key for good. */
export function RevokeButton({ record, onRevoked }: RevokeButtonProps) {
  const { id, name } = record;
  const revoke = async (): Promise<() => void> => {
    await dateline.DELETE('/v1/admin/keys/{id}', { params: { path: { id } } });
    return onRevoked;
  };
  return (
    <Change label="Revoke" name={name} title={`End the key of ${name} for good?`} act={revoke}>
      <p>
        It is refused everywhere within a second, its sessions end, and its name is never given to another key. What was
        recorded with it stays.
      </p>
    </Change>
  );
}

interface ChangeProps {
  label: string;
  /** Of the key. */
  name: string;
  title: string;
  /** @returns what is to follow when the dialog is closed */
  act: () => Promise<() => void>;
  children: ReactNode;
}

/** A button that asks before it changes a key. */
function Change({ label, name, title, act, children }: ChangeProps) {
  const { busy, refusal, run } = useAction();
  return (
    <DialogTrigger>
      <Button className="quiet-button" aria-label={`${label} the key of ${name}`}>
        {label}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog role="alertdialog">
            {({ close }) => {
              const onSubmit = (event: SyntheticEvent): void => {
                event.preventDefault();
                void run(async () => {
                  const follow = await act();
                  close();
                  setTimeout(follow, FOCUS_IS_BACK);
                });
              };
              return (
                <form onSubmit={onSubmit}>
                  <Heading slot="title">{title}</Heading>
                  {children}
                  <p role="alert" className="refusal">
                    {refusal}
                  </p>
                  <div className="buttons">
                    <Button slot="close" className="quiet-button">
                      Cancel
                    </Button>
                    <Button type="submit" className="strong-button" isDisabled={busy}>
                      {label}
                    </Button>
                  </div>
                </form>
              );
            }}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
