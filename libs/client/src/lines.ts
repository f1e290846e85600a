/**
 * The lines of an NDJSON answer (a replay, an export, a verification) as they come. Leaving the loop ends the request.
 *
 *     const replay = await client.GET('/v1/stories/{slug}/replay', { params: { path: { slug } }, parseAs: 'stream' });
 *     for await (const frame of lines<Frame>(replay)) …
 *
 * @param answer of an operation that was called with `parseAs: 'stream'`
 */
export async function* lines<Line>({
  data,
}: {
  data?: ReadableStream<Uint8Array> | null | undefined;
}): AsyncGenerator<Line, void, undefined> {
  if (!data) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of data) {
    const complete = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = complete.pop() ?? '';
    for (const line of complete) if (line !== '') yield JSON.parse(line) as Line;
  }
  if (rest !== '') yield JSON.parse(rest) as Line;
}
