import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { deadlineListQuery, storyChoiceQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { Loaded } from '../ui/Loaded.js';
import { SAME_SEARCH } from '../ui/same-search.js';
import { useTitle } from '../ui/use-title.js';
import { CalendarAddress } from './CalendarAddress.js';
import { DeadlineRow } from './DeadlineRow.js';
import { DEADLINE_KINDS, listAddress } from './deadline-address.js';

const route = getRouteApi('/deadlines');

/** What expires or is due, what was missed, and what became of it. */
export function DeadlinesPage() {
  useTitle('Deadlines');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const { story } = search;
  const kind = DEADLINE_KINDS.find(({ state }) => state === search.state) ?? DEADLINE_KINDS[0];
  const filter = { ...(kind.state && { state: kind.state }), ...(story && { story }) };
  const read = useInfiniteQuery(deadlineListQuery(filter, point));
  const stories = useQuery(storyChoiceQuery(point));
  const choices = stories.data?.items ?? [];
  const titles = new Map(choices.map(({ slug, title }) => [slug, title]));
  const go = (next: ClockPoint): void => void navigate({ search: { ...filter, ...next } });
  const choose = (slug: string): void =>
    void navigate({
      search: { ...point, ...(kind.state && { state: kind.state }), ...(slug && { story: slug }) },
      resetScroll: false,
    });

  return (
    <>
      <header className="page-head">
        <h1>Deadlines</h1>
        <ClockSentence point={point} onChange={go} />
      </header>
      <PastBanner point={point} onChange={go} />
      <nav className="tabs" aria-label="Which deadlines">
        {DEADLINE_KINDS.map(({ state, label }) => (
          <Link
            key={label}
            to="/deadlines"
            search={{ ...point, ...(story && { story }), ...(state && { state }) }}
            activeOptions={SAME_SEARCH}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="filters" role="group" aria-label="Of which story">
        <label>
          <span>Story</span>
          <select value={story ?? ''} onChange={({ target }) => choose(target.value)}>
            <option value="">all</option>
            {story && !titles.has(story) && <option value={story}>{story}</option>}
            {choices.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <a className="quiet-button" href={listAddress('csv', filter, point)} download>
          CSV
        </a>
      </div>
      <Loaded read={read} lines={6}>
        {({ pages }) => {
          const deadlines = pages.flatMap((page) => page.items);
          if (deadlines.length === 0) return <p className="empty">{kind.empty}</p>;
          return (
            <ul className="deadlines">
              {deadlines.map((deadline) => (
                <li
                  key={`${deadline.view} ${deadline.subject} ${deadline.kind} ${deadline.event ?? ''} ${deadline.date}`}
                >
                  <DeadlineRow deadline={deadline} story={titles.get(deadline.story)} clocks={point} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {read.hasNextPage && (
        <Button className="quiet-button" onPress={() => void read.fetchNextPage()} isDisabled={read.isFetching}>
          More deadlines
        </Button>
      )}
      <CalendarAddress filter={filter} point={point} />
    </>
  );
}
