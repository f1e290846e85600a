/** The key of an `Authorization` header, `null` for another scheme. Node reads header bytes as Latin-1; a key is UTF-8. */
export function bearerToken(authorization: string): string | null {
  const token = /^Bearer +(\S(?:.*\S)?) *$/i.exec(authorization)?.[1];
  if (token === undefined) return null;
  return /[^\x20-\x7e]/.test(token) ? Buffer.from(token, 'latin1').toString('utf8') : token;
}
