/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** The cursor of the next page; null on the last. */
  next: string | null;
}

/**
 * All items of a list. Each page is requested when the items of the one before have been read. All pages are read at
 * the point of the record of the first.
 *
 *     const timeline = (cursor?: string) =>
 *       client.GET('/v1/stories/{slug}/timeline', { params: { path: { slug }, query: { cursor } } });
 *     for await (const fact of items(timeline)) …
 *
 * @param getPage requests the page of a cursor; the first page without one
 * @throws ApiError
 */
export async function* items<Item>(
  getPage: (cursor: string | undefined) => Promise<{ data?: Page<Item> | undefined }>,
): AsyncGenerator<Item, void, undefined> {
  for (let cursor: string | undefined; ;) {
    const { data } = await getPage(cursor);
    if (!data) return;
    yield* data.items;
    if (data.next === null) return;
    cursor = data.next;
  }
}
