import { z } from 'zod';
import { Party } from './party.js';
import { Person } from './person.js';
import { Text } from './text.js';

/** A list that is not empty: a client omits the field instead. */
export const listOf = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).min(1).max(max);

export const Parties = listOf(Party, 100);
export const People = listOf(Person, 50);
/** Topics, goods, terms. */
export const Texts = listOf(Text, 50);
