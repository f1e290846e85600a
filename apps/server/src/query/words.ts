import { z } from 'zod';
import { catalogue, type EventType } from '#catalogue/catalogue.js';
import { Certainty } from '#catalogue/values/closed-values.js';
import { Party } from '#catalogue/values/party.js';
import { views } from '#views/registry.js';
import { repeatable } from '../http/read-query.js';
import { nearest } from '../problems/nearest.js';

/*
 * Parameters whose words are closed lists. A word that is not in the list is refused, with the nearest that is, since a
 * list that is empty for a slip of the pen reads like an answer.
 */

const eventTypes = catalogue.map(({ type }) => type) as [EventType, ...EventType[]];
const viewNames = views.map(({ name }) => name) as [string, ...string[]];

const EventTypeWord = z.enum(eventTypes, { error: 'is not an event type; GET /v1/event-types lists them' });
const ViewWord = z.enum(viewNames, { error: 'is not a view; GET /v1/views lists them' });

const repeatableWord = <Word extends z.ZodType<string, string>>(word: Word, description: string) =>
  repeatable(word)
    .optional()
    .meta({ description: `${description}. May be given more than once: any of them` });

/** Types of events, one or more. @param description of the parameter given once */
export const TypesParameter = (description: string) => repeatableWord(EventTypeWord, description);

/** Names of views, one or more. */
export const ViewsParameter = (description: string) => repeatableWord(ViewWord, description);

/** The name of one view. */
export const ViewParameter = (description: string) => ViewWord.optional().meta({ description });

/** Codes of parties, one or more. */
export const PartiesParameter = (description: string) => repeatableWord(Party, description);

/** The code of one party. */
export const PartyParameter = (description: string) => Party.optional().meta({ description });

/**
 * Words of a closed list, separated by commas.
 *
 * @param words in the order in which the list of the parameter has them
 */
export const WordsParameter = <Word extends string>(words: readonly [Word, ...Word[]], description: string) =>
  z
    .string()
    .transform((text, context): Word[] => {
      const given = text.split(',');
      const wrong = given.find((word) => !(words as readonly string[]).includes(word));
      if (wrong === undefined) return words.filter((word) => given.includes(word));
      const suggestion = nearest(wrong, words) ?? words[0];
      const message = `must be words of ${words.join(', ')}, separated by commas; the nearest is ${suggestion}`;
      context.addIssue({ code: 'custom', message, params: { suggestion } });
      return z.NEVER;
    })
    .optional()
    .meta({ pattern: `^(${words.join('|')})(,(${words.join('|')}))*$`, description });

const CertaintyWord = z.enum(Certainty.options, { error: `must be ${Certainty.options.join(', ')}` });

/** Certainties of facts, one or more. */
export const CertaintiesParameter = (description: string) => repeatableWord(CertaintyWord, description);

const ORDERS = ['asc', 'desc'] as const;
export type Order = (typeof ORDERS)[number];

/** The order of a list. @param usual the order without the parameter */
export const OrderParameter = (usual: Order, description: string) =>
  z
    .enum(ORDERS, { error: `must be ${ORDERS.join(' or ')}` })
    .optional()
    .meta({ default: usual, description });
