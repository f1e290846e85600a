import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { AnyItem, Schema } from '../api/client.js';
import { eventQuery } from '../api/queries.js';
import { isSameJson } from '../forms/schema/form-values.js';
import { ItemState } from '../items/ItemState.js';
import { fieldInWords, itemInWords, valueInWords, viewInWords } from '../items/item-words.js';
import { formatShort } from '../ui/dates.js';

interface PreviewProps {
  preview: Schema<'DryRun'>;
  /** It is of just what stands in the form. */
  isCurrent: boolean;
  /** The fact is withdrawn: its sentence is struck out. */
  isWithdrawn?: boolean;
  /** Beside a similar fact. */
  onJoin?: (fact: Schema<'EventDetail'>) => void;
  /** Whether a similar fact can be joined by what is open. */
  mayJoin?: (fact: Schema<'EventDetail'>) => boolean;
}

/** What would be said, and what would change, by the server's dry run. */
export function Preview({ preview, isCurrent, isWithdrawn = false, onJoin, mayJoin }: PreviewProps) {
  const { sentences, changes, corrections = [], hints } = preview;
  return (
    <div className="preview" aria-busy={!isCurrent || undefined}>
      <h3>{isWithdrawn ? 'It will no longer count' : 'It will be said'}</h3>
      <ol className="preview-sentences">
        {sentences.map((sentence, index) => (
          <li key={index}>
            {isWithdrawn ? <s>{sentence}</s> : (sentence ?? <span className="quiet">Nothing: no account counts.</span>)}
          </li>
        ))}
      </ol>
      <h3>{changes.length === 0 ? 'The board stays as it is' : 'It changes on the board'}</h3>
      {changes.map((change) => (
        <ChangePreview key={`${change.view} ${change.subject}`} change={change} />
      ))}
      {corrections.map((correction) => (
        <CorrectedFields key={correction.event} correction={correction} />
      ))}
      <Hints hints={hints} />
      {hints.similar.length > 0 && (
        <>
          <h3>Similar facts</h3>
          <ul className="similar-facts">
            {hints.similar.map((id) => (
              <SimilarFact key={id} id={id} onJoin={onJoin} mayJoin={mayJoin} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A subject before and after. */
export function ChangePreview({ change, label }: { change: Schema<'Change'>; label?: string }) {
  const { view, subject, before, after } = change;
  const { title } = itemInWords((after ?? before) as AnyItem);
  return (
    <article className="change-preview">
      <h4>
        {label}
        <Link to="/items/$view/$subject" params={{ view, subject }}>
          {title}
        </Link>
      </h4>
      <div className="before-after">
        <div>
          <p className="compared-label">before</p>
          <ItemState item={before} clocks={{}} />
        </div>
        <div>
          <p className="compared-label">after</p>
          <ItemState item={after} clocks={{}} />
        </div>
      </div>
      {before && after && isSameJson(itemInWords(before), itemInWords(after)) && (
        <p className="note">What holds stays the same. Its accounts change, and who disagrees.</p>
      )}
    </article>
  );
}

/** The fields of an account that a correction replaces. */
function CorrectedFields({ correction }: { correction: Schema<'CorrectedAccount'> }) {
  const partsOf = ({ data, ...parts }: Schema<'CorrectedAccount'>['before']): Record<string, unknown> => ({
    ...parts,
    ...data,
  });
  const [before, after] = [partsOf(correction.before), partsOf(correction.after)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isSameJson(before[name], after[name]),
  );
  if (names.length === 0) return null;
  return (
    <>
      <h3>It corrects</h3>
      <dl className="data">
        {names.map((name) => (
          <div key={name}>
            <dt>{fieldInWords(name)}</dt>
            <dd>
              {before[name] !== undefined && <del>{valueInWords(before[name])}</del>}{' '}
              {after[name] !== undefined && <ins>{valueInWords(after[name])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What an editor should look at once more. */
function Hints({ hints }: { hints: Schema<'Hints'> }) {
  const { newSubjects, droppedFields = [], idleWithdrawals = [], undated = [] } = hints;
  const lines = [
    ...newSubjects.map(
      ({ view, subject }) => `${viewInWords(view)}: “${subject}” is new. If it is not, choose its name from the list.`,
    ),
    ...droppedFields.map(
      ({ fields }) =>
        `No longer said: ${fields.map((one) => fieldInWords(one.slice(1).replaceAll('/', ' '))).join(', ')}.`,
    ),
    ...idleWithdrawals.map(() => 'A withdrawal settles no plan that is open.'),
    ...undated.map(() => 'The source has no date: as of an earlier date of publication, the fact does not count.'),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="hints">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface SimilarFactProps extends Pick<PreviewProps, 'onJoin' | 'mayJoin'> {
  id: string;
}

/** A fact that may be the same. Joined, what is open becomes a further account of it. */
function SimilarFact({ id, onJoin, mayJoin }: SimilarFactProps) {
  const { data: fact } = useQuery(eventQuery(id, {}));
  if (!fact) return null;
  const sentence = fact.sentence ?? fact.type;
  return (
    <li>
      <Link to="/events/$id" params={{ id }}>
        {sentence}
      </Link>{' '}
      <span className="note">
        {[fact.source?.publisher, fact.occurredAt === undefined ? undefined : formatShort(fact.occurredAt)]
          .filter((part) => part !== undefined)
          .join(', ')}
      </span>
      {onJoin && mayJoin?.(fact) === true && (
        <p>
          The same?{' '}
          <Button className="quiet-button" aria-label={`Join: ${sentence}`} onPress={() => onJoin(fact)}>
            Join it
          </Button>{' '}
          <span className="note">as a further source</span>
        </p>
      )}
    </li>
  );
}
