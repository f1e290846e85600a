import type { AnyView, ViewDefinition } from './define-view.js';
import * as everyView from './every-view.js';

/** The fields that all views share whatever their state. The rest is type-checked where a view is defined. */
type Declared = Pick<ViewDefinition, 'name' | 'version' | 'description' | 'subject'>;

/** Every view in alphabetical order, which is their order on a board. */
export const views = Object.values(everyView) satisfies readonly Declared[] as unknown as readonly AnyView[];

/** The view with a name, or `undefined` for an unknown name. */
export function viewNamed(name: string): AnyView | undefined {
  return views.find((view) => view.name === name);
}
