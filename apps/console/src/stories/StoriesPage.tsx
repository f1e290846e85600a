import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { partyLabel } from '#catalogue/values/party-names.js';
import type { Schema } from '../api/client.js';
import { briefQuery, deadlinesQuery, disputesQuery, storiesQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { formatAge, formatShort } from '../ui/dates.js';
import { headlineUnder } from '../ui/headline.js';
import { Loaded } from '../ui/Loaded.js';
import { StateMark } from '../ui/Marks.js';
import { useSeen } from '../ui/use-seen.js';
import { useTitle } from '../ui/use-title.js';

const route = getRouteApi('/');

/** All stories, the latest change first. */
export function StoriesPage() {
  useTitle('');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const { party, topic } = search;
  const filter = { ...(party && { party }), ...(topic && { topic }) };
  const stories = useInfiniteQuery(storiesQuery(filter, point));
  const deadlines = useQuery(deadlinesQuery(point));
  const go = (next: ClockPoint): void => void navigate({ search: { ...filter, ...next } });

  return (
    <>
      <header className="page-head">
        <h1>Stories</h1>
        <ClockSentence point={point} onChange={go} />
        {(party ?? topic) !== undefined && (
          <p>
            {party ? `About ${partyLabel(party)}` : `Under “${topic ?? ''}”`} only.{' '}
            <Link to="/" search={point}>
              All stories
            </Link>
          </p>
        )}
      </header>
      <PastBanner point={point} onChange={go} />
      <Loaded read={stories} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NoStories filtered={Object.keys(filter).length > 0} />;
          return (
            <ul className="stories">
              {items.map((story) => (
                <StoryRow
                  key={story.slug}
                  story={story}
                  next={deadlines.data?.items.find((one) => one.story === story.slug && one.daysLeft >= 0)}
                  clocks={point}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {stories.hasNextPage && (
        <Button className="quiet-button" onPress={() => void stories.fetchNextPage()} isDisabled={stories.isFetching}>
          More stories
        </Button>
      )}
    </>
  );
}

function NoStories({ filtered }: { filtered: boolean }) {
  if (filtered) return <p className="empty">No story is about that at this point.</p>;
  return (
    <p className="empty">
      No story had been opened by this point. <code>POST /v1/stories</code> opens one; with{' '}
      <code>DATELINE_DEMO=true</code> the server loads an example.
    </p>
  );
}

interface StoryRowProps {
  story: Schema<'Story'>;
  next: Schema<'Deadline'> | undefined;
  clocks: ClockPoint;
}

/** The headline and the disputes are read when the row is seen. */
function StoryRow({ story, next, clocks }: StoryRowProps) {
  const [row, seen] = useSeen<HTMLLIElement>();
  const brief = useQuery({ ...briefQuery(story.slug, clocks), enabled: seen });
  const disputes = useInfiniteQuery({ ...disputesQuery({ story: story.slug, open: true }, clocks), enabled: seen });
  const open = disputes.data?.pages[0]?.items.length ?? 0;
  const headline = brief.data?.headline;
  return (
    <li ref={row} className="story-row">
      <div>
        <h2>
          <Link to="/stories/$slug" params={{ slug: story.slug }} search={clocks}>
            {story.title}
          </Link>
        </h2>
        <p className="story-headline">
          {headline === undefined ? (
            <span className="quiet">{brief.isError ? 'Its brief cannot be read.' : ' '}</span>
          ) : (
            headlineUnder(story.title, headline) || (story.summary ?? '')
          )}
        </p>
        <p className="note">
          {story.parties.map((party, index) => (
            <span key={party}>
              {index > 0 && ' · '}
              <Link to="/" search={{ ...clocks, party }}>
                {partyLabel(party)}
              </Link>
            </span>
          ))}
          {story.status === 'closed' && ' · closed'}
        </p>
      </div>
      <p className="story-side">
        {next && (
          <span title={next.what}>
            <span aria-hidden="true">⧗ </span>
            {next.what}, {formatShort(next.date)}
          </span>
        )}
        {open > 0 && (
          <Link to="/disputes" search={{ ...clocks, story: story.slug }}>
            <StateMark is="disputed">{open === 1 ? '1 dispute' : `${open} disputes`}</StateMark>
          </Link>
        )}
        <span className="quiet">{formatAge(story.changedAt)}</span>
      </p>
    </li>
  );
}
