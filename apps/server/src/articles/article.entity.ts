import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PostgreSQL's bigint comes as a text. */
const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

/** One revision of a published text that facts are taken from. */
@Entity('article')
export class Article {
  /** Follows from the url and the sha256 of the body. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  url!: string;

  /** 1, 2, 3, … of its url. */
  @Column('int')
  revision!: number;

  /** Of the body, hex. */
  @Column('text')
  sha256!: string;

  @Column('text')
  headline!: string;

  @Column('text')
  publisher!: string;

  /** As precisely as known; `null` where nobody knows. */
  @Column('text', { name: 'published_at', nullable: true })
  publishedAt!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  byline!: string | null;

  /** Exactly as given, and read only where it is asked for; `null` once erased. */
  @Column('text', { nullable: true, select: false })
  body?: string | null;

  @Column('text', { name: 'erased_reason', nullable: true })
  erasedReason!: string | null;

  /** Its text was never here: all else was claimed together with its sha256. */
  @Column('boolean')
  unverified!: boolean;

  /**
   * `null` where it was filed with its text; else events that name it are compared with the text up to this position.
   */
  @Column('bigint', {
    name: 'verified_to',
    nullable: true,
    transformer: { from: numberOf, to: (value: unknown) => value },
  })
  verifiedTo!: number | null;

  @Column('timestamptz', { name: 'filed_at' })
  filedAt!: Date;

  @Column('text', { name: 'filed_by' })
  filedBy!: string;
}
