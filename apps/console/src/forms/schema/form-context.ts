import { createContext, useContext } from 'react';
import type { JsonSchema } from './json-schema.js';

/** A value that a field suggests, and what it stands for. */
export interface Suggestion {
  value: string;
  label: string;
}

/** What all fields of a form share. */
export interface FormScope {
  /** Makes the ids of its fields unique on the page. */
  id: string;
  schema: JsonSchema;
  /** What is wrong, by the pointer of its field. */
  errors: ReadonlyMap<string, string>;
  /** Parties that are listed before all others. */
  parties: readonly string[];
  /** What a field with a slug suggests, by the name of the field. */
  suggest: (field: string) => readonly Suggestion[];
}

export const FormContext = createContext<FormScope>({
  id: 'form',
  schema: {},
  errors: new Map(),
  parties: [],
  suggest: () => [],
});

/** The ids and the error of a field. */
export interface FieldPlace {
  id: string;
  noteId: string;
  errorId: string;
  error: string | undefined;
  /** For the element that takes the input. */
  aria: { 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined };
}

/** The id of the element that takes the input of a field. */
export const fieldId = (form: string, pointer: string): string => `${form}${pointer.replaceAll('/', '-')}`;

export function useField(pointer: string, hasNote: boolean): FieldPlace {
  const { id: form, errors } = useContext(FormContext);
  const id = fieldId(form, pointer);
  const error = errors.get(pointer);
  const [noteId, errorId] = [`${id}-note`, `${id}-error`];
  const described = [error === undefined ? '' : errorId, hasNote ? noteId : ''].filter(Boolean).join(' ');
  return {
    id,
    noteId,
    errorId,
    error,
    aria: { 'aria-describedby': described || undefined, 'aria-invalid': error === undefined ? undefined : true },
  };
}
