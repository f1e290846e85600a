import { z } from 'zod';
import { STATE_FILTERS, type StateFilter, type ViewFilter } from '#reader/items/read-view.js';
import type { AnyView } from '#views/define-view.js';
import { nearest } from '../problems/nearest.js';
import { badParameter } from '../problems/problem.js';
import type { ItemsQuery } from './views.schema.js';

/** Of the filters that every view has, the one closest to a filter that a view does not have. */
const INSTEAD: Readonly<Record<StateFilter, string>> = { status: 'party', imposedBy: 'party', appliesTo: 'party' };

/**
 * The filter of a list of items.
 * @throws Problem `bad-parameter` for a field that the states of the view do not have, and for a status that they
 * cannot have
 */
export function itemsFilter(view: AnyView, query: z.output<typeof ItemsQuery>): ViewFilter {
  const { story, party, dateUncertain } = query;
  const state: Partial<Record<StateFilter, string>> = {};
  for (const name of STATE_FILTERS) {
    const value = query[name];
    if (value === undefined) continue;
    const schema = fieldOf(view, name);
    if (!schema)
      throw badParameter(name, `is not a filter of the view ${view.name}: its states do not have it`, INSTEAD[name]);
    if (!schema.safeParse(value).success) throw unknownWord(view, name, value, schema);
    state[name] = value;
  }
  return { story, parties: party, state, dateUncertain };
}

function unknownWord(view: AnyView, name: string, value: string, schema: z.ZodType) {
  const words = wordsOf(schema);
  const detail = `must be one of ${words.join(', ')} in the view ${view.name}`;
  return badParameter(name, detail, nearest(value, words));
}

function fieldOf({ state }: AnyView, name: string): z.ZodType | undefined {
  const { shape } = state as unknown as z.ZodObject<Record<string, z.ZodType>>;
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** The words of an enumeration that may be null. */
function wordsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodNullable) return wordsOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}
