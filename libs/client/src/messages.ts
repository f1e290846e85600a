/** A message of a stream of server-sent events. */
export interface Message<Data> {
  /** Sent as `Last-Event-ID` or as `after`, it continues the stream after this message. */
  id: string;
  data: Data;
}

/**
 * The messages of `/v1/events/stream` as they come, until the connection ends. Leaving the loop ends the request.
 *
 *     const stream = await client.GET('/v1/events/stream', { params: { query: { after: 67 } }, parseAs: 'stream' });
 *     for await (const { id, data } of messages<components['schemas']['Event']>(stream)) …
 *
 * @param answer of an operation that was called with `parseAs: 'stream'`
 */
export async function* messages<Data>({
  data,
}: {
  data?: ReadableStream<Uint8Array> | null | undefined;
}): AsyncGenerator<Message<Data>, void, undefined> {
  if (!data) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of data) {
    const complete = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = complete.pop() ?? '';
    for (const block of complete) {
      const fields = new Map(
        block.split('\n').map((line): [string, string] => [line.split(':', 1)[0] ?? '', line.replace(/^[^:]*: ?/, '')]),
      );
      const text = fields.get('data');
      if (text !== undefined) yield { id: fields.get('id') ?? '', data: JSON.parse(text) as Data };
    }
  }
}
