/** A key of Dateline: its id may be seen. */
const KEY = /dl_([0-9a-f]{8})_[0-9a-f]{64}/g;
/** User and password of an address. */
const CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/]*@/gi;

/** A text without what can be told to be a secret by its form: keys, and what stands before the host of an address. */
export function hideSecrets(text: string): string {
  let hidden = text;
  if (text.includes('dl_')) hidden = hidden.replaceAll(KEY, 'dl_$1_[hidden]');
  if (text.includes('://')) hidden = hidden.replaceAll(CREDENTIALS, '$1[hidden]@');
  return hidden;
}
