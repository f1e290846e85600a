import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ApiError, unwrap } from '#client/client.js';
import { dateline, queryClient, type Schema } from '../api/client.js';
import { checkData } from '../forms/schema/check-data.js';
import { DateField, TextField } from '../forms/fields/texts.js';
import { dataOfValues, type FormValues } from '../forms/schema/form-values.js';
import type { JsonSchema } from '../forms/schema/json-schema.js';
import { focusFirstFault, SchemaForm } from '../forms/SchemaForm.js';
import { useStored } from '../ui/stored.js';
import { DATE, objectOf } from './drafts.js';

const TEXT: JsonSchema = { type: 'string', minLength: 1, maxLength: 2000 };
const FOLDED: JsonSchema = {
  type: 'object',
  properties: {
    byline: { ...TEXT, description: 'Who wrote it' },
    language: { type: 'string', maxLength: 35, description: 'As in en or pt-BR: it decides where sentences end' },
  },
};
/** An article as the server takes it. */
const ARTICLE: JsonSchema = {
  type: 'object',
  required: ['body', 'headline', 'publisher', 'url'],
  properties: {
    body: { type: 'string', minLength: 1 },
    headline: TEXT,
    publisher: TEXT,
    url: { type: 'string', format: 'uri', maxLength: 2000 },
    publishedAt: DATE,
    ...FOLDED.properties,
  },
};

const readValues = (stored: unknown): FormValues => objectOf(stored) as FormValues;

/** Files the text of an article with its source, and goes on to its facts. */
export function FileArticle({ story }: { story: string | undefined }) {
  const navigate = useNavigate();
  const [values, change] = useStored('dateline-article', readValues);
  const [isSubmitted, setSubmitted] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const data = dataOfValues(ARTICLE, values);
  // The text is filed as it was published, with the white space around it.
  const body = typeof values['body'] === 'string' ? values['body'] : '';
  const errors = checkData(ARTICLE, data);
  const filing = useMutation({
    mutationFn: () =>
      unwrap(dateline.POST('/v1/articles', { body: { ...data, body } as unknown as Schema<'NewArticle'> })),
    networkMode: 'always',
    onSuccess: async ({ id }) => {
      change(() => null);
      await queryClient.invalidateQueries({ queryKey: ['articles'] });
      await navigate({ to: '/desk/articles/$id', params: { id }, search: { ...(story && { story }) } });
    },
  });
  const problem = filing.error instanceof ApiError ? filing.error.problem : null;
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) focusFirstFault(form.current);
  }, [attempts, problem]);
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSubmitted(true);
    setAttempts(attempts + 1);
    if (errors.length === 0) filing.mutate();
  };
  const text = (name: string) => ({
    pointer: `/${name}`,
    required: ARTICLE.required?.includes(name) ?? false,
    value: typeof values[name] === 'string' ? values[name] : '',
    onChange: (value: string) => {
      filing.reset();
      change((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <form ref={form} className="desk-form" onSubmit={onSubmit} noValidate>
      <SchemaForm
        id="article"
        schema={FOLDED}
        values={values}
        onChange={(next) => change((now) => ({ ...now, ...next }))}
        at=""
        errors={errors}
        isSubmitted={isSubmitted}
        refused={problem?.errors ?? []}
        before={
          <>
            <TextField
              {...text('body')}
              label="Text"
              rows={10}
              note="Paste it as it was published. Only editors can read it."
            />
            <TextField {...text('headline')} label="Headline" />
            <TextField {...text('publisher')} label="Publisher" />
            <TextField {...text('url')} label="Address" inputMode="url" placeholder="https://" />
            <DateField {...text('publishedAt')} label="Published" />
          </>
        }
      />
      <div role="alert">
        {filing.error !== null && problem?.errors === undefined && (
          <p className="fault">
            {problem?.detail ?? 'The server cannot be reached. What you wrote is kept: file it again.'}
          </p>
        )}
      </div>
      <Button type="submit" className="strong-button" isDisabled={filing.isPending}>
        {filing.isPending ? 'Filing …' : 'File the article'}
      </Button>
    </form>
  );
}
