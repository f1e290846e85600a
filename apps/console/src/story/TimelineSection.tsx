import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { partyLabel } from '#catalogue/values/party-names.js';
import type { Schema } from '../api/client.js';
import { timelineQuery, type TimelineFilter } from '../api/queries.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { firstDay, formatDate, lastDay } from '../ui/dates.js';
import { Loaded } from '../ui/Loaded.js';
import { Timeline } from './Timeline.js';

/** How a timeline is filtered, as the address has it. */
export interface TimelineSearch {
  type?: string | undefined;
  party?: string | undefined;
  person?: string | undefined;
  publisher?: string | undefined;
  certainty?: string | undefined;
  withdrawn?: string | undefined;
}

interface TimelineSectionProps {
  story: Schema<'Story'>;
  marks: readonly Schema<'Mark'>[];
  search: TimelineSearch;
  /** The point of the address: rows are read there. */
  point: ClockPoint;
  /** The point that is shown while a clock moves: rows that come later leave the list. */
  shown: ClockPoint;
  onSearch: (search: TimelineSearch) => void;
}

/** The facts of a story, newest first, with what they can be filtered by. */
export function TimelineSection({ story, marks, search, point, shown, onSearch }: TimelineSectionProps) {
  const { type, party, person, publisher, withdrawn } = search;
  const certainty = CERTAINTIES.find((one) => one === search.certainty);
  const filter: TimelineFilter = {
    ...(type && { type }),
    ...(party && { party }),
    ...(person && { person }),
    ...(publisher && { publisher }),
    ...(certainty && { certainty }),
    ...(withdrawn && { include: 'retracted' as const }),
  };
  const read = useInfiniteQuery(timelineQuery(story.slug, filter, point));
  const { fetchNextPage, isFetchingNextPage, hasNextPage } = read;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const until = shown.asOf === undefined ? Infinity : lastDay(shown.asOf);
  const types = [...new Set(marks.map((mark) => mark.type))].sort();

  return (
    <section className="timeline" aria-labelledby="timeline">
      <h2 id="timeline">Timeline, newest first</h2>
      <div className="filters" role="group" aria-label="Which facts">
        <Choice
          label="Type"
          value={type}
          options={types.map((one) => [one, typeInWords(one)])}
          onChange={(value) => onSearch({ ...search, type: value })}
        />
        <Choice
          label="Party"
          value={party}
          options={story.parties.map((one) => [one, partyLabel(one)])}
          onChange={(value) => onSearch({ ...search, party: value })}
        />
        <Choice
          label="Certainty"
          value={certainty}
          options={CERTAINTIES.map((one) => [one, one])}
          onChange={(value) => onSearch({ ...search, certainty: value })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={withdrawn !== undefined}
            onChange={({ target }) => onSearch({ ...search, withdrawn: target.checked ? 'true' : undefined })}
          />
          With withdrawn
        </label>
        {person && <Chip text={`Person: ${person}`} onRemove={() => onSearch({ ...search, person: undefined })} />}
        {publisher && (
          <Chip text={`Publisher: ${publisher}`} onRemove={() => onSearch({ ...search, publisher: undefined })} />
        )}
      </div>
      <Loaded read={read} lines={8}>
        {({ pages }) => {
          const facts = pages.flatMap((page) => page.items).filter((fact) => firstDay(fact.occurredAt) <= until);
          if (facts.length === 0 && !hasNextPage)
            return <Nothing filtered={Object.keys(filter).length > 0} marks={marks} />;
          return <Timeline facts={facts} clocks={shown} hasMore={hasNextPage} onMore={more} />;
        }}
      </Loaded>
    </section>
  );
}

const CERTAINTIES = ['confirmed', 'reported', 'claimed'] as const;

function Nothing({ filtered, marks }: { filtered: boolean; marks: readonly Schema<'Mark'>[] }) {
  const first = marks[0]?.occurredAt;
  if (filtered) return <p className="empty">No fact by this point is of that kind. Widen the choice above.</p>;
  return (
    <p className="empty">No fact by this point.{first === undefined ? '' : ` The first: ${formatDate(first)}.`}</p>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}>
        <option value="">all</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <button type="button" className="chip" onClick={onRemove}>
      {text} <span aria-hidden="true">×</span>
      <span className="hidden"> remove</span>
    </button>
  );
}

/** `TariffChanged` is "tariff changed". */
const typeInWords = (type: string): string => type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
