import { type ReactNode, useMemo, useState } from 'react';
import type { FieldError } from './schema/check-data.js';
import { ObjectFields } from './fields/Field.js';
import { fieldId, FormContext, type Suggestion } from './schema/form-context.js';
import type { FormValues } from './schema/form-values.js';
import type { JsonSchema } from './schema/json-schema.js';

interface SchemaFormProps {
  /** Makes the ids of its fields unique on the page. */
  id: string;
  schema: JsonSchema;
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** Where the data lie in what is sent; pointers of errors begin with it. */
  at: string;
  /** What was found wrong here. It is shown once a field was left, and what is missing once the form was sent. */
  errors: readonly FieldError[];
  isSubmitted: boolean;
  /** What the server found wrong. */
  refused: readonly FieldError[];
  parties?: readonly string[];
  suggest?: (field: string) => readonly Suggestion[];
  /** Fields before those of the schema, within the same form. */
  before?: ReactNode;
  children?: ReactNode;
}

const NONE: readonly string[] = [];
const nothing = (): readonly Suggestion[] => [];

/** The fields of a schema, with what is wrong laid at each. */
export function SchemaForm(props: SchemaFormProps) {
  const { id, schema, values, onChange, at, errors, isSubmitted, refused, parties = NONE, suggest = nothing } = props;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => {
    const isShown = ({ pointer, missing }: FieldError): boolean =>
      isSubmitted || (missing === undefined && left.has(fieldId(id, pointer)));
    return new Map([...errors.filter(isShown), ...refused].map(({ pointer, detail }) => [pointer, detail]));
  }, [errors, isSubmitted, refused, left, id]);
  const scope = useMemo(() => ({ id, schema, errors: shown, parties, suggest }), [id, schema, shown, parties, suggest]);
  const onBlur = ({ target }: { target: Element }): void => {
    if (target.id !== '' && !left.has(target.id)) setLeft(new Set([...left, target.id]));
  };
  return (
    <FormContext value={scope}>
      <div className="fields" onBlur={onBlur}>
        {props.before}
        {shown.has(at) && (
          <p className="fault" tabIndex={-1} data-fault>
            The fact {shown.get(at)}.
          </p>
        )}
        <ObjectFields schema={schema} pointer={at} value={values} onChange={onChange} />
        {props.children}
      </div>
    </FormContext>
  );
}

/** Moves the focus to the first field within an element that is wrong. */
export function focusFirstFault(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault]')?.focus();
}
