import { Problem } from '../problems/problem.js';

/**
 * Refuses a body that is packed (unless by gzip, where the route takes that), or of a type or charset that the route
 * does not take, before a byte of it is read. A request without a body passes: what it lacks is the handler's to say.
 *
 * @param accepts media types without parameters, none where a body is not looked at
 * @param packed whether the route takes one packed by gzip
 * @throws Problem `unsupported-media-type`
 */
export function checkContentType(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  accepts: readonly string[],
  packed = false,
): void {
  if (accepts.length === 0) return;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity' && !(packed && encoding === 'gzip')) {
    const taken = packed
      ? 'The body is taken as it is, or packed by gzip.'
      : 'Bodies are taken as they are, without a Content-Encoding.';
    throw new Problem('unsupported-media-type', taken, {
      headers: { 'accept-encoding': packed ? 'gzip, identity' : 'identity' },
    });
  }
  const contentType = headers['content-type'];
  if (typeof contentType !== 'string') {
    if (hasBody(headers)) throw wrongType(`A body needs a Content-Type: ${accepts.join(' or ')}.`);
    return;
  }
  if (accepts.includes(contentType)) return;
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (!accepts.includes(type)) throw wrongType(`The Content-Type must be ${accepts.join(' or ')}.`);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'utf8', '"utf-8"', '"utf8"'].includes(charset))
    throw wrongType('The charset must be UTF-8.');
}

const hasBody = (headers: Readonly<Record<string, string | string[] | undefined>>): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

const wrongType = (detail: string): Problem => new Problem('unsupported-media-type', detail);
