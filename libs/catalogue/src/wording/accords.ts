import { withArticle } from './numbers.js';

const KIND =
  /^(?:Peace|Trade|Free|Ceasefire|Truce|Framework|Joint|Security|Defence|Border|Tariff|Interim|Bilateral|Agreement|Accord|Treaty|Memorandum)\b/;

/**
 * What was signed: a kind of accord ("Peace accord") is "a peace accord", a name of its own "the Kuala Lumpur Peace
 * Accord".
 */
export function accordTitled(title: string | undefined): string {
  if (title === undefined) return 'an accord';
  const kind = title.charAt(0).toLowerCase() + title.slice(1);
  if (KIND.test(title) && !/\p{Lu}/u.test(kind)) return withArticle(kind);
  return /^(?:the|an?) /i.test(title) ? kind : `the ${title}`;
}
