import { useState, type SyntheticEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { ApiError } from '#client/client.js';
import { signIn } from '../api/session.js';

/** Opens a dialog that exchanges a key for a session. */
export function SignInButton({ strong = false }: { strong?: boolean }) {
  return (
    <DialogTrigger>
      <Button className={strong ? 'strong-button' : 'quiet-button'}>Sign in</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>{({ close }) => <SignInForm onDone={close} />}</Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

/** In place of a page that nobody may read without a key. */
export function KeyNeeded() {
  return (
    <section className="notice">
      <h1>This server is read with a key</h1>
      <p>Sign in with a key to see this page.</p>
      <SignInButton strong />
    </section>
  );
}

function SignInForm({ onDone }: { onDone: () => void }) {
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await signIn(key);
      onDone();
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.problem.detail : 'The server cannot be reached.');
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (key.trim() !== '') void submit();
  };
  return (
    <form onSubmit={onSubmit}>
      <Heading slot="title">Sign in</Heading>
      {/* Browsers that keep passwords ask for a name to keep them under. */}
      <input type="text" autoComplete="username" value="dateline" readOnly hidden />
      <label htmlFor="key">Your key</label>
      <input
        id="key"
        type="password"
        autoComplete="current-password"
        spellCheck={false}
        autoFocus
        value={key}
        onChange={({ target }) => setKey(target.value)}
        aria-describedby="key-note"
        aria-invalid={refusal !== null}
      />
      <p id="key-note" className="note">
        It opens a session, which ends an hour after its last use. The key itself is not kept.
      </p>
      <p role="alert" className="refusal">
        {refusal}
      </p>
      <div className="buttons">
        <Button slot="close" className="quiet-button">
          Cancel
        </Button>
        <Button type="submit" className="strong-button" isDisabled={busy}>
          {busy ? 'Signing in …' : 'Sign in'}
        </Button>
      </div>
    </form>
  );
}
