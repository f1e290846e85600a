import { Link } from '@tanstack/react-router';
import type { AnyItem, Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { ItemState } from '../items/ItemState.js';
import { itemInWords } from '../items/item-words.js';

/** Events that a row links to; the page of the item has all. */
const LINKED = 6;

interface ItemDiffProps {
  change: Schema<'SubjectChanged'>;
  from: ClockPoint;
  to: ClockPoint;
}

/** A subject at two points, side by side, and the events in between. */
export function ItemDiff({ change, from, to }: ItemDiffProps) {
  const { view, subject, events, before, after } = change;
  const { title } = itemInWords((after ?? before) as AnyItem);
  return (
    <article className="compared">
      <div>
        <h2>
          <Link to="/items/$view/$subject" params={{ view, subject }} search={to}>
            {title}
          </Link>
        </h2>
        <p className="note">
          {events.length === 0 ? 'time alone' : null}
          {events.slice(-LINKED).map((event, index) => (
            <span key={event}>
              {index > 0 && ' · '}
              <Link to="/events/$id" params={{ id: event }} search={to}>
                event {index + 1}
              </Link>
            </span>
          ))}
          {events.length > LINKED && ` of ${events.length}`}
        </p>
      </div>
      <Side label="was" item={before} clocks={from} />
      <Side label="is" item={after} clocks={to} />
    </article>
  );
}

function Side({ label, item, clocks }: { label: string; item: AnyItem | null; clocks: ClockPoint }) {
  return (
    <div>
      <p className="compared-label">{label}</p>
      <ItemState item={item} clocks={clocks} />
    </div>
  );
}
