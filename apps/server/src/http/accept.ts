interface Range {
  type: string;
  subtype: string;
  quality: number;
}

/**
 * The media type to answer with: of those `offered` (best first, without parameters) the one that the `Accept` header
 * likes most (RFC 9110, 12.5.1), or `null` where it takes none. No header takes anything.
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | null {
  if (accept === undefined || accept === '*/*') return offered[0] ?? null;
  const ranges = accept.split(',').flatMap(parseRange);
  let best: string | null = null;
  let bestQuality = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > bestQuality) [best, bestQuality] = [type, quality];
  }
  return best;
}

/** The quality that the most specific range which covers the type gives it. */
function qualityOf(offered: string, ranges: readonly Range[]): number {
  const [type, subtype] = offered.split('/');
  let quality = 0;
  let specific = -1;
  for (const range of ranges) {
    const rank = range.type === '*' ? 0 : range.subtype === '*' ? 1 : 2;
    const covers = (range.type === '*' || range.type === type) && (range.subtype === '*' || range.subtype === subtype);
    if (covers && rank > specific) [quality, specific] = [range.quality, rank];
  }
  return quality;
}

function parseRange(text: string): Range[] {
  const [media = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const match = /^([!#$%&'*+.^_`|~0-9a-z-]+)\/([!#$%&'*+.^_`|~0-9a-z-]+)$/.exec(media);
  if (!match) return [];
  const [, type = '', subtype = ''] = match;
  if (type === '*' && subtype !== '*') return [];
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? [{ type, subtype, quality: Number(weight) }] : [];
}
