import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { checkData, type FieldError } from '../forms/schema/check-data.js';
import { ChoiceField } from '../forms/fields/choices.js';
import { DateField, TextField } from '../forms/fields/texts.js';
import { dataOfValues } from '../forms/schema/form-values.js';
import type { JsonSchema } from '../forms/schema/json-schema.js';
import { SchemaForm } from '../forms/SchemaForm.js';
import { DATE, type Draft } from './drafts.js';
import { CERTAINTIES, typeGroups } from './event-type-words.js';
import { useSuggestions } from './use-suggestions.js';

/** Where the data of a fact lie in its event. */
const AT = '/data';
const EMPTY: JsonSchema = {};

export const schemaOfType = (types: readonly Schema<'EventType'>[], type: string): JsonSchema =>
  (types.find((one) => one.type === type)?.schema as JsonSchema | undefined) ?? EMPTY;

/** What is wrong with the date of a fact, if anything. */
export function dateErrors(date: string, pointer: string, isRequired: boolean): FieldError[] {
  const text = date.trim();
  if (text === '') return isRequired ? [{ pointer, detail: 'is required', missing: true }] : [];
  return checkData(DATE, text).map((error) => ({ ...error, pointer }));
}

/** What is wrong with a draft, as far as that is known without the server. */
export function errorsOfDraft(draft: Draft, types: readonly Schema<'EventType'>[]): FieldError[] {
  const schema = schemaOfType(types, draft.type);
  const errors = dateErrors(draft.occurredAt, '/occurredAt', true);
  if (draft.type === '') return [{ pointer: '/type', detail: 'is required', missing: true }, ...errors];
  const found = checkData(schema, dataOfValues(schema, draft.values));
  return [...errors, ...found.map((error) => ({ ...error, pointer: AT + error.pointer }))];
}

interface DraftFormProps {
  draft: Draft;
  types: readonly Schema<'EventType'>[];
  story: string;
  parties: readonly string[];
  isSubmitted: boolean;
  refused: readonly FieldError[];
  onChange: (change: Partial<Draft>) => void;
}

/** The fact of a passage: what kind, when, how sure, and what the catalogue asks of that kind. */
export function DraftForm({ draft, types, story, parties, isSubmitted, refused, onChange }: DraftFormProps) {
  const schema = schemaOfType(types, draft.type);
  const suggest = useSuggestions(story, schema);
  const errors = useMemo(() => errorsOfDraft(draft, types), [draft, types]);
  const type = types.find((one) => one.type === draft.type);
  const groups = useMemo(() => typeGroups(types), [types]);
  return (
    <SchemaForm
      id={`fact-${draft.id}`}
      schema={schema}
      values={draft.values}
      onChange={(values) => onChange({ values })}
      at={AT}
      errors={errors}
      isSubmitted={isSubmitted}
      refused={refused}
      parties={parties}
      suggest={suggest}
      before={
        <>
          {draft.joins && <Joined draft={draft} onLeave={() => onChange({ joins: null })} />}
          {draft.joins === null && (
            <ChoiceField
              pointer="/type"
              label="What happened"
              required
              none="Choose …"
              note={type?.description}
              groups={groups}
              value={draft.type}
              onChange={(next) => onChange({ type: next })}
            />
          )}
          <DateField
            pointer="/occurredAt"
            label="When"
            required
            note="As exactly as the source has it. A plan has the date of its report."
            value={draft.occurredAt}
            onChange={(occurredAt) => onChange({ occurredAt })}
          />
          <ChoiceField
            pointer="/certainty"
            label="How sure"
            required={false}
            none={null}
            groups={CERTAINTIES}
            value={draft.certainty}
            onChange={(certainty) => onChange({ certainty })}
          />
          <TextField
            pointer="/source/attributedTo"
            label="Who says so"
            required={false}
            note="Where the article names somebody."
            value={draft.attributedTo}
            onChange={(attributedTo) => onChange({ attributedTo })}
          />
        </>
      }
    />
  );
}

function Joined({ draft, onLeave }: { draft: Draft; onLeave: () => void }) {
  return (
    <div className="joined">
      <p>
        A further source of: <strong>{draft.joins?.sentence}</strong>
      </p>
      <p className="note">
        Fields that say the same as the fact are not sent. Where this source differs, it is disputed.
      </p>
      <Button className="quiet-button" onPress={onLeave}>
        Make it a fact of its own
      </Button>
    </div>
  );
}
