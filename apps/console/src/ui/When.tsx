import { formatDate, formatShort } from './dates.js';

/** A date, as precisely as it is known. */
export function When({ date, short = false }: { date: string | null | undefined; short?: boolean }) {
  if (date === null || date === undefined) return <span className="quiet">date not known</span>;
  return <time dateTime={date}>{short ? formatShort(date) : formatDate(date)}</time>;
}
