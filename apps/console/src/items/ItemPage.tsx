import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AnyItem, Schema } from '../api/client.js';
import { historyQuery, itemQuery, subjectFactsQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { Candidates } from './Candidates.js';
import { FactList } from '../facts/FactList.js';
import { Loaded } from '../ui/Loaded.js';
import { ItemMarks, StateMark } from '../ui/Marks.js';
import { SAME_SEARCH } from '../ui/same-search.js';
import { useTitle } from '../ui/use-title.js';
import { When } from '../ui/When.js';
import { claimInWords, fieldInWords, itemInWords, itemTitle, viewInWords, whoSays } from './item-words.js';
import { StateDetails } from './ItemState.js';
import { stepDate } from './step-date.js';

const route = getRouteApi('/items/$view/$subject');

/** One subject of a view: what holds of it, by which facts, and how it came to that. */
export function ItemPage() {
  const { view, subject } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const tab = search.tab === 'history' ? 'history' : 'facts';
  const read = useQuery(itemQuery(view, subject, point));
  const title = itemTitle(view, subject, read.data?.state as { title?: string | null } | null);
  useTitle(title);
  const go = (next: ClockPoint): void =>
    void navigate({ search: { ...(tab === 'history' && { tab }), ...next }, resetScroll: false });

  return (
    <>
      <header className="page-head">
        <p className="note">
          {viewInWords(view)} · <code>{subject}</code>
        </p>
        <h1>{title}</h1>
        <ClockSentence point={point} onChange={go} />
        {read.data?.story && (
          <nav aria-label="Of this subject">
            <Link to="/stories/$slug" params={{ slug: read.data.story }} search={point}>
              Its story
            </Link>
          </nav>
        )}
      </header>
      <PastBanner point={point} onChange={go} />
      <Loaded read={read} lines={4}>
        {(item) => <ItemState item={item as unknown as AnyItem} clocks={point} />}
      </Loaded>
      <nav className="tabs" aria-label="Facts or history">
        <Link
          to="."
          search={point}
          activeOptions={SAME_SEARCH}
          aria-current={tab === 'facts' ? 'page' : undefined}
          resetScroll={false}
        >
          Facts
        </Link>
        <Link
          to="."
          search={{ ...point, tab: 'history' }}
          activeOptions={SAME_SEARCH}
          aria-current={tab === 'history' ? 'page' : undefined}
          resetScroll={false}
        >
          History
        </Link>
      </nav>
      {tab === 'facts' ? (
        <Facts view={view} subject={subject} clocks={point} />
      ) : (
        <History view={view} subject={subject} clocks={point} />
      )}
    </>
  );
}

function ItemState({ item, clocks }: { item: AnyItem; clocks: ClockPoint }) {
  const { value, details, pending } = itemInWords(item);
  return (
    <section className="item-state" aria-label="What holds">
      <p className="item-value">
        {value} <ItemMarks item={item} />
      </p>
      <p className="quiet">
        {details.join(' · ')}
        {item.since !== null && (
          <>
            {details.length > 0 && ' · '}since <When date={item.since} />
          </>
        )}
      </p>
      {pending.map(({ event, text }) => (
        <p key={event}>
          <Link to="/events/$id" params={{ id: event }} search={clocks}>
            <StateMark is="pending">{text}</StateMark>
          </Link>
        </p>
      ))}
      {item.claims.length > 0 && (
        <section>
          <h2>Only claimed</h2>
          <ul>
            {item.claims.map((claim) => (
              <li key={claim.event} className="claim">
                <Link to="/events/$id" params={{ id: claim.event }} search={clocks}>
                  <StateMark is="claimed">{`${claimInWords(item.view, claim.data)}, ${whoSays(claim.by)}`}</StateMark>
                </Link>
                , <When date={claim.occurredAt} />
              </li>
            ))}
          </ul>
          {item.counts.claims > item.claims.length && (
            <p className="note">
              The latest {item.claims.length} of {item.counts.claims} claims.
            </p>
          )}
        </section>
      )}
      {item.disputes.length > 0 && (
        <section>
          <h2>Disputed</h2>
          {item.disputes.map((dispute) => (
            <div key={dispute.property} className="dispute">
              <p>
                <StateMark is="disputed">
                  {`${fieldInWords(dispute.property)}${dispute.open ? '' : ' (settled)'}`}
                </StateMark>
              </p>
              <Candidates dispute={dispute} clocks={clocks} />
            </div>
          ))}
        </section>
      )}
    </section>
  );
}

interface SubjectProps {
  view: string;
  subject: string;
  clocks: ClockPoint;
}

function Facts({ view, subject, clocks }: SubjectProps) {
  const read = useInfiniteQuery(subjectFactsQuery(view, subject, clocks));
  return (
    <section aria-label="Facts">
      <FactList read={read} clocks={clocks} empty="No fact about it by this point." />
    </section>
  );
}

function History({ view, subject, clocks }: SubjectProps) {
  const read = useQuery(historyQuery(view, subject, clocks));
  return (
    <section aria-label="History">
      <Loaded read={read} lines={6}>
        {(steps) =>
          steps.length === 0 ? (
            <p className="empty">Nothing held of it by this point.</p>
          ) : (
            <div className="scroll" role="region" aria-label="Steps" tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">From</th>
                    <th scope="col">What held</th>
                    <th scope="col">Brought by</th>
                  </tr>
                </thead>
                <tbody>
                  {steps.toReversed().map((step, index) => (
                    <HistoryRow key={steps.length - index} step={step} clocks={clocks} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

function HistoryRow({ step, clocks }: { step: Schema<'HistoryStep'>; clocks: ClockPoint }) {
  const { value, details, pending } = itemInWords(step);
  return (
    <tr>
      <th scope="row">
        <When date={stepDate(step)} />
      </th>
      <td>
        <strong>{value}</strong> <ItemMarks item={step} />
        <StateDetails details={details} pending={pending} />
      </td>
      <td>
        {step.by === 'time' || step.lastFact === null ? (
          'time alone'
        ) : (
          <Link to="/events/$id" params={{ id: step.lastFact.event }} search={clocks}>
            its fact
          </Link>
        )}
      </td>
    </tr>
  );
}
