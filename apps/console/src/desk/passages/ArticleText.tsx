import { useRef } from 'react';
import { type Passage, trimPassage } from './passages.js';
import { PassageText } from './PassageText.js';

interface ArticleTextProps {
  text: string;
  marked: Passage | null;
  used: readonly Passage[];
  onMark: (passage: Passage) => void;
}

/** The text of an article. What is selected with the mouse is marked. */
export function ArticleText({ text, marked, used, onMark }: ArticleTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const markSelected = (): void => {
    const passage = box.current && selectedIn(box.current);
    const trimmed = passage && trimPassage(text, passage);
    if (!trimmed) return;
    document.getSelection()?.removeAllRanges();
    onMark(trimmed);
  };
  return (
    <div
      ref={box}
      className="article-text"
      role="region"
      aria-label="Text of the article"
      tabIndex={0}
      onMouseUp={markSelected}
    >
      <PassageText text={text} part={{ start: 0, end: text.length }} marked={marked} used={used} />
    </div>
  );
}

/** The offsets of the selection within an element; `null` where nothing is selected, or not in it alone. */
function selectedIn(element: HTMLElement): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  // The element holds text alone, so its letters are counted as the string's.
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}
