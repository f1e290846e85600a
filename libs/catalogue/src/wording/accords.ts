import { bareTitle, newTitled } from './titles.js';

/** A title that is a kind of accord ("Peace accord") is "a peace accord"; a name is "the Kuala Lumpur Peace Accord". */
export function accordNamed(title: string | undefined): string {
  if (title === undefined) return 'an accord';
  if (/^(?:the|an?) /i.test(title)) return title.charAt(0).toLowerCase() + title.slice(1);
  return newTitled(title);
}

/** An accord in a heading: "peace accord". */
export const accordLabel = (title: string | undefined): string => (title === undefined ? 'accord' : bareTitle(title));
