import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Draft } from './drafts.js';
import { typeInWords } from './event-type-words.js';

interface DraftListProps {
  drafts: readonly Draft[];
  open: string | null;
  text: string;
  /** Ids of drafts that are not complete, or were refused. */
  faulty: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onAdd: () => void;
  onRemove: (id: string) => void;
}

/** The facts of an article that are not recorded yet. */
export function DraftList({ drafts, open, text, faulty, onOpen, onAdd, onRemove }: DraftListProps) {
  const list = useRef<HTMLDivElement>(null);
  const remove = (id: string): void => {
    list.current?.focus();
    onRemove(id);
  };
  return (
    <div ref={list} className="draft-list" role="group" aria-label="Facts of this article" tabIndex={-1}>
      <ol>
        {drafts.map((draft, index) => {
          const name = draft.type === '' ? 'new fact' : typeInWords(draft.type);
          const words = draft.passage ? text.slice(draft.passage.start, draft.passage.end) : '';
          return (
            <li key={draft.id} className={draft.id === open ? 'draft open' : 'draft'}>
              <Button className="draft-name" aria-pressed={draft.id === open} onPress={() => onOpen(draft.id)}>
                <strong>
                  {index + 1}. {name}
                </strong>
                {faulty.has(draft.id) && <span className="quiet"> · not complete</span>}
                {words !== '' && <span className="draft-words">{words}</span>}
              </Button>
              <Button
                className="quiet-button"
                aria-label={`Remove fact ${index + 1}: ${name}`}
                onPress={() => remove(draft.id)}
              >
                Remove
              </Button>
            </li>
          );
        })}
      </ol>
      <Button className="quiet-button" onPress={onAdd}>
        {drafts.length === 0 ? 'Write a fact' : 'Another fact'}
      </Button>
    </div>
  );
}
