import { useContext, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { fieldInWords } from '../../items/item-words.js';
import { FormContext, useField } from '../schema/form-context.js';
import { type FormValue, type FormValues, isFilled } from '../schema/form-values.js';
import { pointerTo, resolveSchema, type JsonSchema, type ResolvedSchema } from '../schema/json-schema.js';
import { ChoiceField, PartyField, SlugField } from './choices.js';
import { FieldFault, type FieldProps, Needed } from './FieldFrame.js';
import { DateField, TextField } from './texts.js';

interface SchemaFieldProps extends Omit<FieldProps<FormValue | undefined>, 'note'> {
  /** Its name in the data. */
  name: string;
  schema: JsonSchema;
}

/** A field of any schema. */
export function SchemaField({ name, schema: given, value, onChange, ...field }: SchemaFieldProps) {
  const { schema: root } = useContext(FormContext);
  const schema = resolveSchema(given, root);
  const shared = { ...field, note: schema.description };
  const text = { ...shared, value: typeof value === 'string' ? value : '', onChange };
  switch (schema.type) {
    case 'object':
      return <GroupField {...shared} schema={schema} value={valuesIn(value)} onChange={onChange} />;
    case 'array':
      return <ListField {...shared} name={name} schema={schema} value={listIn(value)} onChange={onChange} />;
    case 'number':
    case 'integer':
      return <TextField {...text} inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'} />;
    default:
      if (schema.name === 'Party' || schema.name === 'Country')
        return <PartyField {...text} codes={schema.enum ?? []} />;
      if (schema.name === 'Slug') return <SlugField {...text} name={name} />;
      if (schema.name === 'ReducedDate') return <DateField {...text} />;
      if (schema.enum)
        return (
          <ChoiceField
            {...text}
            groups={[{ choices: schema.enum.map((one) => ({ value: one, label: fieldInWords(one) })) }]}
          />
        );
      return <TextField {...text} />;
  }
}

const valuesIn = (value: FormValue | undefined): FormValues =>
  typeof value === 'object' && !Array.isArray(value) ? (value as FormValues) : {};
const listIn = (value: FormValue | undefined): readonly FormValue[] =>
  Array.isArray(value) ? (value as readonly FormValue[]) : [];

interface ObjectFieldsProps {
  schema: ResolvedSchema;
  pointer: string;
  value: FormValues;
  onChange: (value: FormValues) => void;
}

/** With more fields than this, those that an event may leave out are folded away. */
const FEW = 4;

/** The fields of an object. */
export function ObjectFields({ schema, pointer, value, onChange }: ObjectFieldsProps) {
  const { properties = {}, required = [], anyOf = [] } = schema;
  const { errors } = useContext(FormContext);
  const names = Object.keys(properties);
  const first = names.length <= FEW ? names : [...new Set([...required, ...anyOf.flatMap((form) => form.required)])];
  // A field that was opened stays where it is while it is emptied.
  const wasFilled = useRef(new Set<string>());
  for (const name of names) if (isFilled(value[name]) && !first.includes(name)) wasFilled.current.add(name);
  const rest = names.filter((name) => !first.includes(name));
  const isOpen = rest.some(
    (name) => wasFilled.current.has(name) || [...errors.keys()].some((one) => one.startsWith(pointerTo(pointer, name))),
  );
  const field = (name: string) => (
    <SchemaField
      key={name}
      name={name}
      schema={properties[name] ?? {}}
      pointer={pointerTo(pointer, name)}
      label={capital(fieldInWords(name))}
      required={required.includes(name)}
      value={value[name]}
      onChange={(next) => onChange({ ...value, [name]: next ?? '' })}
    />
  );
  return (
    <>
      {names.filter((name) => first.includes(name)).map(field)}
      {rest.length > 0 && (
        <details open={isOpen || undefined}>
          <summary>
            {rest.length === 1 ? 'One more field' : `${rest.length} more fields`}:{' '}
            <span className="quiet">{rest.map(fieldInWords).join(', ')}</span>
          </summary>
          {rest.map(field)}
        </details>
      )}
    </>
  );
}

interface GroupFieldProps extends FieldProps<FormValues> {
  schema: ResolvedSchema;
}

/** An object within an object: a person, a place. */
function GroupField({ schema, pointer, label, note, required, value, onChange }: GroupFieldProps) {
  const place = useField(pointer, note !== undefined);
  return (
    <fieldset
      className="field-group"
      tabIndex={-1}
      data-fault={place.error !== undefined || undefined}
      aria-describedby={place.aria['aria-describedby']}
    >
      <legend>
        {label} {required && <Needed />}
      </legend>
      {note !== undefined && (
        <p id={place.noteId} className="note">
          {note}
        </p>
      )}
      <FieldFault place={place} />
      <ObjectFields schema={schema} pointer={pointer} value={value} onChange={onChange} />
    </fieldset>
  );
}

interface ListFieldProps extends FieldProps<readonly FormValue[]> {
  name: string;
  schema: ResolvedSchema;
}

/** Several values of a kind. */
function ListField({ name, schema, pointer, label, note, required, value, onChange }: ListFieldProps) {
  const { schema: root } = useContext(FormContext);
  const place = useField(pointer, note !== undefined);
  const group = useRef<HTMLFieldSetElement>(null);
  const items = schema.items ?? {};
  const isObject = resolveSchema(items, root).type === 'object';
  // A word for one of them: of goods and terms there is none that the plural would give.
  const singular =
    isObject || items.$ref === '#/$defs/Party'
      ? capital(fieldInWords(name)).replace(/ies$/, 'y').replace(/s$/, '')
      : 'Entry';
  const add = (): void => {
    onChange([...value, isObject ? {} : '']);
    // The new entry is there once React has drawn it.
    setTimeout(() => {
      const inputs = group.current?.querySelectorAll<HTMLElement>('.list-item:last-of-type :is(input, select)');
      inputs?.[0]?.focus();
    });
  };
  const remove = (index: number): void => {
    onChange(value.filter((_, at) => at !== index));
    group.current?.focus();
  };
  return (
    <fieldset
      ref={group}
      className="field-group"
      tabIndex={-1}
      data-fault={place.error !== undefined || undefined}
      aria-describedby={place.aria['aria-describedby']}
    >
      <legend>
        {label} {required && <Needed />}
      </legend>
      {note !== undefined && (
        <p id={place.noteId} className="note">
          {note}
        </p>
      )}
      <FieldFault place={place} />
      {value.map((item, index) => (
        <div key={index} className="list-item">
          <SchemaField
            name={name}
            schema={items}
            pointer={pointerTo(pointer, index)}
            label={`${singular} ${index + 1}`}
            required={false}
            value={item}
            onChange={(next) => onChange(value.map((one, at) => (at === index ? (next ?? '') : one)))}
          />
          <Button className="quiet-button" aria-label={`Remove ${singular} ${index + 1}`} onPress={() => remove(index)}>
            Remove
          </Button>
        </div>
      ))}
      {value.length < (schema.maxItems ?? Infinity) && (
        <Button className="quiet-button" onPress={add}>
          Add {singular.toLowerCase()}
        </Button>
      )}
    </fieldset>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
