import { isNativeError } from 'node:util/types';

/** A key of Dateline. Its id may be shown. */
const KEY = /dl_([0-9a-f]{8})_[0-9a-f]{64}/g;
/** The user and the password of an address. */
const CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/]*@/gi;

/** Hides secrets that can be recognized by their form: keys, and the credentials in addresses. */
export function hideSecrets(text: string): string {
  let hidden = text;
  if (text.includes('dl_')) hidden = hidden.replaceAll(KEY, 'dl_$1_[hidden]');
  if (text.includes('://')) hidden = hidden.replaceAll(CREDENTIALS, '$1[hidden]@');
  return hidden;
}

/** An error as the log shows it: enough to find the cause, and no data that were sent or stored. */
export interface ErrorDescription {
  type: string;
  message: string;
  /** The type, the message, and the stack frames. */
  stack: string;
  /** An SQLSTATE, or the error code of Node. */
  code?: string;
  /** The names that PostgreSQL gives in its error, and its function that raised the error. */
  schema?: string;
  table?: string;
  column?: string;
  constraint?: string;
  dataType?: string;
  routine?: string;
  cause?: ErrorDescription;
  errors?: ErrorDescription[];
}

const MAX_FRAMES = 20;
const MAX_CAUSES = 4;
const MAX_MESSAGE_LENGTH = 300;

/**
 * Describes any thrown value by an allow-list of properties. An error of PostgreSQL is described by its code and its
 * names, without its message, detail, hint, context and statement; one of TypeORM without query and parameters; one of
 * Redis without its command. Of other messages, the first line is shown, without what looks like a secret.
 */
export function describeError(error: unknown): ErrorDescription {
  return describe(error, 0);
}

/** The same in one line: for a person, and for stored failures. */
export function summarizeError(error: unknown): string {
  return messageOf(isNativeError(error) && error.message === '' ? (innerErrors(error)[0] ?? error) : error);
}

/**
 * A copy of an error without data, which `describeError` describes like the original: for libraries that store errors.
 */
export function withoutData(error: unknown): Error {
  const { type: name, message, cause: _cause, errors: _errors, ...properties } = describeError(error);
  return Object.assign(new Error(message), {
    ...properties,
    name,
    ...(sqlStateOf(error) !== null && { severity: property(error, 'severity') }),
  });
}

/**
 * Errors of connections and privileges. Their messages name roles, databases and tables, and hold no data of the
 * tables.
 */
const SHOWN_TO_OPERATORS = /^(08|28|3D000|42501|53300|57P)/;
/** PL/pgSQL's RAISE: its messages come from the author of a function, and may hold anything. */
const RAISED = 'exec_stmt_raise';

/** Why the server cannot work, for the person who starts it: PostgreSQL's own message if it cannot hold data. */
export function reasonForOperator(error: unknown): string {
  const first: unknown = innerErrors(error)[0] ?? error;
  const code = sqlStateOf(first);
  const isSafe = code !== null && SHOWN_TO_OPERATORS.test(code) && property(first, 'routine') !== RAISED;
  return (isSafe ? firstLine((first as Error).message) : summarizeError(first)).replace(/\.$/, '');
}

function describe(error: unknown, depth: number): ErrorDescription {
  const type = typeOf(error);
  const message = messageOf(error);
  const deeper = depth < MAX_CAUSES;
  const cause: unknown = isNativeError(error) ? error.cause : undefined;
  const errors = innerErrors(error).slice(0, MAX_CAUSES);
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
  if (!isNativeError(error)) return 'the thrown value is not an error';
  switch (error.name) {
    // Its message quotes the text.
    case 'SyntaxError':
      return 'a text could not be parsed';
    case 'ZodError':
    case '$ZodError':
      return 'a value does not match its schema';
    // Its detail may quote the request.
    case 'Problem':
      return `refused: ${codeOf(error).code ?? ''}`;
    // Redis may quote the command.
    case 'ReplyError':
      return `Redis refused it: ${/^[A-Z]+/.exec(error.message)?.[0] ?? ''}`;
    default:
      return firstLine(error.message);
  }
}

/** The class, if the name is not telling: pg's errors are called `error`. */
function typeOf(error: unknown): string {
  if (!isNativeError(error)) return typeof error;
  const name = error.name === 'error' || error.name === 'Error' ? error.constructor.name : error.name;
  return /^\$?\w{1,60}$/.test(name) ? name : 'Error';
}

const firstLine = (text: string): string =>
  hideSecrets(text.split(/[\r\n\u2028\u2029]/, 1)[0] ?? '').slice(0, MAX_MESSAGE_LENGTH);

/** The SQLSTATE of an error of PostgreSQL. Errors of Node have neither a code of this form nor a severity. */
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

/** A stack frame as V8 writes it: a function and its place, in a file of the program or of Node. */
const FRAME = /^ {4}at (?:[\w$.<>[\]# ]+ \()?(?:node:|file:\/\/|\/|[A-Za-z]:\\)[^\s()]*:\d+:\d+\)?$/;

/** The frames in the stack. V8 puts the message before them, which may itself hold lines that look like frames. */
function framesOf(error: unknown): string[] {
  if (!isNativeError(error) || typeof error.stack !== 'string') return [];
  const at = error.stack.indexOf(error.message);
  const frames = at < 0 ? error.stack : error.stack.slice(at + error.message.length);
  return frames
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES);
}

/** The errors of an AggregateError. */
function innerErrors(error: unknown): readonly unknown[] {
  const errors = property(error, 'errors');
  return isNativeError(error) && Array.isArray(errors) ? errors : [];
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
