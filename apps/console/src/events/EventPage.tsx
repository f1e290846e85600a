import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import { eventQuery, similarQuery } from '../api/queries.js';
import { type ClockPoint, clocksOf, withClock } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { FactRow } from '../facts/FactRow.js';
import { Loaded } from '../ui/Loaded.js';
import { StateMark } from '../ui/Marks.js';
import { useTitle } from '../ui/use-title.js';
import { When } from '../ui/When.js';
import { Accounts } from './Accounts.js';
import { Chain } from './Chain.js';
import { MadeChanges } from './MadeChanges.js';
import { MendLinks } from './MendLinks.js';
import { SourceText } from './SourceText.js';

const route = getRouteApi('/events/$id');

/** One event: who says it, in which words, what became of it, and where it stands in the log. */
export function EventPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const read = useQuery(eventQuery(id, point));
  const sentence = read.data?.sentence ?? read.data?.type ?? 'Event';
  useTitle(sentence);
  const go = (next: ClockPoint): void => void navigate({ search: next, resetScroll: false });

  return (
    <>
      <PastBanner point={withClock(point, 'asOf', undefined)} onChange={go} />
      <Loaded read={read} lines={8}>
        {(event) => (
          <article className="event">
            <EventHead event={event} point={point} />
            <Accounts event={event} clocks={point} />
            <MadeChanges event={event} clocks={point} />
            <SourceText source={event.source} />
            <Similar event={event} clocks={point} />
            <Chain event={event} />
          </article>
        )}
      </Loaded>
    </>
  );
}

interface EventHeadProps {
  event: Schema<'EventDetail'>;
  point: ClockPoint;
}

function EventHead({ event, point }: EventHeadProps) {
  const { type, story, occurredAt, reportedAt, recordedAt, recordedBy, certainty, stands, sentence } = event;
  const words = sentence ?? type;
  return (
    <header className="page-head">
      <p className="note">
        <Link to="/stories/$slug" params={{ slug: story }} search={point}>
          {story}
        </Link>{' '}
        · <code>{type}</code>
      </p>
      <h1>{stands ? words : <s>{words}</s>}</h1>
      <MendLinks event={event} />
      <p>
        {!stands && <StateMark is="withdrawn" />}{' '}
        {certainty && certainty !== 'reported' && <StateMark is={certainty} />}
      </p>
      <dl className="places">
        <div>
          <dt className="clock-asOf">Happened</dt>
          <dd>{occurredAt === undefined ? 'An event about an event' : <When date={occurredAt} />}</dd>
        </div>
        <div>
          <dt className="clock-reportedAsOf">Published</dt>
          <dd>
            <When date={reportedAt} />
          </dd>
        </div>
        <div>
          <dt className="clock-recordedAsOf">Recorded</dt>
          <dd>
            <When date={recordedAt} /> by {recordedBy}
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Similar({ event, clocks }: { event: Schema<'EventDetail'>; clocks: ClockPoint }) {
  const { data } = useQuery(similarQuery(event.id, clocks));
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h2 id="similar">Similar facts within a week</h2>
      <ol>
        {data.items.map((fact) => (
          <li key={fact.id}>
            <FactRow fact={fact} clocks={clocks} />
          </li>
        ))}
      </ol>
    </section>
  );
}
