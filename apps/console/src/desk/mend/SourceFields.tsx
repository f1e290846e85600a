import { useInfiniteQuery } from '@tanstack/react-query';
import { articlesQuery } from '../../api/desk-queries.js';
import { ChoiceField } from '../../forms/fields/choices.js';
import { DateField, TextField } from '../../forms/fields/texts.js';
import type { MendKind, SourceDraft } from './mend-draft.js';

interface SourceFieldsProps {
  kind: MendKind;
  source: SourceDraft;
  onChange: (source: SourceDraft) => void;
}

/** Where it was read: on a page of the web, or in an article that is filed here. */
export function SourceFields({ kind, source, onChange }: SourceFieldsProps) {
  const { data } = useInfiniteQuery({ ...articlesQuery, enabled: source.kind === 'article' });
  const articles = data?.pages.flatMap((page) => page.items) ?? [];
  const text = (name: Exclude<keyof SourceDraft, 'kind'>) => ({
    pointer: `/source/${name}`,
    required: false,
    value: source[name],
    onChange: (value: string) => onChange({ ...source, [name]: value }),
  });
  const kinds = [
    ...(kind === 'corroborate' ? [] : [{ value: 'none', label: 'the desk itself' }]),
    { value: 'web', label: 'a page on the web' },
    { value: 'article', label: 'an article filed here' },
  ];
  return (
    <>
      <ChoiceField
        pointer="/source"
        label="Source"
        required={kind === 'corroborate'}
        none={null}
        groups={[{ choices: kinds }]}
        value={source.kind}
        onChange={(next) => onChange({ ...source, kind: next as SourceDraft['kind'] })}
      />
      {source.kind === 'web' && (
        <>
          <TextField {...text('url')} label="Address" required inputMode="url" placeholder="https://" />
          <TextField {...text('publisher')} label="Publisher" required />
          <DateField
            {...text('publishedAt')}
            label="Published"
            note="Without it, nobody can say by when it was in print."
          />
        </>
      )}
      {source.kind === 'article' && (
        <ChoiceField
          {...text('article')}
          label="Article"
          required
          none="Choose …"
          groups={[
            {
              choices: articles.map(({ id, headline, publisher }) => ({
                value: id,
                label: `${publisher}: ${headline}`,
              })),
            },
          ]}
        />
      )}
      {source.kind !== 'none' && (
        <>
          <TextField
            {...text('quote')}
            label="Its words"
            rows={3}
            note={source.kind === 'article' ? 'Letter for letter, as they stand in the article.' : 'Letter for letter.'}
          />
          <TextField {...text('attributedTo')} label="Who says so" />
        </>
      )}
    </>
  );
}
