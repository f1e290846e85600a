import type { AnyView, ViewDefinition } from './define-view.js';
import * as everyView from './every-view.js';

/** What can be checked of views of all states at once; each one's own types were checked where it was defined. */
type Declared = Pick<ViewDefinition, 'name' | 'version' | 'description' | 'subject'>;

/** Every view, by name: in this order a board shows them. */
export const views = Object.values(everyView) satisfies readonly Declared[] as unknown as readonly AnyView[];

/** The view of a name, or `undefined` where there is none. */
export function viewNamed(name: string): AnyView | undefined {
  return views.find((view) => view.name === name);
}
