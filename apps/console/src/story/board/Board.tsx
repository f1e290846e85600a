import type { AnyItem, Schema } from '../../api/client.js';
import type { ClockPoint } from '../../clocks/clocks.js';
import { viewInWords } from '../../items/item-words.js';
import { itemKey } from '../../time-bar/replay.js';
import { BoardCard } from './BoardCard.js';

/** The views of a board, the weightiest first. The story itself stands above it. */
const ORDER = ['truces', 'tariffs', 'talks', 'deals', 'restrictions', 'meetings', 'visits', 'summits'];

interface BoardProps {
  board: Pick<Schema<'Board'>, 'deadlines' | 'halted' | 'haltedSubjects'> & {
    views: Schema<'Board'>['views'] | Readonly<Record<string, AnyItem[]>>;
  };
  clocks: ClockPoint;
  /** The subjects that have just changed, by `itemKey`. */
  changed?: ReadonlySet<string>;
}

/** The states of all subjects of a story. */
export function Board({ board, clocks, changed }: BoardProps) {
  const views = Object.entries(board.views as Record<string, AnyItem[]>)
    .filter(([view, items]) => view !== 'stories' && items.length > 0)
    .sort(([a], [b]) => placeOf(a) - placeOf(b));
  return (
    <section className="board" aria-labelledby="board">
      <h2 id="board">Board</h2>
      {board.halted.length > 0 && (
        <p className="stale" role="status">
          Missing here, because their views are not readable at this point: {board.halted.join(', ')}.
        </p>
      )}
      {board.haltedSubjects.length > 0 && (
        <p className="stale" role="status">
          Missing here: {board.haltedSubjects.map(({ view, subject }) => `${view} ${subject}`).join(', ')}.
        </p>
      )}
      {views.length === 0 && <p className="empty">No fact sets a state by this point.</p>}
      {views.map(([view, items]) => (
        <section key={view} className="board-view">
          <h3 className="board-view-title">{viewInWords(view)}</h3>
          <div className="board-cards">
            {items.toSorted(wholeFirst).map((item) => (
              <BoardCard
                key={item.subject}
                item={item}
                deadline={board.deadlines.find((one) => one.view === view && one.subject === item.subject)}
                clocks={clocks}
                isChanged={changed?.has(itemKey(item)) === true}
              />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}

/** A tariff on all goods before those on some. */
const wholeFirst = (a: AnyItem, b: AnyItem): number =>
  Number(b.subject.endsWith(':all')) - Number(a.subject.endsWith(':all'));

const placeOf = (view: string): number => {
  const place = ORDER.indexOf(view);
  return place === -1 ? ORDER.length : place;
};
