import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schema } from '../../api/client.js';
import { eventTypesQuery } from '../../api/desk-queries.js';
import { eventQuery } from '../../api/queries.js';
import { Loaded } from '../../ui/Loaded.js';
import { NotFound } from '../../ui/NotFound.js';
import { useTitle } from '../../ui/use-title.js';
import { schemaOfType } from '../DraftForm.js';
import { EditorOnly } from '../EditorOnly.js';
import type { MendKind } from './mend-draft.js';
import { MendForm } from './MendForm.js';

const route = getRouteApi('/desk/events/$id/$kind');

const PAGES: Readonly<Record<MendKind, { title: string; what: string; to: string }>> = {
  correct: {
    title: 'Correct',
    what: 'What was recorded stays readable, as of the record at that time. From now on this counts.',
    to: 'Correcting a fact',
  },
  retract: {
    title: 'Retract',
    what: 'It stays in the log, and no longer counts.',
    to: 'Retracting a fact',
  },
  corroborate: {
    title: 'Corroborate',
    what: 'A further source reports the same fact, or differs in it.',
    to: 'Corroborating a fact',
  },
};

const isKind = (kind: string): kind is MendKind => kind in PAGES;

/** Corrects, withdraws or backs what was recorded: by a further event, which says why. */
export function MendPage() {
  const { id, kind } = route.useParams();
  return isKind(kind) ? <Mend key={`${kind} ${id}`} id={id} kind={kind} /> : <NotFound />;
}

function Mend({ id, kind }: { id: string; kind: MendKind }) {
  const read = useQuery(eventQuery(id, {}));
  const { certainty } = route.useSearch();
  const { what, to } = PAGES[kind];
  const title = kind === 'correct' && certainty === 'confirmed' ? 'Confirm' : PAGES[kind].title;
  useTitle(`${title}: ${read.data?.sentence ?? 'event'}`);
  return (
    <div className="desk">
      <Loaded read={read} lines={6}>
        {(event) => (
          <>
            <header className="page-head">
              <p className="note">
                <Link to="/events/$id" params={{ id }}>
                  The event
                </Link>{' '}
                · {event.story}
              </p>
              <h1>
                {title}: {event.sentence ?? event.type}
              </h1>
              <p>{what}</p>
            </header>
            <EditorOnly to={to}>
              <OfFact event={event} kind={kind} />
            </EditorOnly>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The fact that an event is, or is an account of. */
function OfFact({ event, kind }: { event: Schema<'EventDetail'>; kind: MendKind }) {
  const { target } = event.data;
  const isAccount = event.type === 'EventCorroborated';
  const factId = isAccount && typeof target === 'string' ? target : event.id;
  const fact = useQuery(eventQuery(factId, {}));
  const types = useQuery(eventTypesQuery);
  if (event.type === 'EventCorrected' || event.type === 'EventRetracted')
    return (
      <p className="empty">
        This event is itself a correction or a withdrawal. Mend{' '}
        {typeof target === 'string' && (
          <Link to="/desk/events/$id/$kind" params={{ id: target, kind }}>
            the event that it is about
          </Link>
        )}
        .
      </p>
    );
  return (
    <Loaded read={fact} lines={6}>
      {(of) => {
        if (!event.stands)
          return <p className="empty">It was withdrawn: nothing counts of it any more, and nothing can be changed.</p>;
        return (
          <Loaded read={types} lines={6}>
            {({ items }) => <MendForm event={event} fact={of} kind={kind} schema={schemaOfType(items, of.type)} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
}
