import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { overlaps, type Passage, passageFault, sentencesOf, standsEarlier, withoutWord } from './passages.js';
import { PassageText } from './PassageText.js';

interface PassagePickerProps {
  text: string;
  language: string | null;
  marked: Passage | null;
  used: readonly Passage[];
  onMark: (passage: Passage | null) => void;
}

/** So many sentences are listed at first, and more with each request. */
const LISTED = 200;

/**
 * The sentences of an article as a list: ↑ and ↓ mark one, with Shift several, Alt with ← or → takes a word away at the
 * end or at the beginning.
 */
export function PassagePicker({ text, language, marked, used, onMark }: PassagePickerProps) {
  const id = useId();
  const sentences = useMemo(() => sentencesOf(text, language), [text, language]);
  const [listed, setListed] = useState(LISTED);
  const shown = sentences.slice(0, listed);
  const list = useRef<HTMLDivElement>(null);
  /** The sentence at which marking began, and the one that it has come to. */
  const [range, setRange] = useState({ from: 0, to: 0 });

  const markSentences = (from: number, to: number): void => {
    const [first, last] = [sentences[Math.min(from, to)], sentences[Math.max(from, to)]];
    if (!first || !last) return;
    setRange({ from, to });
    onMark({ start: first.start, end: last.end });
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const trim = (side: 'first' | 'last'): void => {
    if (marked) onMark(withoutWord(text, marked, side));
  };
  const move = ({ key, shiftKey, altKey }: KeyboardEvent): boolean => {
    if (altKey) {
      if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
      trim(key === 'ArrowRight' ? 'first' : 'last');
      return true;
    }
    const steps: Readonly<Record<string, number>> = { ArrowDown: range.to + 1, ArrowUp: range.to - 1, Home: 0 };
    // The first key marks the sentence that the list stands at.
    const next = key === 'End' ? shown.length - 1 : !marked && key.startsWith('Arrow') ? range.to : steps[key];
    if (key === ' ' || key === 'Enter') markSentences(range.to, range.to);
    else if (key === 'Escape') onMark(null);
    else if (next === undefined) return false;
    else {
      const to = Math.max(0, Math.min(shown.length - 1, next));
      markSentences(shiftKey && marked ? range.from : to, to);
    }
    return true;
  };

  return (
    <div className="picker">
      <p id={`${id}-keys`} className="note">
        Select words in the article, or a sentence here.
        <span className="keys">
          {' '}
          <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Shift</kbd> extends, <kbd>Alt</kbd>+<kbd>→</kbd> and <kbd>Alt</kbd>+
          <kbd>←</kbd> take a word away.
        </span>
      </p>
      <div
        ref={list}
        role="listbox"
        aria-label="Sentences"
        aria-multiselectable="true"
        aria-describedby={`${id}-keys`}
        aria-activedescendant={shown.length > 0 ? `${id}-${range.to}` : undefined}
        tabIndex={0}
        className="passage-sentences"
        onKeyDown={(event) => move(event) && event.preventDefault()}
      >
        {shown.map((sentence, index) => (
          <Sentence
            key={sentence.start}
            id={`${id}-${index}`}
            text={text}
            sentence={sentence}
            isActive={index === range.to}
            marked={marked && overlaps(marked, sentence) ? marked : null}
            used={used}
            onPick={(isExtended) => markSentences(isExtended && marked ? range.from : index, index)}
          />
        ))}
      </div>
      {sentences.length > listed && (
        <Button className="quiet-button" onPress={() => setListed(listed + LISTED)}>
          {sentences.length - listed} more sentences
        </Button>
      )}
      <MarkedPassage text={text} marked={marked} onTrim={trim} onClear={() => onMark(null)} />
    </div>
  );
}

interface SentenceProps {
  id: string;
  text: string;
  sentence: Passage;
  isActive: boolean;
  /** The marked passage, where it lies in this sentence. */
  marked: Passage | null;
  used: readonly Passage[];
  onPick: (isExtended: boolean) => void;
}

function Sentence({ id, text, sentence, isActive, marked, used, onPick }: SentenceProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={marked !== null}
      className={isActive ? 'sentence active' : 'sentence'}
      onClick={({ shiftKey }) => onPick(shiftKey)}
    >
      <PassageText text={text} part={sentence} marked={marked} used={used} />
    </div>
  );
}

interface MarkedPassageProps {
  text: string;
  marked: Passage | null;
  onTrim: (side: 'first' | 'last') => void;
  onClear: () => void;
}

/** What is marked, read out as it changes, with the same by buttons. */
function MarkedPassage({ text, marked, onTrim, onClear }: MarkedPassageProps) {
  const fault = marked && passageFault(text, marked);
  return (
    <div className="marked-passage">
      <p aria-live="polite" className={marked ? 'marked-words' : 'quiet'}>
        {marked ? text.slice(marked.start, marked.end) : 'No words are marked.'}
      </p>
      {fault !== null && <p className="fault">The passage {fault}.</p>}
      {marked && standsEarlier(text, marked) && (
        <p className="note">These words stand in the article more than once. The first place will be marked.</p>
      )}
      {marked && (
        <div className="passage-tools">
          <Button className="quiet-button" onPress={() => onTrim('first')}>
            Without the first word
          </Button>
          <Button className="quiet-button" onPress={() => onTrim('last')}>
            Without the last word
          </Button>
          <Button className="quiet-button" onPress={onClear}>
            Clear
          </Button>
        </div>
      )}
    </div>
  );
}
