import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { type DisputeFilter, disputesQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { fieldInWords, itemTitle, viewInWords } from '../items/item-words.js';
import { Loaded } from '../ui/Loaded.js';
import { StateMark } from '../ui/Marks.js';
import { SAME_SEARCH } from '../ui/same-search.js';
import { useTitle } from '../ui/use-title.js';
import { Candidates } from '../items/Candidates.js';
import { ClaimsAlone } from './ClaimsAlone.js';
import { UncertainOrder } from './UncertainOrder.js';

const route = getRouteApi('/disputes');

/** Which disputes: the values of `open` and `show` in the address. */
const KINDS = [
  { open: undefined, show: undefined, label: 'Open' },
  { open: 'false', show: undefined, label: 'Settled' },
  { open: 'all', show: undefined, label: 'All' },
  { open: undefined, show: 'order', label: 'Order not known' },
  { open: undefined, show: 'claims', label: 'Claims alone' },
] as const;

/** Where sources disagree. */
export function DisputesPage() {
  useTitle('Disputes');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const { story, view } = search;
  const kind = KINDS.find(({ open, show }) => (search.show ? show === search.show : open === search.open)) ?? KINDS[0];
  const about = { ...(story && { story }), ...(view && { view }) };
  const others = { ...about, ...(kind.open && { open: kind.open }), ...(kind.show && { show: kind.show }) };
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
        {KINDS.map(({ open, show, label }) => (
          <Link
            key={label}
            to="/disputes"
            search={{ ...point, ...about, ...(open && { open }), ...(show && { show }) }}
            activeOptions={SAME_SEARCH}
          >
            {label}
          </Link>
        ))}
      </nav>
      {kind.show === 'order' && <UncertainOrder about={about} clocks={point} />}
      {kind.show === 'claims' && <ClaimsAlone about={about} clocks={point} />}
      {kind.show === undefined && (
        <DisputeList
          filter={{ ...about, ...(kind.open !== 'all' && { open: kind.open === undefined }) }}
          clocks={point}
        />
      )}
    </>
  );
}

function DisputeList({ filter, clocks }: { filter: DisputeFilter; clocks: ClockPoint }) {
  const read = useInfiniteQuery(disputesQuery(filter, clocks));
  return (
    <>
      <Loaded read={read} lines={6}>
        {({ pages }) => {
          const disputes = pages.flatMap((page) => page.items);
          if (disputes.length === 0)
            return (
              <p className="empty">
                {filter.open === true
                  ? 'No sources disagree at this point. Where two give different values or dates, both are listed here.'
                  : 'There is none at this point.'}
              </p>
            );
          return (
            <ul className="disputes">
              {disputes.map((dispute) => (
                <li key={`${dispute.view} ${dispute.subject} ${dispute.property}`}>
                  <DisputeCard dispute={dispute} clocks={clocks} />
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
