import { Link } from '@tanstack/react-router';
import type { AnyItem } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { ItemMarks, StateMark } from '../ui/Marks.js';
import { claimInWords, itemInWords, whoSays } from './item-words.js';

/** Claims that are shown with a state; the page of the item has all. */
const CLAIMS = 6;

/** What holds of a subject, what is announced, and what is only claimed. */
export function ItemState({ item, clocks }: { item: AnyItem | null; clocks: ClockPoint }) {
  if (item === null) return <p className="quiet">nothing known</p>;
  const { value, details, pending } = itemInWords(item);
  return (
    <>
      <p className="compared-value">{value}</p>
      <p>
        <ItemMarks item={item} />
      </p>
      <StateDetails details={details} pending={pending} />
      {item.claims.slice(-CLAIMS).map((claim) => (
        <p key={claim.event}>
          <Link to="/events/$id" params={{ id: claim.event }} search={clocks}>
            <StateMark is="claimed">{`${claimInWords(item.view, claim.data)}, ${whoSays(claim.by)}`}</StateMark>
          </Link>
        </p>
      ))}
    </>
  );
}

/** What else is known of a state, and what is announced. */
export function StateDetails({ details, pending }: Pick<ReturnType<typeof itemInWords>, 'details' | 'pending'>) {
  return (
    <>
      {details.map((detail) => (
        <p key={detail} className="quiet">
          {detail}
        </p>
      ))}
      {pending.map(({ event, text }) => (
        <p key={event}>
          <StateMark is="pending">{text}</StateMark>
        </p>
      ))}
    </>
  );
}
