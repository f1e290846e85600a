import { accountsOf, correctionsOf, retractionsOf, type Account } from './accounts.js';
import { begun, inOrder, isSubject, resolvedFact, startOf, type CurrentFact } from './current-facts.js';
import { endOf, spanOf } from './dates.js';
import { momentOf, without } from './knowledge.js';
import { mentionsOf } from './mentions.js';
import { UNCHECKED, type Json } from './pattern.js';
import type { Reading } from './reading.js';
import { isMetaEvent, type RecordedFact, type RecordedMetaEvent } from './recorded.js';
import { firstAndLatest } from './shown.js';
import { latest } from './states/lists.js';
import { subjectOf, type Subject, type ViewName } from './subjects.js';
import { leftOut } from './undated.js';

/** Which facts a timeline lists, and in which order. */
export interface Filter {
  types?: readonly string[] | undefined;
  parties?: readonly string[] | undefined;
  person?: string | undefined;
  publisher?: string | undefined;
  certainty?: string | undefined;
  views?: readonly ViewName[] | undefined;
  /** With one view. */
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  order?: 'asc' | undefined;
  include?: 'retracted' | undefined;
}

/**
 * The facts of a story, or of all, as they are at the point: the newest first. The opening and the closing of a story
 * are no facts of a timeline.
 */
export const timeline = (reading: Reading, story: string | undefined, filter: Filter = {}): Json[] =>
  entries(
    reading,
    (fact) => (story === undefined || fact.story === story) && !['StoryOpened', 'StoryClosed'].includes(fact.type),
    filter,
  );

/** The facts about a subject, also those that open and close a story. */
export const factsOf = (reading: Reading, { view, subject }: Subject): Json[] =>
  entries(reading, () => true, { views: [view], subject });

function entries(reading: Reading, isOfList: (fact: CurrentFact) => boolean, filter: Filter): Json[] {
  const withdrawn = filter.include === 'retracted' ? retractedFacts(reading) : [];
  const facts = inOrder([...reading.facts, ...withdrawn.map(({ fact }) => fact)])
    .filter(isOfList)
    .filter((fact) => fits(fact, filter));
  const shown = begun(facts, momentOf(reading.point)).map((fact) =>
    entry(reading, fact, withdrawn.find((one) => one.fact === fact)?.retraction),
  );
  return filter.order === 'asc' ? shown : shown.reverse();
}

function fits(fact: CurrentFact, filter: Filter): boolean {
  const { types, parties, person, publisher, certainty, views, subject, from, to } = filter;
  const about = subjectOf(fact);
  const mentions = mentionsOf(fact);
  return (
    (types === undefined || types.includes(fact.type)) &&
    (parties === undefined || parties.some((party) => mentions.parties.includes(party))) &&
    (person === undefined || mentions.persons.includes(person)) &&
    (publisher === undefined || fact.allAccounts.some((account) => account.publisher === publisher)) &&
    (certainty === undefined || fact.certainty === certainty) &&
    (views === undefined || (about !== null && views.includes(about.view))) &&
    (subject === undefined || (views?.[0] !== undefined && isSubject(about, { view: views[0], subject }))) &&
    (from === undefined || startOf(fact) >= spanOf(from).first) &&
    (to === undefined || startOf(fact) <= endOf(to))
  );
}

/** The facts that are withdrawn at the point, as they would be if they were not. */
function retractedFacts({ known }: Reading): { fact: CurrentFact; retraction: RecordedMetaEvent }[] {
  return known.events.flatMap((event) => {
    if (isMetaEvent(event)) return [];
    const [retraction] = retractionsOf(event, known);
    const fact = resolvedFact(event, accountsOf(event, without(known, known.about(event, 'EventRetracted'))));
    return retraction === undefined || fact === null ? [] : [{ fact, retraction }];
  });
}

function entry(reading: Reading, fact: CurrentFact, retraction: RecordedMetaEvent | undefined): Json {
  const recorded = reading.known.events.find(({ id }) => id === fact.id) as RecordedFact;
  const corrections = correctionsOf(recorded, reading.known);
  const accounts = [fact.winner, ...fact.allAccounts.filter((account) => account !== fact.winner)];
  // The opening of a story needs no source.
  const sources = accounts.filter(({ publisher }) => publisher !== '');
  return {
    ...{ id: fact.id, type: fact.type, story: fact.story, occurredAt: fact.occurredAt, position: fact.position },
    ...{ certainty: fact.certainty, data: fact.data as Json, recordedAt: recorded.recordedAt },
    reportedAt: fact.winner.publishedAt ?? null,
    sentence: UNCHECKED,
    sources: firstAndLatest(sources).map(source),
    corrected: corrections.length === 0 ? undefined : latest(corrections).map(stamp),
    retracted: retraction && stamp(retraction),
    counts: { sources: sources.length, corrected: corrections.length },
    undated: leftOut(reading, ({ id }) => id === fact.id),
  };
}

const stamp = ({ id, recordedAt }: RecordedMetaEvent): Json => ({ event: id, reason: UNCHECKED, recordedAt });

const source = ({ id, publisher, attributedTo, publishedAt, certainty, occurredAt }: Account): Json => ({
  event: id,
  publisher,
  attributedTo: attributedTo ?? null,
  publishedAt: publishedAt ?? null,
  certainty,
  occurredAt,
  ...{ article: UNCHECKED, headline: UNCHECKED, url: UNCHECKED, unverified: UNCHECKED },
  ...{ quote: UNCHECKED, quoteStart: UNCHECKED, quoteEnd: UNCHECKED },
});
