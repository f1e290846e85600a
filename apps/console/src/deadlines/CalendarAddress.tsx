import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery, type DeadlineFilter } from '../api/queries.js';
import { type ClockPoint, isOpen } from '../clocks/clocks.js';
import { CopyButton } from '../ui/CopyButton.js';
import { listAddress } from './deadline-address.js';

/** The list as a calendar that another program follows. */
export function CalendarAddress({ filter, point }: { filter: DeadlineFilter; point: ClockPoint }) {
  const { data: session } = useQuery(sessionQuery);
  const address = window.location.origin + listAddress('ics', filter, point);
  return (
    <section className="calendar" aria-labelledby="calendar">
      <h2 id="calendar">In your calendar</h2>
      <div className="address">
        <label>
          Subscribe to this address
          <input readOnly value={address} onFocus={({ target }) => target.select()} />
        </label>
        <CopyButton text={address} label="Copy the address" />
      </div>
      <p className="note">
        {isOpen(point)
          ? 'Each deadline is a day in it, and moves when it is put off.'
          : 'It stays at this point of the clocks. Open the clocks above for a calendar that keeps up.'}{' '}
        {session?.publicRead ? (
          'This server lets anybody read, so no key is needed.'
        ) : (
          <>
            The program asks for a name and a password: give it any name, and a key as the password. Make it{' '}
            <Link to="/operate/keys" search={point}>
              a key of its own
            </Link>{' '}
            with the role reader. The program stores it, and you can revoke it alone.
          </>
        )}
      </p>
    </section>
  );
}
