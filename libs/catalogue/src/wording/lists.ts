const conjunction = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** "A", "A and B", "A, B and C". What is named twice is told once. */
export function list(items: readonly string[]): string {
  return conjunction.format(new Set(items));
}

/** The first few of a long list, and how many more there are: "A, B, C and 12 others". */
export function shortList(items: readonly string[], most: number): string {
  const names = [...new Set(items)];
  if (names.length <= most + 1) return list(names);
  return list([...names.slice(0, most), `${names.length - most} others`]);
}

/**
 * What was talked about: "rare earths and extending the truce". What begins with a verb stands last, so that it takes
 * no other topic for its object.
 */
export function topicList(topics: readonly string[]): string {
  const isDoing = (topic: string): boolean => /^\p{Ll}+ing /u.test(topic);
  return list([...topics.filter((topic) => !isDoing(topic)), ...topics.filter(isDoing)]);
}
