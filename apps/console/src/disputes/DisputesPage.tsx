import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { disputesQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { fieldInWords, itemTitle, viewInWords } from '../items/item-words.js';
import { Loaded } from '../ui/Loaded.js';
import { StateMark } from '../ui/Marks.js';
import { SAME_SEARCH } from '../ui/same-search.js';
import { useTitle } from '../ui/use-title.js';
import { Candidates } from '../items/Candidates.js';

const route = getRouteApi('/disputes');

/** Which disputes: the value of `open` in the address. */
const KINDS = [
  { open: undefined, label: 'Open' },
  { open: 'false', label: 'Settled' },
  { open: 'all', label: 'All' },
] as const;

/** Where sources disagree. */
export function DisputesPage() {
  useTitle('Disputes');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const { story, view } = search;
  const kind = KINDS.find(({ open }) => open === search.open) ?? KINDS[0];
  const filter = {
    ...(story && { story }),
    ...(view && { view }),
    ...(kind.open !== 'all' && { open: kind.open === undefined }),
  };
  const read = useInfiniteQuery(disputesQuery(filter, point));
  const others = { ...(story && { story }), ...(view && { view }), ...(kind.open && { open: kind.open }) };
  const go = (next: ClockPoint): void => void navigate({ search: { ...others, ...next } });

  return (
    <>
      <header className="page-head">
        <h1>Disputes</h1>
        <ClockSentence point={point} onChange={go} />
        {(story ?? view) !== undefined && (
          <p>
            {story && (
              <>
                In the story{' '}
                <Link to="/stories/$slug" params={{ slug: story }} search={point}>
                  {story}
                </Link>{' '}
                only.{' '}
              </>
            )}
            {view && `About ${viewInWords(view).toLowerCase()} only. `}
            <Link to="/disputes" search={point}>
              All disputes
            </Link>
          </p>
        )}
      </header>
      <PastBanner point={point} onChange={go} />
      <nav className="tabs" aria-label="Which disputes">
        {KINDS.map(({ open, label }) => (
          <Link
            key={label}
            to="/disputes"
            search={{ ...point, ...(story && { story }), ...(view && { view }), ...(open && { open }) }}
            activeOptions={SAME_SEARCH}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Loaded read={read} lines={6}>
        {({ pages }) => {
          const disputes = pages.flatMap((page) => page.items);
          if (disputes.length === 0)
            return (
              <p className="empty">
                {kind.open === undefined
                  ? 'No sources disagree at this point. Where two give different values or dates, both are listed here.'
                  : 'There is none at this point.'}
              </p>
            );
          return (
            <ul className="disputes">
              {disputes.map((dispute) => (
                <li key={`${dispute.view} ${dispute.subject} ${dispute.property}`}>
                  <DisputeCard dispute={dispute} clocks={point} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {read.hasNextPage && (
        <Button className="quiet-button" onPress={() => void read.fetchNextPage()} isDisabled={read.isFetching}>
          More disputes
        </Button>
      )}
    </>
  );
}

function DisputeCard({ dispute, clocks }: { dispute: Schema<'DisputeOfSubject'>; clocks: ClockPoint }) {
  const { view, subject, property, reason, open } = dispute;
  return (
    <article className="dispute">
      <h2>
        <Link to="/items/$view/$subject" params={{ view, subject }} search={clocks}>
          {itemTitle(view, subject, null)}
        </Link>
        : {fieldInWords(property)}
      </h2>
      <p>
        <StateMark is="disputed">
          {[reason === 'date' ? 'the date is disputed' : 'the value is disputed', open ? '' : ', settled since'].join(
            '',
          )}
        </StateMark>
      </p>
      <Candidates dispute={dispute} clocks={clocks} settles={open} />
    </article>
  );
}
