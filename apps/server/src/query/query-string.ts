import { badParameter, Problem } from '../problems/problem.js';

/**
 * The parameters of a URL's query string, decoded. Stricter than `URLSearchParams`, which takes the last of two and
 * mends escapes silently: here each name stands once and each escape is UTF-8.
 * @throws Problem `bad-parameter`
 */
export function readQueryString(url: string): Record<string, string> {
  const start = url.indexOf('?');
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  if (start < 0) return values;
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null)
      throw new Problem('bad-parameter', 'The name of a query parameter has an escape that is not UTF-8.');
    if (value === null) throw badParameter(name, 'has an escape that is not UTF-8');
    if (name in values) throw badParameter(name, 'is given more than once');
    values[name] = value;
  }
  return values;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
