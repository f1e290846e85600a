import { Text } from './text.js';

/**
 * What a subject is called, as it stands in a sentence. Any event that names the subject may give it; the latest title
 * names the subject everywhere. Its slug is put into words only where it has none.
 */
export const Title = Text.describe(
  'What it is called, as in a sentence without its article: “General Border Committee talks”',
).optional();
