import type { TestServer } from '../support/server.js';
import { read } from '../seed/record.js';

export interface Sentence {
  text: string;
  events: string[];
}

export interface BriefBody {
  headline: string;
  sections: { title: string; sentences: Sentence[] }[];
  clocks: { asOf: string | null; position: number };
  madeFrom: number;
  freshUntil: string | null;
  stale: boolean;
}

export const sentencesOf = ({ sections }: Pick<BriefBody, 'sections'>): Sentence[] =>
  sections.flatMap(({ sentences }) => sentences);
export const textOf = (brief: Pick<BriefBody, 'sections'>): string =>
  sentencesOf(brief)
    .map(({ text }) => text)
    .join('\n');

export const readBrief = (server: TestServer, story: string, query = ''): Promise<BriefBody> =>
  read<BriefBody>(server, `/v1/stories/${story}/brief${query}`);
