import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of the order of lists: the timeline of all stories, and the revisions of an url. */
export class ListsInOrder1764000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index fact_by_date, article_of_url`);
  }
}

/** The dates of new facts mostly rise: then a new entry goes to the end of an ascending index, where it costs least. */
const INDEXES = `
create index fact_by_date on fact (valid_from, position, known_from desc);
create index article_of_url on article (url, filed_at desc, id desc);
`;
