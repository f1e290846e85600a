import { hash } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** sha256 of a text in UTF-8, hex. */
export const sha256Of = (text: string): string => hash('sha256', text, 'hex');

/** The id of a revision, from its url and the sha256 of its body: the same text is the same article everywhere. */
export const articleId = (url: string, sha256: string): string => uuidOf(sha256Of(`${sha256}\n${url}`));

/** A UUID (version 8) from a sha256, hex. */
export function uuidOf(sha256: string): string {
  const variant = ((Number.parseInt(sha256.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const [low, mid, high] = [sha256.slice(0, 8), sha256.slice(8, 12), sha256.slice(13, 16)];
  return `${low}-${mid}-8${high}-${variant}${sha256.slice(17, 20)}-${sha256.slice(20, 32)}`;
}

/** pg gives a bigint as a text. */
const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

/** One revision of a published text from which facts are taken. */
@Entity('article')
export class Article {
  /** Derived from the url and the sha256 of the body. */
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

  /** As precisely as known; `null`: unknown. */
  @Column('text', { name: 'published_at', nullable: true })
  publishedAt!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  byline!: string | null;

  /** Exactly as given; `null` once erased. Not selected by default. */
  @Column('text', { nullable: true, select: false })
  body?: string | null;

  @Column('text', { name: 'erased_reason', nullable: true })
  erasedReason!: string | null;

  /** Its text was never filed here: everything else was imported together with its sha256. */
  @Column('boolean')
  unverified!: boolean;

  /**
   * `null`: filed with its text at first. Else the position up to which events that cite it were compared with the
   * text.
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
