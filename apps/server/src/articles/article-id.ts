import { hash } from 'node:crypto';

/** sha256 of a text in UTF-8, hex. */
export const sha256Of = (text: string): string => hash('sha256', text, 'hex');

/**
 * The id of a revision: it follows from its url and the sha256 of its body, so the same text is the same article
 * everywhere.
 */
export const articleId = (url: string, sha256: string): string => uuidOf(sha256Of(`${sha256}\n${url}`));

/** A UUID (version 8) that follows from a sha256, hex. */
export function uuidOf(sha256: string): string {
  const variant = ((Number.parseInt(sha256.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${sha256.slice(0, 8)}-${sha256.slice(8, 12)}-8${sha256.slice(13, 16)}-${variant}${sha256.slice(17, 20)}-${sha256.slice(20, 32)}`;
}
