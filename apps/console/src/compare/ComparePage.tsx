import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { boardQuery, changesQuery, marksQuery } from '../api/queries.js';
import type { AnyItem, Schema } from '../api/client.js';
import { type Clock, type ClockPoint, CLOCKS, clocksOf, withClock } from '../clocks/clocks.js';
import { itemInWords } from '../items/item-words.js';
import { dayText, firstDay, formatDate, monthAfter } from '../ui/dates.js';
import { Loaded } from '../ui/Loaded.js';
import { useTitle } from '../ui/use-title.js';
import { ItemDiff } from './ItemDiff.js';
import { RangeForm } from './RangeForm.js';

const route = getRouteApi('/stories/$slug/compare');

const CLOCK_WORDS: Readonly<Record<Clock, string>> = {
  asOf: 'by what happened in between',
  reportedAsOf: 'by what was published in between',
  recordedAsOf: 'by what was recorded in between',
};

/** What differs in a story between two points of one clock. */
export function ComparePage() {
  const { slug } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const clock = CLOCKS.find((one) => one === search.clock) ?? 'asOf';
  const others = withClock(point, clock, undefined);
  const marks = useQuery(marksQuery(slug));
  const from = search.from ?? usualFrom(clock, marks.data ?? []);
  const to = search.to ?? point[clock];
  const changes = useQuery({
    ...changesQuery(slug, { clock, from: from ?? '', ...(to !== undefined && { to }) }, others),
    enabled: from !== undefined,
  });
  const later = useQuery(boardQuery(slug, withClock(others, clock, to)));
  const title = later.data?.story.title ?? slug;
  useTitle(`${title}: two points`);

  return (
    <>
      <header className="page-head">
        <p className="note">
          <Link to="/stories/$slug" params={{ slug }} search={point}>
            {title}
          </Link>
        </p>
        <h1>What changed, {CLOCK_WORDS[clock]}</h1>
      </header>
      <RangeForm
        key={`${clock} ${from ?? ''} ${to ?? ''}`}
        range={{ clock, from: from ?? '', to }}
        onChange={(range) =>
          void navigate({
            search: {
              ...withClock(others, range.clock, undefined),
              ...range,
              from: range.from === '' ? undefined : range.from,
            },
          })
        }
      />
      <OtherClocks clock={clock} others={others} />
      {from === undefined ? (
        marks.data && <p className="empty">Nothing is recorded of this story that could be compared.</p>
      ) : (
        <Loaded read={changes} lines={6}>
          {({ items }) => (
            <>
              {items.length === 0 && (
                <p className="empty">
                  Nothing differs between {pointInWords(from)} and {pointInWords(to)}.
                </p>
              )}
              {items.map((change) => (
                <ItemDiff
                  key={`${change.view} ${change.subject}`}
                  change={change}
                  from={withClock(others, clock, from)}
                  to={withClock(others, clock, to)}
                />
              ))}
              {later.data && <Unchanged board={later.data} changed={items} clocks={withClock(others, clock, to)} />}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

const pointInWords = (point: string | undefined): string =>
  point === undefined ? 'now' : point.startsWith('@') ? point : formatDate(point);

/** Where nothing is asked for: a month before the last fact; on the clock of the record, its first request. */
function usualFrom(clock: Clock, marks: readonly Schema<'Mark'>[]): string | undefined {
  const last = marks.at(-1);
  if (!last) return undefined;
  if (clock === 'recordedAsOf') return `@${Math.min(...marks.map(({ requestEnd }) => requestEnd))}`;
  return dayText(monthAfter(firstDay(last.occurredAt), -1));
}

function OtherClocks({ clock, others }: { clock: Clock; others: ClockPoint }) {
  const words = {
    asOf: (point: string) => `only what had happened by ${point}`,
    reportedAsOf: (point: string) => `only what was published by ${point}`,
    recordedAsOf: (point: string) => `only what was recorded by ${point}`,
  };
  const closed = CLOCKS.filter((one) => one !== clock && others[one] !== undefined);
  return (
    <p className="note">
      Other clocks:{' '}
      {closed.length === 0 ? 'open' : closed.map((one) => words[one](pointInWords(others[one]))).join(', ')}
    </p>
  );
}

interface UnchangedProps {
  board: Schema<'Board'>;
  changed: readonly Schema<'SubjectChanged'>[];
  clocks: ClockPoint;
}

function Unchanged({ board, changed, clocks }: UnchangedProps) {
  const names = new Set(changed.map(({ view, subject }) => `${view} ${subject}`));
  const same = Object.values(board.views as Record<string, AnyItem[]>)
    .flat()
    .filter(({ view, subject }) => view !== 'stories' && !names.has(`${view} ${subject}`));
  if (same.length === 0) return null;
  return (
    <details className="unchanged">
      <summary>{same.length} unchanged</summary>
      <ul>
        {same.map((item) => {
          const { title, value } = itemInWords(item);
          return (
            <li key={`${item.view} ${item.subject}`}>
              <Link to="/items/$view/$subject" params={{ view: item.view, subject: item.subject }} search={clocks}>
                {title}
              </Link>
              : {value}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
