import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { fieldInWords, valueInWords } from '../items/item-words.js';
import { StateMark } from '../ui/Marks.js';
import { SourceLink } from '../ui/SourceLink.js';
import { When } from '../ui/When.js';

interface AccountsProps {
  event: Schema<'EventDetail'>;
  clocks: ClockPoint;
}

/** Who reports a fact and in which words, the account that the state follows first. */
export function Accounts({ event, clocks }: AccountsProps) {
  const { accounts, counts } = event;
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">Accounts</h2>
      {accounts.length === 0 && (
        <p className="empty">
          {event.stands ? 'No account of it had been published by this point.' : 'It was withdrawn: no account counts.'}
        </p>
      )}
      <ol className="accounts">
        {accounts.map((account) => (
          <li key={account.event} className="account-card">
            <p>
              <strong>
                <SourceLink url={account.source?.url}>{account.publisher ?? 'Without a source'}</SourceLink>
              </strong>
              , <When date={account.source?.publishedAt} />{' '}
              {account.certainty !== 'reported' && <StateMark is={account.certainty} />}{' '}
              {account.corrected && <StateMark is="corrected" />}
            </p>
            {account.source?.quote !== undefined && <blockquote>{account.source.quote}</blockquote>}
            {account.source?.attributedTo !== undefined && (
              <p className="note">Attributed to {account.source.attributedTo}</p>
            )}
            {account.source?.unverified && (
              <p className="note">The quote was not checked: the text of its article is missing or does not have it.</p>
            )}
            <DataList data={{ happened: account.occurredAt, ...account.data }} />
            {account.event !== event.id && (
              <p className="note">
                <Link to="/events/$id" params={{ id: account.event }} search={clocks}>
                  The event of this account
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
      {counts.accounts > accounts.length && (
        <p className="note">
          {accounts.length} of {counts.accounts} accounts.
        </p>
      )}
    </section>
  );
}

/** Data, a line for each field. */
export function DataList({ data }: { data: Readonly<Record<string, unknown>> }) {
  return (
    <dl className="data">
      {Object.entries(data).map(([name, value]) => (
        <div key={name}>
          <dt>{fieldInWords(name)}</dt>
          <dd>{valueInWords(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
