import { sentenceOf, type EventType } from '#catalogue/catalogue.js';
import { clauseOf } from '#catalogue/wording/sentence.js';
import type { FoldedFact } from '#views/define-view.js';
import { views } from '#views/registry.js';
import type { Board, Fact } from '../model/brief-input.js';
import { evidenceOf } from '../model/sentence.js';
import { isEstablished, newestFirst } from './render-context.js';

type Data = Fact['data'];

/** What facts say of a subject that names it, by field, and the events that hold it. */
type Names = Map<string, { value: unknown; events: string[] }>;

const NO_NAMES: Names = new Map<string, never>();

/**
 * Fields that name the subject of a view, and that a fact about it may leave out: which facts give them. The latest
 * fact counts.
 */
const NAMING: Readonly<Record<string, { fields: readonly string[]; types: readonly EventType[] }>> = {
  restrictions: { fields: ['imposedBy', 'appliesTo', 'kind', 'goods'], types: ['RestrictionImposed'] },
  meetings: { fields: ['participants'], types: ['MeetingScheduled', 'MeetingHeld'] },
  visits: { fields: ['visitor', 'place'], types: ['VisitPlanned', 'VisitMade'] },
};

/**
 * The facts with the names that a brief uses: each subject by its latest title, and by what other facts about it say of
 * whom or what it is. The events that this is taken from are cited. The board has the titles; where a subject is not
 * there, the latest fact that gives one counts. A title that none of the facts gives is left out, since no sentence may
 * say what it cannot cite.
 */
export function named(facts: readonly Fact[], { views: items }: Pick<Board, 'views'>): Fact[] {
  const titles = titlesOn(items);
  const known = new Map<string, Names>();
  for (const fact of facts.filter(isEstablished).sort(newestFirst)) {
    for (const { view, key } of subjectsOf(fact)) {
      const names = known.get(key) ?? new Map<string, { value: unknown; events: string[] }>();
      known.set(key, names);
      const naming = NAMING[view];
      const fields = naming?.types.includes(fact.type as EventType) ? ['title', ...naming.fields] : ['title'];
      for (const field of fields) {
        const value = fact.data[field];
        const isOther = field === 'title' && titles.has(key) && titles.get(key) !== value;
        if (value !== undefined && !names.has(field) && !isOther) names.set(field, { value, events: evidenceOf(fact) });
      }
    }
  }
  return facts.map((fact) =>
    subjectsOf(fact).reduce((renamed, { key }) => callBy(renamed, known.get(key) ?? NO_NAMES), fact),
  );
}

const titledViews = views.filter((view) => view.title !== undefined);

/** The titles on a board by view and subject; `null`: the subject has none. */
function titlesOn(items: Board['views']): Map<string, string | null> {
  const titles = new Map<string, string | null>();
  for (const { name, title } of titledViews)
    for (const { subject, state } of items[name] ?? [])
      if (state !== null) titles.set(`${name} ${subject}`, title?.(state as never) ?? null);
  return titles;
}

/** The subjects of a fact that take a title. */
function subjectsOf(fact: Fact): { view: string; key: string }[] {
  return titledViews.flatMap(({ name, on }) => {
    const subject = on[fact.type as EventType]?.subject(fact as FoldedFact as FoldedFact<never>) ?? null;
    return subject === null ? [] : [{ view: name, key: `${name} ${subject}` }];
  });
}

function callBy(fact: Fact, names: Names): Fact {
  const call = (data: Data): Data => {
    const given = Object.fromEntries([...names].map(([field, { value }]) => [field, value]));
    return { ...given, ...data, ...('title' in given && { title: given['title'] }) };
  };
  const data = call(fact.data);
  const taken = [...names].filter(([field]) => data[field] !== fact.data[field]);
  const own = new Set(evidenceOf(fact));
  return {
    ...fact,
    data,
    sentence: sentenceWith(fact, data),
    accounts: fact.accounts.map((account) => ({ ...account, data: call(account.data) })),
    namedBy: [...new Set(taken.flatMap(([, { events }]) => events))].filter((event) => !own.has(event)),
  };
}

/** The sentence of a fact with other data. That of a claim begins with who makes it. */
function sentenceWith(fact: Fact, data: Data): string {
  const [before, after] = [sentenceOf(fact.type, fact.data, fact), sentenceOf(fact.type, data, fact)];
  if (fact.sentence === before) return after;
  const [clause, replaced] = [clauseOf(before, fact.data), clauseOf(after, data)];
  return clause !== null && replaced !== null && fact.sentence.endsWith(clause)
    ? fact.sentence.slice(0, -clause.length) + replaced
    : fact.sentence.replace(before, () => after);
}
