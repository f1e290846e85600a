import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { formatDate } from '../ui/dates.js';
import { StateMark } from '../ui/Marks.js';
import { When } from '../ui/When.js';

/**
 * A fact in a list: when, what, who says so, and what became of it. While a long list scrolls, rows that stay in the
 * window are not rendered again.
 */
export const FactRow = memo(function FactRow({ fact, clocks }: { fact: Schema<'Fact'>; clocks: ClockPoint }) {
  const [source] = fact.sources;
  const others = fact.counts.sources - 1;
  const sentence = (
    <Link to="/events/$id" params={{ id: fact.id }} search={clocks} preload={false}>
      {fact.sentence}
    </Link>
  );
  return (
    <article className="fact-row">
      <p className="fact-date">
        <When date={fact.occurredAt} short />
      </p>
      <div>
        <p className={fact.certainty === 'claimed' ? 'fact-sentence claimed' : 'fact-sentence'}>
          <StateMark is={fact.retracted ? 'withdrawn' : fact.certainty}>{''}</StateMark>{' '}
          {fact.retracted ? <s>{sentence}</s> : sentence}
        </p>
        <p className="note">
          {source?.publisher ?? 'Without a source'}
          {others > 0 && ` and ${others} more`}
          {fact.reportedAt !== null && fact.reportedAt !== fact.occurredAt && `, ${formatDate(fact.reportedAt)}`}
          {fact.counts.corrected > 0 && (
            <>
              {' · '}
              <StateMark is="corrected">{`corrected: ${fact.corrected?.at(-1)?.reason ?? ''}`}</StateMark>
            </>
          )}
          {fact.retracted && (
            <>
              {' · '}
              <StateMark is="withdrawn">{`withdrawn: ${fact.retracted.reason}`}</StateMark>
            </>
          )}
          {fact.quoteDropped && ' · a later revision of the article no longer has the quote'}
        </p>
      </div>
    </article>
  );
});
