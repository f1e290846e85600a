import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { suggestedItemsQuery } from '../api/desk-queries.js';
import { viewsQuery } from '../api/queries.js';
import type { Suggestion } from '../forms/schema/form-context.js';
import type { JsonSchema } from '../forms/schema/json-schema.js';
import { itemTitle } from '../items/item-words.js';

const NONE: readonly Suggestion[] = [];

/**
 * What the slugs of a form suggest: a field that is named like the subject of a view (`truce`) suggests the subjects
 * that the story has there.
 */
export function useSuggestions(story: string, schema: JsonSchema): (field: string) => readonly Suggestion[] {
  const { data: views } = useQuery(viewsQuery);
  const named = (views?.items ?? []).filter(({ subject }) => subject in (schema.properties ?? {}));
  const reads = useQueries({
    queries: named.map(({ name }) => ({ ...suggestedItemsQuery(name, story), enabled: story !== '' })),
  });
  const found = named.map(({ subject }, index) => ({ subject, items: reads[index]?.data?.items ?? [] }));
  const key = JSON.stringify(found.map(({ subject, items }) => [subject, items.map((item) => item.subject)]));
  return useCallback(
    (field) =>
      found
        .find(({ subject }) => subject === field)
        ?.items.map((item) => ({
          value: item.subject,
          label: itemTitle(item.view, item.subject, item.state as { title?: string | null } | null),
        })) ?? NONE,
    // The subjects say what is suggested: `found` is made anew with each rendering.
    [key],
  );
}
