// The index of the views: one line per view.
export { deals } from './deals.js';
export { meetings } from './meetings.js';
export { restrictions } from './restrictions.js';
export { stories } from './stories.js';
export { summits } from './summits.js';
export { talks } from './talks.js';
export { tariffs } from './tariffs.js';
export { truces } from './truces.js';
export { visits } from './visits.js';
