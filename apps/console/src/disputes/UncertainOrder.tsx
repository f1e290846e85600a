import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnyItem } from '../api/client.js';
import { type DisputeFilter, uncertainQuery, viewsQuery } from '../api/queries.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { itemInWords, viewInWords } from '../items/item-words.js';
import { Loaded } from '../ui/Loaded.js';
import { ItemMarks } from '../ui/Marks.js';
import { ProblemNotice } from '../ui/ProblemNotice.js';
import { Skeleton } from '../ui/Skeleton.js';

interface UncertainOrderProps {
  about: Pick<DisputeFilter, 'story' | 'view'>;
  clocks: ClockPoint;
}

/** Subjects of which nobody knows the order of the facts, because a date is known to the month or year alone. */
export function UncertainOrder({ about: { story, view }, clocks }: UncertainOrderProps) {
  const views = useQuery(viewsQuery);
  return (
    <section aria-label="Order not known">
      <p className="note">
        A date that is known to the month or year overlaps with another one, so what came last is not known. A
        correction with a finer date settles it.
      </p>
      <Loaded read={views} lines={6}>
        {({ items }) => (
          <UncertainItems
            views={items.map(({ name }) => name).filter((name) => view === undefined || name === view)}
            story={story}
            clocks={clocks}
          />
        )}
      </Loaded>
    </section>
  );
}

interface UncertainItemsProps {
  views: readonly string[];
  story: string | undefined;
  clocks: ClockPoint;
}

function UncertainItems({ views, story, clocks }: UncertainItemsProps) {
  const reads = useQueries({ queries: views.map((view) => uncertainQuery(view, story, clocks)) });
  const failed = reads.find(({ isError, data }) => isError && data === undefined);
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (reads.some(({ data }) => data === undefined)) return <Skeleton lines={6} />;
  const items = reads.flatMap(({ data }) => data?.items ?? []);
  if (items.length === 0) return <p className="empty">The order of all facts is known at this point.</p>;
  return (
    <>
      <ul className="disputes">
        {items.map((item) => (
          <li key={`${item.view} ${item.subject}`}>
            <UncertainItem item={item} clocks={clocks} />
          </li>
        ))}
      </ul>
      {reads.some(({ data }) => data?.next != null) && <p className="note">The first 50 of each view.</p>}
    </>
  );
}

function UncertainItem({ item, clocks }: { item: AnyItem; clocks: ClockPoint }) {
  const { title, value } = itemInWords(item);
  return (
    <article className="dispute">
      <h2>
        <Link to="/items/$view/$subject" params={{ view: item.view, subject: item.subject }} search={clocks}>
          {title}
        </Link>
      </h2>
      <p>
        {viewInWords(item.view)}: <strong>{value}</strong> <ItemMarks item={item} />
      </p>
    </article>
  );
}
