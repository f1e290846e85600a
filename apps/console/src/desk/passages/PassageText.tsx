import { type Passage, piecesOf } from './passages.js';

interface PassageTextProps {
  text: string;
  /** The part that is shown. */
  part: Passage;
  marked: Passage | null;
  used: readonly Passage[];
}

/** A part of an article as text alone: what is marked now, and what facts were taken from before. */
export function PassageText({ text, part, marked, used }: PassageTextProps) {
  return piecesOf(part, marked, used).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    if (piece.marked)
      return (
        <mark key={piece.start} className={piece.used ? 'used' : undefined}>
          {words}
        </mark>
      );
    return (
      <span key={piece.start} className={piece.used ? 'used' : undefined}>
        {words}
      </span>
    );
  });
}
