import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

/** Emmett's PostgreSQL store with its defaults. Each writer appends to a stream of its own. */
export function emmett(url) {
  const store = getPostgreSQLEventStore(url);
  return {
    append: (writer, type, data) => store.appendToStream(`writer-${writer}`, [{ type, data }]),
    close: () => store.close(),
  };
}
