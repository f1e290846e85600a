import type { Person } from '../values/person.js';
import type { Place } from '../values/place.js';
import { purpose, visitOf } from './meetings.js';
import { person } from './parties.js';
import { placeName } from './places.js';
import { visitBySlug } from './slugs.js';
import { bareTitle, titled } from './titles.js';

/** A visit as a fact names it. */
interface Visit {
  visit: string;
  title?: string | undefined;
  visitor?: Person | undefined;
  place?: Place | undefined;
  purpose?: string | undefined;
}

/**
 * A visit mentioned before: "the state visit by President Xi Jinping to Washington", "the Asia tour by President Donald
 * Trump". By its slug only if nothing else is known of it.
 */
export function visitNamed(visit: Visit): string {
  const { title, visitor, place } = visit;
  const by =
    visitor === undefined || (title !== undefined && namesVisitor(title, visitor)) ? '' : ` by ${person(visitor)}`;
  if (title !== undefined) return titled(title) + by;
  if (visitor === undefined && place === undefined) return visitBySlug(visit.visit);
  return `the ${kindOf(visit)}${by}${toPlace(place)}${forPurpose(visit)}`;
}

/** One in a heading: "state visit by Xi Jinping to Washington", "Asia tour". */
export function visitLabel(visit: Visit): string {
  const { title, visitor } = visit;
  if (title !== undefined) return bareTitle(title);
  const label = visitNamed({ ...visit, purpose: undefined, visitor: visitor && { name: visitor.name } });
  return label.replace(/^the /, '').replace(/,$/, '');
}

const kindOf = (visit: Visit): string => (visitOf(visit.purpose) ?? 'visit').replace(/^an? /, '');

const toPlace = (place: Place | undefined): string => (place === undefined ? '' : ` to ${placeName(place)}`);

/** The purpose, unless it is the kind of the visit. */
const forPurpose = (visit: Visit): string =>
  visit.purpose === undefined || visitOf(visit.purpose) !== null ? '' : ` ${purpose(visit.purpose)}`;

/** Whether a title names the visitor by a part of the name: "Trump’s Asia tour". */
const namesVisitor = (title: string, { name }: Person): boolean =>
  name.split(' ').some((part) => part.length > 1 && title.includes(part));
