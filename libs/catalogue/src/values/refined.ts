import { z } from 'zod';

/** A rule between the fields of an object. */
export interface Rule<Data> {
  check: (data: Data) => boolean;
  error: string;
  /** The field that the error points at; by default the object itself. */
  path?: string[];
}

/**
 * An object with rules between its fields. The rules run even if a field is invalid, so that all problems are reported
 * at once. A rule may therefore see invalid values, and must check only which fields are present.
 *
 * zod cannot compile a refinement with a `when`. So the compiled object runs first, then the rules; input that does not
 * pass goes through zod's own parser, which reports the problems.
 */
export function refined<Schema extends z.ZodObject>(
  object: Schema,
  ...rules: readonly Rule<z.output<Schema>>[]
): Schema {
  const reporting = rules.reduce(
    (schema, { check, ...params }) => schema.refine(check, { ...params, when: isObject }),
    object,
  );
  const compiled = z.compile(object);
  return z.withParser(reporting, (input) => {
    const { success, data } = compiled.safeParse(input);
    return success && rules.every(({ check }) => check(data)) ? data : z.INVALID;
  });
}

const isObject = ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
