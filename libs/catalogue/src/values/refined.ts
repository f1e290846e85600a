import { z } from 'zod';

/** A rule between the fields of an object. */
export interface Rule<Data> {
  check: (data: Data) => boolean;
  error: string;
  /** The field that it is told of; the object itself, where it is missing. */
  path?: string[];
}

/**
 * An object with rules between its fields. They are asked even where a field is already refused, so that all problems
 * are told at once: a rule then sees unchecked values, and may only ask which are there.
 *
 * zod compiles no refinement that says when it is asked. So the object is compiled by itself and its rules follow; what
 * does not pass goes through zod's own parser, which tells what is wrong.
 */
export function refined<Schema extends z.ZodObject>(
  object: Schema,
  ...rules: readonly Rule<z.output<Schema>>[]
): Schema {
  const telling = rules.reduce(
    (schema, { check, ...params }) => schema.refine(check, { ...params, when: isObject }),
    object,
  );
  const compiled = z.compile(object);
  return z.withParser(telling, (input) => {
    const { success, data } = compiled.safeParse(input);
    return success && rules.every(({ check }) => check(data)) ? data : z.INVALID;
  });
}

const isObject = ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
