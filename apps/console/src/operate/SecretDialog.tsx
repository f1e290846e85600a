import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Schema } from '../api/client.js';
import { CopyButton } from '../ui/CopyButton.js';

/** Shows a new secret, this once. A click beside it does not close it. */
export function SecretDialog({ made, onClose }: { made: Schema<'MadeKey'>; onClose: () => void }) {
  return (
    <ModalOverlay className="overlay" isOpen isKeyboardDismissDisabled>
      <Modal className="modal">
        <Dialog>
          <div className="secret">
            <Heading slot="title">The key of {made.name}</Heading>
            <p>It is shown only now: the server keeps a digest of it, and this page forgets it.</p>
            <output className="mono secret-text" aria-label="The key">
              {made.key}
            </output>
            <div className="buttons">
              <CopyButton text={made.key} label="Copy the key" />
              <Button className="strong-button" onPress={onClose}>
                I have kept it
              </Button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
