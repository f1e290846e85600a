import { type ReactNode, useMemo, useState } from 'react';
import type { FieldError } from './check-data.js';
import { ObjectFields } from './fields/Field.js';
import { FormContext, type Suggestion } from './form-context.js';
import type { FormValues } from './form-values.js';
import type { JsonSchema } from './json-schema.js';

interface SchemaFormProps {
  /** Makes the ids of its fields unique on the page. */
  id: string;
  schema: JsonSchema;
  values: FormValues;
  onChange: (values: FormValues) => void;
  errors: readonly FieldError[];
  /** What is missing is an error as well: somebody tried to send the form. */
  isSubmitted: boolean;
  parties?: readonly string[];
  suggest?: (field: string) => readonly Suggestion[];
  /** Fields before those of the schema, within the same form. */
  before?: ReactNode;
  children?: ReactNode;
}

const NONE: readonly string[] = [];
const nothing = (): readonly Suggestion[] => [];

/** The fields of a schema, with what is wrong laid at each. What is still missing is said once the form was sent. */
export function SchemaForm(props: SchemaFormProps) {
  const { id, schema, values, onChange, errors, isSubmitted, parties = NONE, suggest = nothing } = props;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () =>
      new Map(
        errors
          .filter((error) => isSubmitted || (error.missing === undefined && (left.has(fieldId(id, error)) || error.pointer === '')))
          .map((error) => [error.pointer, error.detail]),
      ),
    [errors, isSubmitted, left, id],
  );
  const scope = useMemo(
    () => ({ id, schema, errors: shown, parties, suggest }),
    [id, schema, shown, parties, suggest],
  );
  return (
    <FormContext value={scope}>
      <div
        className="fields"
        onBlur={({ target }) => target.id !== '' && !left.has(target.id) && setLeft(new Set([...left, target.id]))}
      >
        {props.before}
        {shown.has('') && <p className="fault">The fact {shown.get('')}.</p>}
        <ObjectFields schema={schema} pointer="" value={values} onChange={onChange} />
        {props.children}
      </div>
    </FormContext>
  );
}

const fieldId = (form: string, { pointer }: FieldError): string => `${form}${pointer.replaceAll('/', '-')}`;

/** Moves the focus to the first field within an element that is wrong. */
export function focusFirstFault(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
