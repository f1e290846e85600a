import { formatDay } from '#catalogue/values/reduced-date.js';
import { date } from '#catalogue/wording/dates.js';
import type { Fact, Item } from '../material.js';
import { claimTold } from '../sections/claims.js';
import { overruledAmong } from '../sections/disputes.js';
import { inSections, type Section } from '../sentence.js';
import { isEstablished, newestFirst, stands } from '../render-context.js';
import { dated } from '../wording/dated.js';
import { datesAt, inYear } from '../wording/dates.js';
import { whatChanged } from './changed.js';
import { whatWasCorrected } from './corrected.js';
import { whatHappened } from './happened.js';
import { lastDay, type DigestPeriod, type PeriodKind } from './period.js';

/** What a digest is made of. */
export interface DigestMaterial {
  story: { slug: string; title: string };
  period: DigestPeriod;
  /** The facts of the story that are dated within the period, those included that were withdrawn since. */
  happened: readonly Fact[];
  /** The subjects that are told differently at the end of the period than before it. */
  changed: readonly { before: Item | null; after: Item | null }[];
  /** Facts that can be cited for these. */
  behind: readonly Fact[];
  /**
   * As of when it is told: the end of the period, or an instant within it while it runs. Microseconds since the epoch.
   */
  instant: number;
}

/** A period of a story: what happened, what changed by it, what was corrected since. */
export interface Digest {
  kind: PeriodKind;
  /** `2025-10-26`, `2025-W43`, `2025-10`. */
  period: string;
  /** Its first and its last day. */
  from: string;
  to: string;
  headline: string;
  sections: Section[];
}

const MOST_CLAIMS = 6;

/**
 * The digest of a period. Pure; dates are told as in the year of the period, so that it reads the same whenever it is
 * read.
 */
export function buildDigest({ story, period, changed, instant, ...given }: DigestMaterial): Digest {
  const dates = datesAt(instant);
  const happened = inYear(given.happened, dates);
  const facts = [...inYear(given.behind, dates), ...happened];
  const isOverruled = overruledAmong(changed.flatMap(({ after }) => after ?? []));
  const standing = happened.filter((fact) => isEstablished(fact) && !isOverruled(fact));
  const claims = happened.filter((fact) => stands(fact) && fact.certainty === 'claimed').sort(newestFirst);
  const told = whatHappened(standing, period.kind === 'day' ? undefined : dates);
  // Of one day it is told without its date, and what changed by it with one.
  const again = new Set(
    standing.filter(({ sentence }) => told.some(({ text }) => text === sentence)).map((fact) => dated(fact, dates)),
  );
  return {
    kind: period.kind,
    period: period.name,
    from: formatDay(period.from),
    to: formatDay(lastDay(period)),
    headline: `${story.title}: ${nameOf(period)}`,
    sections: inSections([
      ['What happened', told],
      ['What was only claimed', claims.slice(0, MOST_CLAIMS).map((fact) => claimTold(fact, dates))],
      ['What changed as a result', whatChanged(changed, facts, period, instant).filter(({ text }) => !again.has(text))],
      ['What has been corrected since', whatWasCorrected(happened)],
    ]),
  };
}

/** "26 October 2025", "20 to 26 October 2025", "October 2025". */
function nameOf({ kind, name, from, to }: DigestPeriod): string {
  if (kind !== 'week') return date(name);
  const [first, last] = [date(formatDay(from)), date(formatDay(lastDay({ to })))];
  const shared = last.split(' ').filter((word, i) => i > 0 && first.split(' ')[i] === word);
  return `${first
    .split(' ')
    .slice(0, 3 - shared.length)
    .join(' ')} to ${last}`;
}
