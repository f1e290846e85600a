import { z } from 'zod';
import { COMPONENTS } from './schema-reference.js';

/**
 * One of several forms: the value that tells it, the name of its component, and its schema, which has that name as its
 * id.
 */
export interface Form {
  value: string;
  name: string;
  schema: z.ZodType;
}

/**
 * A union of objects that one property tells apart, as a component of its own; OpenAPI's `discriminator` says which
 * value means which form. Throws where a form has no such property.
 */
export function discriminatedUnion(
  property: string,
  forms: readonly Form[],
  meta: { id: string; description: string },
) {
  const schemas = forms.map(({ schema }) => schema) as unknown as [z.ZodObject, ...z.ZodObject[]];
  const mapping = Object.fromEntries(forms.map(({ value, name }) => [value, COMPONENTS + name]));
  return z.discriminatedUnion(property, schemas).meta({ ...meta, discriminator: { propertyName: property, mapping } });
}
