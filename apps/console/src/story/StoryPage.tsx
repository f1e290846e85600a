import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { queryClient } from '../api/client.js';
import { boardQuery, briefQuery, marksQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf, withClock } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { TimeBar } from '../time-bar/TimeBar.js';
import { type Playing, usePlay } from '../time-bar/use-play.js';
import { Loaded } from '../ui/Loaded.js';
import { ProblemNotice } from '../ui/ProblemNotice.js';
import { Skeleton } from '../ui/Skeleton.js';
import { useRested } from '../ui/use-rested.js';
import { useTitle } from '../ui/use-title.js';
import { Board } from './board/Board.js';
import { Brief } from './Brief.js';
import { useNewEvents } from './use-new-events.js';
import { TimelineSection, type TimelineSearch } from './TimelineSection.js';

const route = getRouteApi('/stories/$slug');
/** While a clock moves, the brief is read when it has rested for so long, milliseconds. */
const REST = 120;

/** One story at one point of the clocks. */
export function StoryPage() {
  const { slug } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  // While somebody moves a clock, the page follows, and the address does not: one gesture is one entry of the history.
  const [moving, setMoving] = useState<ClockPoint | null>(null);
  const { type, party, person, publisher, certainty, withdrawn } = search;
  const filters: TimelineSearch = { type, party, person, publisher, certainty, withdrawn };
  const go = useCallback(
    (next: ClockPoint, others: TimelineSearch) =>
      void navigate({ search: { ...others, ...next }, resetScroll: false }).then(() => setMoving(null)),
    [navigate],
  );
  const stop = (there: ClockPoint): void => {
    setMoving(there);
    go(there, filters);
  };
  // What is played is folded here: nothing is read of the board until it stops.
  const play = usePlay(slug, point, stop);
  const { playing } = play;
  const shown = playing?.point ?? moving ?? point;

  const board = useQuery(boardQuery(slug, playing ? point : shown));
  const brief = useQuery(briefQuery(slug, useRested(shown, moving === null && playing === null ? 0 : REST)));
  const marks = useQuery(marksQuery(slug));
  useTitle(board.data?.story.title ?? '');
  const pinned = shown.recordedAsOf !== undefined || board.isPlaceholderData;
  const news = useNewEvents(slug, pinned ? undefined : marks.data && board.data?.clocks.position);

  const move = (next: ClockPoint, done: boolean): void => {
    play.cancel();
    if (done) go(next, filters);
    else setMoving(next);
  };
  const readAhead = useCallback(
    (points: ClockPoint[]) => {
      for (const one of points) {
        void queryClient.prefetchQuery(boardQuery(slug, one));
        void queryClient.prefetchQuery(briefQuery(slug, one));
      }
    },
    [slug],
  );

  if (board.isError && board.data === undefined)
    return (
      <>
        <PastBanner point={shown} onChange={(next) => go(next, filters)} />
        <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />
      </>
    );
  // The parts of a page come at once: one that came later would move what somebody reads.
  const ready = board.data && (brief.data ?? brief.error) && (marks.data ?? marks.error);
  if (!ready) return <Skeleton lines={12} />;
  return (
    <>
      <Loaded read={board} lines={10}>
        {(read) => (
          <>
            <header className="story-head">
              <h1>{read.story.title}</h1>
              <ClockSentence point={shown} onChange={(next) => move(next, true)} />
              <nav aria-label="Of this story">
                <Link to="/stories/$slug/tariffs" params={{ slug }} search={shown}>
                  Tariffs as a chart
                </Link>
                <Link to="/stories/$slug/compare" params={{ slug }} search={shown}>
                  Compare two points
                </Link>
              </nav>
            </header>
            {news.count > 0 && (
              <p className="news" role="status">
                <Button className="strong-button" onPress={news.show}>
                  {news.count === 1 ? '1 new event' : `${news.count} new events`}
                </Button>
              </p>
            )}
            <PastBanner point={shown} onChange={(next) => move(next, true)} marks={marks.data ?? []} />
            <div className="story-columns">
              <Loaded read={brief} lines={8}>
                {(text) => <Brief brief={text} title={read.story.title} clocks={shown} />}
              </Loaded>
              {playing ? (
                <Board
                  board={{ ...read, views: playing.views, deadlines: [] }}
                  clocks={shown}
                  changed={playing.changed}
                />
              ) : (
                <Board board={read} clocks={shown} />
              )}
            </div>
            <TimelineSection
              story={read.story}
              marks={marks.data ?? []}
              search={filters}
              point={playing ? playedPoint(point, playing) : point}
              shown={shown}
              onSearch={(next) => go(point, next)}
            />
          </>
        )}
      </Loaded>
      {board.data && marks.data && (
        <TimeBar
          slug={slug}
          marks={marks.data}
          deadlines={board.data.deadlines}
          point={shown}
          onMove={move}
          onReady={readAhead}
          play={play}
        />
      )}
    </>
  );
}

/** Where the facts are read while a clock is played: of the world all, since those ahead are left out here. */
const playedPoint = (point: ClockPoint, { clock, point: there }: Playing): ClockPoint =>
  clock === 'asOf' ? withClock(point, 'asOf', undefined) : there;
