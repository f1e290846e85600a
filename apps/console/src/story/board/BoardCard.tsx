import { Link } from '@tanstack/react-router';
import type { AnyItem, Schema } from '../../api/client.js';
import type { ClockPoint } from '../../clocks/clocks.js';
import { claimInWords, fieldInWords, itemInWords, valueInWords, whoSays } from '../../items/item-words.js';
import { daysLeft, formatShort } from '../../ui/dates.js';
import { ItemMarks, StateMark } from '../../ui/Marks.js';

/** Claims and candidates that a card names; the page of the item has all. */
const NAMED = 3;

interface BoardCardProps {
  item: AnyItem;
  deadline: Schema<'Deadline'> | undefined;
  clocks: ClockPoint;
  /** It has just changed. */
  isChanged: boolean;
}

/** One subject of a story: what holds, what is due, who says otherwise. */
export function BoardCard({ item, deadline, clocks, isChanged }: BoardCardProps) {
  const { title, value, details, pending } = itemInWords(item);
  return (
    <article className={isChanged ? 'board-card changed' : 'board-card'}>
      <h4>
        <Link to="/items/$view/$subject" params={{ view: item.view, subject: item.subject }} search={clocks}>
          {title}
        </Link>
      </h4>
      <p className="board-value">
        {value} <ItemMarks item={item} />
      </p>
      {details.map((detail) => (
        <p key={detail} className="board-detail">
          {detail}
        </p>
      ))}
      {deadline && deadline.daysLeft >= 0 && <p className="board-detail">{daysLeft(deadline.daysLeft)}</p>}
      {pending.map(({ event, text }) => (
        <p key={event} className="board-more">
          <Link to="/events/$id" params={{ id: event }} search={clocks}>
            <StateMark is="pending">{text}</StateMark>
          </Link>
        </p>
      ))}
      {item.claims.slice(-NAMED).map((claim) => (
        <p key={claim.event} className="board-more">
          <Link to="/events/$id" params={{ id: claim.event }} search={clocks}>
            <StateMark is="claimed">
              {`${claimInWords(item.view, claim.data)}, ${whoSays(claim.by)} (${formatShort(claim.occurredAt)})`}
            </StateMark>
          </Link>
        </p>
      ))}
      {item.disputes
        .filter(({ open }) => open)
        .slice(-NAMED)
        .map((dispute) => (
          <p key={dispute.property} className="board-more">
            <StateMark is="disputed">{`${fieldInWords(dispute.property)}: ${candidatesInWords(dispute)}`}</StateMark>
          </p>
        ))}
    </article>
  );
}

/** "10 November 2025 (Wire) or 9 November 2025 (Ledger)". */
function candidatesInWords({ candidates, reason }: Schema<'Dispute'>): string {
  return candidates
    .map(({ value, occurredAt, publishers }) => {
      const shown = reason === 'date' ? `${valueInWords(value)} on ${valueInWords(occurredAt)}` : valueInWords(value);
      return `${shown} (${publishers.join(', ')})`;
    })
    .join(' or ');
}
