import type { DataOf, EventType } from '#catalogue/catalogue.js';
import { accordLabel } from '#catalogue/wording/accords.js';
import { betweenParties } from '#catalogue/wording/parties.js';
import { inPlace, placeName } from '#catalogue/wording/places.js';
import { fragment, list, when } from '#catalogue/wording/sentence.js';
import { partyName } from '#catalogue/values/party.js';
import type { FoldedFact } from '#views/define-view.js';
import { views } from '#views/registry.js';
import type { Fact } from '../model/brief-input.js';
import { importanceOf, importanceOfSubject } from '../model/weights.js';
import { rendererOf } from '../renderers/registry.js';
import { isInDoubt, type HeadlineClause, type RenderContext } from '../renderers/render-context.js';

/** The maximum length of an editor's own words in a headline. */
const MAX_LENGTH = 120;

type Words = Pick<HeadlineClause, 'about' | 'text'>;

/** How a fact of a type that is about no subject of a view stands in a headline. A type without words is in none. */
const WORDS: { readonly [Type in EventType]?: (data: DataOf<Type>) => Words | null } = {
  AccordSigned: ({ title, place }) => ({ about: accordLabel(title), text: fragment('signed', when(place, inPlace)) }),
  HostilitiesReported: ({ parties, place }) => ({
    about: 'hostilities',
    text: fragment('reported', place === undefined ? betweenParties(parties) : inPlace(place)),
  }),
  MilestoneReported: ({ text }) =>
    text.length > MAX_LENGTH ? null : { about: '', text: text.replace(/(?<!\b\p{Lu})\.$/u, '') },
  PurchaseCommitted: ({ buyer, seller, goods }) => ({
    about: partyName(buyer),
    text: `committed to buy ${list(goods)} from ${partyName(seller)}`,
  }),
  VisitMade: ({ visitor, place }) => ({ about: visitor.name, text: `visited ${placeName(place).replace(/,$/, '')}` }),
};

/**
 * The title of the story and the weightiest of what is new, each at its own age: what holds of the subjects, or was
 * ended of them, and facts about no subject of a view. What is in doubt or merely claimed is left out.
 *
 * @param facts established, and not overruled
 */
export function headlineOf(title: string, contexts: readonly RenderContext[], facts: readonly Fact[]): string {
  const ofSubjects = contexts
    .filter((one) => one.state !== null && !isInDoubt(one, rendererOf(one.item.view).holdsBy?.(one)))
    .flatMap((one) => {
      const clause = rendererOf(one.item.view).headline?.(one);
      if (!clause) return [];
      const { type, since } = clause;
      const rank =
        type === undefined
          ? importanceOfSubject(one.item.view, since, 'headline')
          : importanceOf(type, since, 'headline');
      return [{ ...clause, rank }];
    });
  const ofFacts = facts.filter(isAboutNoSubject).flatMap((fact) => {
    const words = WORDS[fact.type as EventType]?.(fact.data as never);
    return words ? [{ ...words, rank: importanceOf(fact.type, fact.occurredAt, 'headline') }] : [];
  });
  const [lead] = [...ofSubjects, ...ofFacts].sort((a, b) => b.rank - a.rank);
  if (!lead) return title;
  const about = lead.about.replace(/^the /, '');
  if (about !== '' && title.endsWith(about)) return `${title} ${lead.text}`;
  return `${title}: ${about === '' ? '' : `${about} `}${lead.text}`;
}

function isAboutNoSubject(fact: Fact): boolean {
  return views.every(
    ({ on }) => (on[fact.type as EventType]?.subject(fact as FoldedFact as FoldedFact<never>) ?? null) === null,
  );
}
