import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Schema } from '../../api/client.js';
import { storyListQuery } from '../../api/desk-queries.js';
import { ChoiceField } from '../../forms/fields/choices.js';
import { DateField, TextField } from '../../forms/fields/texts.js';
import type { JsonSchema } from '../../forms/schema/json-schema.js';
import { focusFirstFault, SchemaForm } from '../../forms/SchemaForm.js';
import { useStored } from '../../ui/stored.js';
import { Conflict } from '../Conflict.js';
import { CERTAINTIES } from '../event-type-words.js';
import { Preview } from '../Preview.js';
import { RecordBar } from '../RecordBar.js';
import { useRecording } from '../use-recording.js';
import { useSuggestions } from '../use-suggestions.js';
import {
  errorsOfMend,
  eventOfMend,
  type MendDraft,
  mendKey,
  type MendKind,
  newMend,
  readMend,
  standingAccount,
} from './mend-draft.js';
import { SourceFields } from './SourceFields.js';

const route = getRouteApi('/desk/events/$id/$kind');
const NO_FIELDS: JsonSchema = {};
const LABELS: Readonly<Record<MendKind, string>> = {
  correct: 'Record the correction',
  retract: 'Retract it',
  corroborate: 'Record the account',
};

interface MendFormProps {
  event: Schema<'EventDetail'>;
  /** The fact that the event is, or is an account of. */
  fact: Schema<'EventDetail'>;
  kind: MendKind;
  /** Of the data of the fact. */
  schema: JsonSchema;
}

export function MendForm({ event, fact, kind, schema }: MendFormProps) {
  const { certainty } = route.useSearch();
  const navigate = route.useNavigate();
  const account = useMemo(() => standingAccount(event, fact), [event, fact]);
  const [kept, change] = useStored(
    // To confirm is begun anew beside a correction that waits.
    mendKey(kind, certainty === undefined ? event.id : `${event.id}:${certainty}`),
    readMend,
  );
  const [fresh] = useState(() => ({
    ...newMend(kind, account),
    ...(kind === 'correct' && certainty !== undefined && { certainty }),
  }));
  const draft = kept ?? fresh;
  const edit = (edited: Partial<MendDraft>): void => change((now) => ({ ...(now ?? fresh), ...edited }));

  const errors = useMemo(() => errorsOfMend(kind, draft, account, schema), [kind, draft, account, schema]);
  const toPost = eventOfMend(kind, event.id, draft, account, schema);
  const recording = useRecording({
    events: errors.length === 0 ? [toPost] : [],
    version: draft.version,
    onVersion: useCallback((version: number) => change((now) => now && { ...now, version }), [change]),
    onRecorded: () => {
      change(() => null);
      void navigate({ to: '/events/$id', params: { id: fact.id }, search: {} });
    },
  });
  const form = useRef<HTMLDivElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) focusFirstFault(form.current);
  }, [attempts]);
  const record = (): void => {
    setAttempts(attempts + 1);
    if (errors.length + recording.refused.length === 0) recording.record();
  };
  const { data: stories } = useQuery(storyListQuery);
  const hasFields = kind === 'correct' || (kind === 'corroborate' && draft.differs);

  return (
    <div className="mend" ref={form}>
      <section aria-label="Form">
        <SchemaForm
          id="mend"
          schema={hasFields ? schema : NO_FIELDS}
          values={draft.values}
          onChange={(values) => edit({ values })}
          at="/data/data"
          errors={errors}
          isSubmitted={attempts > 0}
          refused={recording.refused}
          parties={stories?.find(({ slug }) => slug === event.story)?.parties ?? []}
          suggest={useSuggestions(event.story, schema)}
          before={
            <>
              {kind !== 'corroborate' && (
                <TextField
                  pointer="/data/reason"
                  label={kind === 'correct' && certainty === undefined ? 'What was wrong' : 'Why'}
                  required
                  note="It stands beside the fact from now on."
                  value={draft.reason}
                  onChange={(reason) => edit({ reason })}
                />
              )}
              {kind === 'corroborate' && (
                <>
                  <SourceFields kind={kind} source={draft.source} onChange={(source) => edit({ source })} />
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={draft.differs}
                      onChange={({ target }) => edit({ differs: target.checked })}
                    />{' '}
                    This source differs: it has another date, certainty or value
                  </label>
                </>
              )}
              {hasFields && <AccountFields draft={draft} kind={kind} onChange={edit} />}
            </>
          }
        >
          {kind !== 'corroborate' && (
            <SourceFields kind={kind} source={draft.source} onChange={(source) => edit({ source })} />
          )}
        </SchemaForm>
      </section>
      <section aria-labelledby="mend-preview">
        <h2 id="mend-preview">Preview</h2>
        {recording.conflict && (
          <Conflict story={event.story} conflict={recording.conflict} changes={recording.preview?.changes ?? []} />
        )}
        {recording.preview ? (
          <Preview
            preview={recording.preview}
            isCurrent={recording.isCurrent}
            isWithdrawn={kind === 'retract' && event.id === fact.id}
          />
        ) : (
          <p className="empty">What it changes is shown here once the fields that are needed are filled in.</p>
        )}
        <RecordBar recording={recording} label={LABELS[kind]} onRecord={record} />
      </section>
    </div>
  );
}

interface AccountFieldsProps {
  draft: MendDraft;
  kind: MendKind;
  onChange: (edited: Partial<MendDraft>) => void;
}

/** When it happened by this account, how sure it is, and when it was published. */
function AccountFields({ draft, kind, onChange }: AccountFieldsProps) {
  return (
    <>
      <DateField
        pointer="/data/occurredAt"
        label="When it happened"
        required={false}
        value={draft.occurredAt}
        onChange={(occurredAt) => onChange({ occurredAt })}
      />
      <ChoiceField
        pointer="/data/certainty"
        label="How sure"
        required={false}
        none={null}
        groups={CERTAINTIES}
        value={draft.certainty}
        onChange={(next) => onChange({ certainty: next })}
      />
      {kind === 'correct' && (
        <DateField
          pointer="/data/publishedAt"
          label="When its source was published"
          required={false}
          value={draft.publishedAt}
          onChange={(publishedAt) => onChange({ publishedAt })}
        />
      )}
    </>
  );
}
