import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { queryClient } from '../api/client.js';
import { eventQuery } from '../api/queries.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { SourceLink } from '../ui/SourceLink.js';
import { When } from '../ui/When.js';

/** A sentence may cite many events; so many are shown. */
const SHOWN = 5;

interface EvidenceProps {
  number: number;
  sentence: string;
  events: readonly string[];
  clocks: ClockPoint;
}

/** The number behind a sentence. It opens the quotes and sources that the sentence was made from. */
export function Evidence({ number, sentence, events, clocks }: EvidenceProps) {
  const ahead = (): void => {
    for (const id of events.slice(0, SHOWN)) void queryClient.prefetchQuery(eventQuery(id, clocks));
  };
  return (
    <DialogTrigger>
      <Button
        className="evidence-number"
        aria-label={`Evidence ${number}: ${sentence}`}
        onFocus={ahead}
        onHoverStart={ahead}
      >
        {number}
      </Button>
      <Popover className="popover evidence" placement="bottom start">
        <Dialog aria-label="Evidence">
          <Quotes events={events} clocks={clocks} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Quotes({ events, clocks }: Pick<EvidenceProps, 'events' | 'clocks'>) {
  const shown = events.slice(0, SHOWN);
  const read = useQueries({ queries: shown.map((id) => eventQuery(id, clocks)) });
  return (
    <ul className="quotes">
      {read.map(({ data: event, isError }, index) => (
        <li key={shown[index]}>
          {isError && <p>This event could not be read.</p>}
          {!event && !isError && <p className="quiet">Reading …</p>}
          {event && (
            <>
              {event.source?.quote === undefined ? (
                <p>{event.sentence}</p>
              ) : (
                <blockquote>{event.source.quote}</blockquote>
              )}
              <p className="note">
                {event.source ? (
                  <>
                    <SourceLink url={event.source.url}>{event.source.publisher}</SourceLink>,{' '}
                    <When date={event.source.publishedAt} />
                    {event.source.attributedTo !== undefined && <>, says {event.source.attributedTo}</>}
                  </>
                ) : (
                  'Without a source'
                )}
                {' · '}
                <Link to="/events/$id" params={{ id: event.id }} search={clocks}>
                  Event @{event.position}
                </Link>
              </p>
            </>
          )}
        </li>
      ))}
      {events.length > SHOWN && <li className="note">and {events.length - SHOWN} more events</li>}
    </ul>
  );
}
