import { z } from 'zod';
import { Party } from './party.js';
import { Person } from './person.js';
import { Text } from './text.js';

/** A list that says something: an empty one is left out instead. */
export const listOf = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).min(1).max(most);

export const Parties = listOf(Party, 100);
export const People = listOf(Person, 50);
/** Topics, goods, terms. */
export const Texts = listOf(Text, 50);
