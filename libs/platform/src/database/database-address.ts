import pg from 'pg';

/** A connection string as the operator may see it: `dateline@db.example.org:5432/news`. Never the password. */
export function databaseAddress(url: string): string {
  const { user, host, port, database } = new pg.Client({ connectionString: url });
  return `${user ?? ''}@${host}:${port}/${database ?? ''}`;
}
