import { deals } from './deals.js';
import type { AnyView, ViewDefinition } from './define-view.js';
import { meetings } from './meetings.js';
import { restrictions } from './restrictions.js';
import { stories } from './stories.js';
import { summits } from './summits.js';
import { talks } from './talks.js';
import { tariffs } from './tariffs.js';
import { truces } from './truces.js';

/** What can be checked of views of all states at once; each one's own types were checked where it was defined. */
type Declared = Pick<ViewDefinition, 'name' | 'version' | 'description' | 'subject'>;

/** Every view, in the order in which a board shows them. A new one is a file and a line here. */
export const views = [
  tariffs,
  truces,
  talks,
  meetings,
  restrictions,
  summits,
  deals,
  stories,
] satisfies readonly Declared[] as unknown as readonly AnyView[];

/** The view of a name, or `undefined` where there is none. */
export function viewNamed(name: string): AnyView | undefined {
  return views.find((view) => view.name === name);
}
