import { createHash } from 'node:crypto';

/** sha256 of a text in UTF-8, hex. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The id of a revision: it follows from its url and the sha256 of its body, so the same text is the same article everywhere. */
export const articleId = (url: string, sha256: string): string => uuidOf(createHash('sha256').update(`${sha256}\n${url}`, 'utf8').digest());

/** A UUID (version 8) that follows from a sha256. */
export function uuidOf(digest: Buffer): string {
  const bytes = digest.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
