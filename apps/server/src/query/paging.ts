import { z } from 'zod';

export const MAX_ITEMS = 200;
export const DEFAULT_ITEMS = 50;

/** The parameters of a list. */
export const pageParameters = {
  limit: z
    .string()
    .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_ITEMS, {
      error: `must be a whole number from 1 to ${MAX_ITEMS}`,
    })
    .transform(Number)
    .optional()
    .meta({
      type: 'integer',
      minimum: 1,
      maximum: MAX_ITEMS,
      default: DEFAULT_ITEMS,
      description: 'How many items at most',
    }),
  cursor: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'Goes on after the page that gave it out, at the same point of the record' }),
};

/** The `Link` header that names the next page: this URL with the cursor in place of the one it had. */
export function linkToNext(url: string, cursor: string): string {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const kept = (at < 0 ? '' : url.slice(at + 1))
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('cursor='));
  return `<${path}?${[...kept, `cursor=${cursor}`].join('&')}>; rel="next"`;
}
