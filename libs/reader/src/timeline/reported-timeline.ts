import { mentionsOf } from '#catalogue/mentions.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { Clocks } from '../clocks/clocks.js';
import { readForms, type TimelineFilter } from './timeline-fact-states.js';
import { resolveForTimeline, type TimelineFact } from './resolve-for-timeline.js';
import { newestFirst, placeOf, type TimelinePlace } from './timeline-page.js';

/**
 * $1 story, $2 position: the forms, as known there, of the facts that events are about. Those may be told otherwise by
 * an earlier press.
 */
const SPOKEN_OF = `
select ${storedForm('f')} as form
  from (select distinct a.fact_id from event a where a.story = $1 and a.target is not null and a.position <= $2) t
  join event e on e.id = t.fact_id
  join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2
 where f.type not in ('StoryOpened', 'StoryClosed')`;

/**
 * A story's facts as the press had told them. A fact that no event is about is told by every press in the same way and
 * place, or not at all: those come by the index, in order. The few others are told anew and put among them.
 */
export async function reportedTimeline(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelineFact[]> {
  const { rows } = await pool.query<{ form: StoredForm }>({
    name: 'facts-spoken-of',
    text: SPOKEN_OF,
    values: [story, clocks.position],
  });
  const timelineFacts = rows
    .flatMap(({ form }) => resolveForTimeline(formOf(form), clocks.reportedAsOf) ?? [])
    .filter((one) => matches(one, filter, clocks));
  const later = timelineFacts.filter((one) => after === null || newestFirst(after, placeOf(one)) < 0);
  const alone = await publishedAlone(pool, story, filter, clocks, after, limit);
  return [...later, ...alone].sort((a, b) => newestFirst(placeOf(a), placeOf(b))).slice(0, limit);
}

const AT_A_TIME = 200;

/** The next facts that no event is about and that had been published. */
async function publishedAlone(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  count: number,
): Promise<TimelineFact[]> {
  const found: TimelineFact[] = [];
  // As many as a page needs; where they were not published, as many as are looked at in one question.
  let most = Math.min(count, AT_A_TIME);
  for (let place = after; ;) {
    const forms = await readForms(pool, story, filter, clocks, place, most, true);
    found.push(...forms.flatMap((form) => resolveForTimeline(form, clocks.reportedAsOf) ?? []));
    const last = forms.at(-1);
    const end = last && resolveForTimeline(last, Infinity);
    if (found.length >= count || forms.length < most || !end) return found;
    most = AT_A_TIME;
    place = placeOf(end);
  }
}

function matches({ told, withdrawn }: TimelineFact, filter: TimelineFilter, clocks: Clocks): boolean {
  const { from, types, party, person, publisher, subject, retracted } = filter;
  if (told.period.from > clocks.asOf || (from && told.period.from < from.from)) return false;
  if (withdrawn && !retracted) return false;
  if (types !== undefined && !types.includes(told.type)) return false;
  if (publisher !== undefined && !told.accounts.some((account) => account.publisher === publisher)) return false;
  if (subject && subjectOf(subject.view, told) !== subject.subject) return false;
  if (party === undefined && person === undefined) return true;
  const { parties, persons } = mentionsOf(told.type, told.data);
  return (party === undefined || parties.includes(party)) && (person === undefined || persons.includes(person));
}
