import { z } from 'zod';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/**
 * What is wrong with a value, in plain words, for every check that has no words of its own. Handed to zod with each
 * parse.
 */
export function explain(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'unrecognized_keys':
      return `is not a field here${taken(issue.inst)}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'is required'
        : `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must ${bound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${bound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)}`;
    default:
      return issue.input === undefined ? 'is required' : 'is not in the expected form';
  }
}

function wrongType(issue: { input?: unknown; expected: string }): string {
  if (issue.input === undefined) return 'is required';
  if (typeof issue.input === 'number' && !Number.isFinite(issue.input)) return 'must be a finite number';
  return `must be ${NOUNS[issue.expected] ?? 'of another type'}`;
}

/** The fields that there are in its place. */
const taken = (schema: unknown): string =>
  schema instanceof z.ZodObject ? `; taken here: ${Object.keys(schema.shape).join(', ')}` : '';

function bound(origin: string, comparison: string, limit: number | bigint): string {
  const count = limit.toLocaleString('en');
  if (origin === 'string') return `be ${comparison} ${count} characters`;
  if (origin === 'array') return `hold ${comparison} ${count} ${limit === 1 ? 'item' : 'items'}`;
  return `be ${comparison} ${count}`;
}
