import { isNativeError } from 'node:util/types';
import { hideSecrets } from './hide-secrets.js';

/** What a line of the log says of an error: enough to find it, and nothing of what anybody had sent or stored. */
export interface ErrorDescription {
  type: string;
  message: string;
  /** The type, the message, and where in the program it came from. */
  stack: string;
  /** An SQLSTATE, or the name that Node gives it. */
  code?: string;
  /** What PostgreSQL names in it, and the function of PostgreSQL that raised it. */
  schema?: string;
  table?: string;
  column?: string;
  constraint?: string;
  dataType?: string;
  routine?: string;
  cause?: ErrorDescription;
  errors?: ErrorDescription[];
}

const MOST_FRAMES = 20;
const MOST_CAUSES = 4;
const LONGEST_MESSAGE = 300;

/**
 * Describes anything thrown by an allow-list: never by what it has. An error of PostgreSQL is told by its code and by
 * what it names, not by its message, detail, hint, context or statement; TypeORM's without query and parameters,
 * Redis's without its command. A message of the program's own is told up to its first line break, without what looks
 * like a secret.
 */
export function describeError(error: unknown): ErrorDescription {
  return describe(error, 0);
}

/** The same in a line, for a person or for what is kept of a failure. */
export function summarizeError(error: unknown): string {
  return messageOf(isNativeError(error) && error.message === '' ? (innerErrors(error)[0] ?? error) : error);
}

/**
 * An error that says the same without data, and is described in the same way: for those who keep or show what they are
 * thrown.
 */
export function withoutData(error: unknown): Error {
  const { type: name, message, cause: _cause, errors: _errors, ...said } = describeError(error);
  return Object.assign(new Error(message), {
    ...said,
    name,
    ...(sqlStateOf(error) !== null && { severity: property(error, 'severity') }),
  });
}

/**
 * PostgreSQL says so while somebody connects, or is not allowed something: its words name roles, databases and tables,
 * never what stands in them.
 */
const SAID_TO_OPERATORS = /^(08|28|3D000|42501|53300|57P)/;
/** PL/pgSQL's RAISE: its words are those of whoever wrote the function. */
const RAISED = 'exec_stmt_raise';

/** Why the server cannot work, for the person who starts it: PostgreSQL's own words where they cannot hold data. */
export function reasonForOperator(error: unknown): string {
  const first: unknown = innerErrors(error)[0] ?? error;
  const code = sqlStateOf(first);
  const spoken = code !== null && SAID_TO_OPERATORS.test(code) && property(first, 'routine') !== RAISED;
  return (spoken ? firstLine((first as Error).message) : summarizeError(first)).replace(/\.$/, '');
}

function describe(error: unknown, depth: number): ErrorDescription {
  const type = typeOf(error);
  const message = messageOf(error);
  const deeper = depth < MOST_CAUSES;
  const cause: unknown = isNativeError(error) ? error.cause : undefined;
  const errors = innerErrors(error).slice(0, MOST_CAUSES);
  return {
    type,
    message,
    stack: [`${type}: ${message}`, ...framesOf(error)].join('\n'),
    ...codeOf(error),
    ...(sqlStateOf(error) !== null && namesIn(error)),
    ...(deeper && cause !== undefined && { cause: describe(cause, depth + 1) }),
    ...(deeper && errors.length > 0 && { errors: errors.map((one) => describe(one, depth + 1)) }),
  };
}

function messageOf(error: unknown): string {
  const code = sqlStateOf(error);
  if (code !== null) {
    const { constraint, table, column } = namesIn(error);
    const named = Object.entries({ constraint, table, column }).filter(([, name]) => name !== undefined);
    return [`PostgreSQL refused it: SQLSTATE ${code}`, ...named.map(([what, name]) => `${what} ${name}`)].join(', ');
  }
  if (!isNativeError(error)) return 'what was thrown is no error';
  switch (error.name) {
    // They quote what they could not read.
    case 'SyntaxError':
      return 'a text could not be parsed';
    case 'ZodError':
    case '$ZodError':
      return 'a value is not of its schema';
    // A refusal tells whoever asked what they had sent.
    case 'Problem':
      return `refused: ${codeOf(error).code ?? ''}`;
    // Redis may repeat the command.
    case 'ReplyError':
      return `Redis refused it: ${/^[A-Z]+/.exec(error.message)?.[0] ?? ''}`;
    default:
      return firstLine(error.message);
  }
}

/** Also of a class that keeps its name to itself: pg's errors are called `error`. */
function typeOf(error: unknown): string {
  if (!isNativeError(error)) return typeof error;
  const name = error.name === 'error' || error.name === 'Error' ? error.constructor.name : error.name;
  return /^\$?\w{1,60}$/.test(name) ? name : 'Error';
}

const firstLine = (text: string): string =>
  hideSecrets(text.split(/[\r\n\u2028\u2029]/, 1)[0] ?? '').slice(0, LONGEST_MESSAGE);

/** An SQLSTATE, where the error is one of PostgreSQL: those of Node have neither its form nor a severity. */
function sqlStateOf(error: unknown): string | null {
  const code = property(error, 'code');
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && typeof property(error, 'severity') === 'string'
    ? code
    : null;
}

function codeOf(error: unknown): { code?: string } {
  const code = property(error, 'code');
  return typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? { code } : {};
}

const NAMES = ['schema', 'table', 'column', 'constraint', 'dataType', 'routine'] as const;

function namesIn(error: unknown): Partial<Record<(typeof NAMES)[number], string>> {
  const named = NAMES.flatMap((name) => {
    const value = property(error, name);
    return typeof value === 'string' && /^[A-Za-z_][\w$]{0,62}$/.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(named);
}

/** As V8 writes it: a function and where it stands, in a file of the program or of Node. */
const FRAME = /^ {4}at (?:[\w$.<>[\]# ]+ \()?(?:node:|file:\/\/|\/|[A-Za-z]:\\)[^\s()]*:\d+:\d+\)?$/;

/** The lines of the stack behind the message, which V8 puts before them. */
function framesOf(error: unknown): string[] {
  if (!isNativeError(error) || typeof error.stack !== 'string') return [];
  const at = error.stack.indexOf(error.message);
  const behind = at < 0 ? error.stack : error.stack.slice(at + error.message.length);
  return behind
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES);
}

/** Those that an AggregateError stands for. */
function innerErrors(error: unknown): readonly unknown[] {
  const errors = property(error, 'errors');
  return isNativeError(error) && Array.isArray(errors) ? errors : [];
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
