import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { itemTitle } from '../items/item-words.js';
import { daysLeft } from '../ui/dates.js';
import { StateMark } from '../ui/Marks.js';
import { When } from '../ui/When.js';

interface DeadlineRowProps {
  deadline: Schema<'Deadline'>;
  /** The title of its story, where it is known. */
  story: string | undefined;
  clocks: ClockPoint;
}

/** One deadline: when, what of which subject, and what became of it. */
export function DeadlineRow({ deadline, story, clocks }: DeadlineRowProps) {
  const { view, subject, date, daysLeft: days, what, state, fate, event, settledBy } = deadline;
  return (
    <article className="deadline">
      <p className="deadline-date">
        <When date={date} />
        <span className="note">{daysLeft(days)}</span>
      </p>
      <div>
        <h2>
          <Link to="/items/$view/$subject" params={{ view, subject }} search={clocks}>
            {itemTitle(view, subject, null)}
          </Link>
          : {what}
        </h2>
        <p className="note">
          {state === 'overdue' && (
            <>
              <StateMark is="pending">{fate === 'due' ? 'due; nothing was reported of it' : 'overdue'}</StateMark>
              {' · '}
            </>
          )}
          {state === 'settled' && `${FATES[fate ?? 'expired']} · `}
          <Link to="/stories/$slug" params={{ slug: deadline.story }} search={clocks}>
            {story ?? deadline.story}
          </Link>
          {event !== null && (
            <>
              {' · '}
              <Link to="/events/$id" params={{ id: event }} search={clocks}>
                announced
              </Link>
            </>
          )}
          {settledBy !== null && (
            <>
              {' · '}
              <Link to="/events/$id" params={{ id: settledBy }} search={clocks}>
                settled
              </Link>
            </>
          )}
        </p>
      </div>
    </article>
  );
}

/** What became of a plan, or of what was to expire. */
const FATES: Readonly<Record<NonNullable<Schema<'Deadline'>['fate']> | 'expired', string>> = {
  open: 'open',
  due: 'due',
  fulfilled: 'carried out',
  superseded: 'replaced by another plan',
  withdrawn: 'dropped',
  expired: 'run out',
};
