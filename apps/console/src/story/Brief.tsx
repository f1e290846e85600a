import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { headlineUnder } from '../ui/headline.js';
import { Evidence } from './Evidence.js';

interface BriefProps {
  brief: Schema<'Brief'>;
  /** Of the story. */
  title: string;
  clocks: ClockPoint;
}

/** A story in sentences. The number behind each opens its evidence. */
export function Brief({ brief, title: ofStory, clocks }: BriefProps) {
  let number = 0;
  return (
    <section className="brief" aria-labelledby="brief">
      <h2 id="brief">Brief</h2>
      <p className="headline">{headlineUnder(ofStory, brief.headline) || brief.headline}</p>
      {brief.stale && (
        <p className="stale" role="status">
          {brief.behind ?? 'Many'} later events are not in it yet. It is about to be built again.
        </p>
      )}
      {brief.sections.map(({ title, sentences }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul className={/claimed/.test(title) ? 'sentences doubtful' : 'sentences'}>
            {sentences.map(({ text, events }) => (
              <li key={text}>
                {text} <Evidence number={(number += 1)} sentence={text} events={events} clocks={clocks} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {brief.sections.length === 0 && <p className="empty">No fact is known by this point.</p>}
    </section>
  );
}
