import { withArticle } from './numbers.js';
import { kindOf, named } from './slugs.js';
import { bareTitle, newTitled, titled, titledOf } from './titles.js';

const NOUNS = ['truce', 'ceasefire', 'armistice', 'pause'] as const;

/** A truce as a fact names it. */
interface Truce {
  truce: string;
  title?: string | undefined;
}

/** A truce by its title, or by its slug: "the US-China tariff truce". */
export const truceNamed = ({ truce, title }: Truce): string =>
  title === undefined ? named(truce, NOUNS) : titled(title);

/** A truce without an article and, where it has no title, without its parties: "tariff truce". */
export const kindOfTruce = ({ truce, title }: Truce): string =>
  title === undefined ? kindOf(truce, NOUNS) : bareTitle(title);

/** A truce mentioned for the first time: "a tariff truce", "the Kuala Lumpur Ceasefire". */
export const newTruce = (truce: Truce): string =>
  truce.title === undefined ? withArticle(kindOfTruce(truce)) : newTitled(truce.title);

/** A truce of those who were named before: "their tariff truce". */
export const truceOf = (owner: string, truce: Truce): string =>
  truce.title === undefined ? `${owner} ${kindOfTruce(truce)}` : titledOf(owner, truce.title);
