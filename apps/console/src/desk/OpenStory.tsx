import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ApiError, unwrap } from '#client/client.js';
import { dateline, queryClient, type Schema } from '../api/client.js';
import { eventTypesQuery } from '../api/desk-queries.js';
import { checkData } from '../forms/schema/check-data.js';
import { dataOfValues, type FormValues } from '../forms/schema/form-values.js';
import type { JsonSchema } from '../forms/schema/json-schema.js';
import { focusFirstFault, SchemaForm } from '../forms/SchemaForm.js';
import { schemaOfType } from './DraftForm.js';

const SLUG: JsonSchema = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 100,
  description: 'Its name in addresses, such as us-china-trade. It stays.',
};

/** Opens a story, for an article that belongs to none yet. */
export function OpenStory() {
  const { data: types } = useQuery(eventTypesQuery);
  const opened = schemaOfType(types?.items ?? [], 'StoryOpened');
  const schema: JsonSchema = {
    ...opened,
    properties: { title: opened.properties?.['title'] ?? {}, slug: SLUG, ...opened.properties },
    required: ['title', 'slug', 'parties'],
  };
  const [values, setValues] = useState<FormValues>({});
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const data = dataOfValues(schema, values);
  const errors = checkData({ ...schema, required: ['title', 'slug'] }, data);
  const opening = useMutation({
    mutationFn: () =>
      unwrap(
        dateline.POST('/v1/stories', {
          params: { header: { Prefer: 'wait=5' } },
          body: data as unknown as Schema<'NewStory'>,
        }),
      ),
    networkMode: 'always',
    onSuccess: () => {
      setValues({});
      setAttempts(0);
      void queryClient.invalidateQueries({ queryKey: ['stories'] });
    },
  });
  const problem = opening.error instanceof ApiError ? opening.error.problem : null;
  useEffect(() => {
    if (attempts > 0) focusFirstFault(form.current);
  }, [attempts, problem]);
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (errors.length === 0) opening.mutate();
  };
  return (
    <details className="open-story">
      <summary>Open a story that is not there yet</summary>
      <form ref={form} className="desk-form" onSubmit={onSubmit} noValidate>
        <SchemaForm
          id="story"
          schema={schema}
          values={values}
          onChange={(next) => {
            opening.reset();
            setValues(next);
          }}
          at=""
          errors={errors}
          isSubmitted={attempts > 0}
          refused={problem?.errors ?? []}
        />
        <div role="alert">
          {opening.error !== null && problem?.errors === undefined && (
            <p className="fault">{problem?.detail ?? 'The server cannot be reached. Try it again.'}</p>
          )}
        </div>
        <Button type="submit" className="strong-button" isDisabled={opening.isPending}>
          {opening.isPending ? 'Opening …' : 'Open the story'}
        </Button>
      </form>
      {opening.data && (
        <p role="status">
          Opened:{' '}
          <Link to="/stories/$slug" params={{ slug: opening.data.slug }}>
            {opening.data.title}
          </Link>
          . Facts of an article can be recorded in it.
        </p>
      )}
    </details>
  );
}
