import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { FactRow } from './FactRow.js';
import { Loaded } from '../ui/Loaded.js';

interface FactListProps {
  read: UseInfiniteQueryResult<InfiniteData<Schema<'Facts'>>>;
  clocks: ClockPoint;
  empty: string;
}

/** Facts in pages, the next of which is read when it is asked for. */
export function FactList({ read, clocks, empty }: FactListProps) {
  return (
    <>
      <Loaded read={read} lines={6}>
        {({ pages }) => {
          const facts = pages.flatMap((page) => page.items);
          if (facts.length === 0) return <p className="empty">{empty}</p>;
          return (
            <ol>
              {facts.map((fact) => (
                <li key={fact.id}>
                  <FactRow fact={fact} clocks={clocks} />
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
      {read.hasNextPage && (
        <Button className="quiet-button" onPress={() => void read.fetchNextPage()} isDisabled={read.isFetching}>
          Earlier facts
        </Button>
      )}
    </>
  );
}
