/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** The cursor of the next page; null on the last. */
  next: string | null;
}

/**
 * All items of a list, a page asked for when the one before it has been used up. All pages are read at the point of the
 * record of the first.
 *
 *     for await (const fact of items((cursor) => client.GET('/v1/stories/{slug}/timeline', { params: { path: { slug }, query: { cursor } } }))) …
 *
 * @param ask asks for the page of a cursor, the first without one
 * @throws Refused
 */
export async function* items<Item>(
  ask: (cursor: string | undefined) => Promise<{ data?: Page<Item> | undefined }>,
): AsyncGenerator<Item, void, undefined> {
  for (let cursor: string | undefined; ;) {
    const { data } = await ask(cursor);
    if (!data) return;
    yield* data.items;
    if (data.next === null) return;
    cursor = data.next;
  }
}
