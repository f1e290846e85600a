import { useQuery } from '@tanstack/react-query';
import { viewsQuery } from '../api/queries.js';
import { Loaded } from '../ui/Loaded.js';
import { viewInWords } from '../items/item-words.js';
import { formatCount, counted } from '../ui/numbers.js';
import { useAdmin } from './admin-access.js';
import { GenerationState } from './GenerationState.js';
import { HaltedSubjects } from './HaltedSubjects.js';
import { projectionsQuery } from './queries.js';
import { RebuildButton } from './RebuildButton.js';

/** The views: how far behind the log they are, what is halted, and how to build one again. */
export function ViewsTab() {
  const mayRead = useAdmin();
  const views = useQuery(viewsQuery);
  const projections = useQuery({ ...projectionsQuery, enabled: mayRead });
  const { data } = projections;
  return (
    <section className="operate" aria-labelledby="views">
      <h2 id="views">Views</h2>
      <p className="note">
        A view is folded from the log. Built again, it is replaced at once when the new one is ready; until then the old
        one answers.
      </p>
      {mayRead && (
        <Loaded read={projections} lines={1}>
          {({ head, position, lag }) => (
            <p role="status">
              {lag === 0
                ? `All events are in the views, up to @${formatCount(head)}.`
                : `The views are at @${formatCount(position)} of @${formatCount(head)}: ${counted(lag, 'event')} left.`}
            </p>
          )}
        </Loaded>
      )}
      <Loaded read={views} lines={8}>
        {({ items }) => (
          <ul className="op-rows">
            {items.map(({ name, version, description }) => {
              const generations = data?.items.filter(({ view }) => view === name) ?? [];
              const building = generations.some(({ status }) => status === 'building');
              return (
                <li key={name} className="op-row">
                  <div>
                    <h3>{viewInWords(name)}</h3>
                    <p className="note">
                      <code>{name}</code>, version {version}. {description}
                    </p>
                  </div>
                  <div className="op-state">
                    {generations.map((generation) => (
                      <GenerationState key={generation.id} generation={generation} head={data?.head ?? 0} />
                    ))}
                  </div>
                  <RebuildButton view={name} isBuilding={building} mayRebuild={mayRead} />
                  {generations
                    .filter(({ haltedSubjects }) => haltedSubjects.length > 0)
                    .map((generation) => (
                      <HaltedSubjects key={generation.id} generation={generation} />
                    ))}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      {data?.items.some(({ foreign }) => foreign) && (
        <p className="note">
          Another program keeps{' '}
          {data.items
            .filter(({ foreign }) => foreign)
            .map(({ view, version }) => `${view} v${version}`)
            .join(', ')}
          .
        </p>
      )}
    </section>
  );
}
