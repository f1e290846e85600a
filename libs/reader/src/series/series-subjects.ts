import type { Pool } from 'pg';
import { compareText, walkSubjects } from '../subjects/subject.js';

/** Which subjects of a view a series has. */
export type SubjectChoice = { names: readonly string[] } | { story: string } | 'all';

/** $1 projection, $2 subjects, $3 position: those that a fact had touched by then. */
const KNOWN = `
select t.n from unnest($2::text[]) with ordinality t(subject, n)
 cross join lateral (
   select from subject_fact s
    where s.projection = $1 and s.subject = t.subject and s.known_from <= $3 limit 1) s`;

/** The first of some names that is no subject of a view at a position; `undefined`: all are. */
export async function firstUnknownSubject(
  pool: Pool,
  projection: number,
  names: readonly string[],
  position: number,
): Promise<string | undefined> {
  const values = [projection, names, position];
  const { rows } = await pool.query<{ n: string }>({ name: 'known-subjects', text: KNOWN, values });
  const known = new Set(rows.map(({ n }) => Number(n) - 1));
  return names.find((_, n) => !known.has(n));
}

/**
 * SQL: the next subjects of a view by name, and whether they count. $1 projection, $2 position, $3 count those that no
 * fact touches any more, $4 after (or ''), $5 how many; with a story $6, only its facts count
 */
function nextSubjects(ofStory: string): string {
  return `
with recursive ${walkSubjects(`subject_fact s where s.projection = $1 ${ofStory}`, '$4', '$5')}
select w.subject,
       exists (select from subject_fact s
                where s.projection = $1 and s.subject = w.subject ${ofStory}
                  and s.known_from <= $2 and (s.known_to > $2 or $3)
                offset 0) as counts
  from walk w where w.subject is not null order by w.subject`;
}
const OF_VIEW = nextSubjects('');
const OF_STORY = nextSubjects('and s.story = $6');

/** How many subjects one statement finds. */
const AT_A_TIME = 5_000;

/** The subjects of a series, in the order of their names. */
export class SeriesSubjects {
  /** All of them, where they were found to be few. */
  private known: readonly string[] | null = null;

  /**
   * @param position at which the subjects are known
   * @param left whether subjects count that no fact touches any more
   */
  constructor(
    private readonly pool: Pool,
    private readonly projection: number,
    private readonly choice: SubjectChoice,
    private readonly position: number,
    private readonly left: boolean,
  ) {
    if (typeof choice === 'object' && 'names' in choice) this.known = [...choice.names].sort(compareText);
  }

  /** All of them, if there are at most so many; else `null`. */
  async all(most: number): Promise<readonly string[] | null> {
    if (this.known === null) {
      const found = await this.after('', most + 1);
      if (found.length > most) return null;
      this.known = found;
    }
    return this.known.length > most ? null : this.known;
  }

  /** The next ones after a name. */
  async after(name: string, limit: number): Promise<readonly string[]> {
    if (this.known) return this.known.filter((one) => one > name).slice(0, limit);
    const found: string[] = [];
    for await (const names of this.walk(name)) {
      found.push(...names);
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  /** Whether there are more than so many. They are counted without being kept. */
  async exceed(most: number): Promise<boolean> {
    if (this.known) return this.known.length > most;
    let count = 0;
    for await (const names of this.walk('')) if ((count += names.length) > most) return true;
    return false;
  }

  private async *walk(after: string): AsyncGenerator<string[]> {
    const { pool, projection, choice, position, left } = this;
    const story = typeof choice === 'object' && 'story' in choice ? [choice.story] : [];
    for (let last = after; ;) {
      const { rows } = await pool.query<{ subject: string; counts: boolean }>({
        name: story.length > 0 ? 'series-subjects-of-story' : 'series-subjects',
        text: story.length > 0 ? OF_STORY : OF_VIEW,
        values: [projection, position, left, last, AT_A_TIME, ...story],
      });
      yield rows.flatMap(({ subject, counts }) => (counts ? [subject] : []));
      const end = rows.at(-1);
      if (!end || rows.length < AT_A_TIME) return;
      last = end.subject;
    }
  }
}
