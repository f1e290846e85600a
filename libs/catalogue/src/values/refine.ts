/**
 * For the `when` of a refinement of an object: it runs even where a field is already refused, so that all problems are told at once. The
 * refinement then sees unchecked values and may only ask which are there.
 */
export function isObject(payload: { value: unknown }): boolean {
  return typeof payload.value === 'object' && payload.value !== null && !Array.isArray(payload.value);
}
