import type { Schema } from '../api/client.js';

const SHAPES = {
  confirmed: { shape: '◉', word: 'confirmed' },
  reported: { shape: '●', word: '' },
  claimed: { shape: '○', word: 'claimed' },
  pending: { shape: '◇', word: 'announced' },
  disputed: { shape: '◐', word: 'disputed' },
  uncertain: { shape: '≈', word: 'order not known' },
  corrected: { shape: '✎', word: 'corrected' },
  withdrawn: { shape: '⊘', word: 'withdrawn' },
} as const;

export type MarkName = keyof typeof SHAPES;

interface MarkProps {
  is: MarkName;
  /** In place of the usual word; '' shows the shape alone, and the usual word is read out. */
  children?: string | undefined;
}

/** How something stands: a shape and a word, and their color. */
export function StateMark({ is, children }: MarkProps) {
  const { shape, word } = SHAPES[is];
  const shown = children ?? word;
  return (
    <span className={`mark mark-${is}`}>
      <span aria-hidden="true">{shape}</span>
      {shown === '' ? <span className="hidden">{is}</span> : <> {shown}</>}
    </span>
  );
}

/** The marks of an item: what is disputed, only claimed, or not known in its order. */
export function ItemMarks({
  item,
}: {
  item: Pick<Schema<'TrucesItem'>, 'disputes' | 'counts' | 'claims' | 'dateUncertain'>;
}) {
  const open = item.disputes.filter((dispute) => dispute.open).length;
  return (
    <>
      {open > 0 && <StateMark is="disputed">{open === 1 ? 'disputed' : `${open} disputes`}</StateMark>}
      {item.dateUncertain && <StateMark is="uncertain" />}
    </>
  );
}
