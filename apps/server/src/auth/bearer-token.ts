/**
 * The key of an `Authorization` header, `null` for another scheme. Node reads header bytes as Latin-1; a key is UTF-8.
 */
export function bearerToken(authorization: string): string | null {
  const token = /^Bearer +(\S(?:.*\S)?) *$/i.exec(authorization)?.[1];
  return token === undefined ? null : Buffer.from(token, 'latin1').toString('utf8');
}
