import { useContext } from 'react';
import { partyLabel } from '#catalogue/values/party-names.js';
import { FormContext, useField } from '../schema/form-context.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';

export interface Choice {
  value: string;
  label: string;
}

interface ChoiceFieldProps extends FieldProps<string> {
  /** In groups, each with a label; one without stands alone. */
  groups: readonly { label?: string; choices: readonly Choice[] }[];
  /** What stands where nothing is chosen; null: something always is. */
  none?: string | null;
}

/** One of a list. The browser's own list: with a keyboard it is found by typing, and a phone has one for thumbs. */
export function ChoiceField({ value, onChange, groups, none = '—', ...field }: ChoiceFieldProps) {
  const place = useField(field.pointer, field.note !== undefined);
  const options = (choices: readonly Choice[]) =>
    choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ));
  return (
    <FieldFrame place={place} {...field}>
      <select
        id={place.id}
        value={value}
        aria-required={field.required || undefined}
        {...place.aria}
        onChange={({ target }) => onChange(target.value)}
      >
        {none !== null && <option value="">{none}</option>}
        {groups.map(({ label, choices }) =>
          label === undefined ? (
            options(choices)
          ) : (
            <optgroup key={label} label={label}>
              {options(choices)}
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

/** A country or a bloc, those of the story first. */
export function PartyField({ codes, ...field }: FieldProps<string> & { codes: readonly string[] }) {
  const { parties } = useContext(FormContext);
  const choices = (of: readonly string[]): Choice[] =>
    of
      .map((value) => ({ value, label: partyLabel(value) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en'));
  const own = codes.filter((code) => parties.includes(code));
  return (
    <ChoiceField
      {...field}
      groups={
        own.length === 0
          ? [{ choices: choices(codes) }]
          : [
              { label: 'Of this story', choices: choices(own) },
              { label: 'All', choices: choices(codes.filter((code) => !own.includes(code))) },
            ]
      }
    />
  );
}

/** The name that facts share for what they are about. It suggests those that the story has. */
export function SlugField({ name, value, onChange, ...field }: FieldProps<string> & { name: string }) {
  const { suggest } = useContext(FormContext);
  const place = useField(field.pointer, field.note !== undefined);
  const suggestions = suggest(name);
  const listId = `${place.id}-list`;
  const known = suggestions.find((one) => one.value === value.trim());
  const note = [field.note, known && known.label !== known.value ? `= ${known.label}` : ''].filter(Boolean).join(' ');
  return (
    <FieldFrame place={place} {...field} note={note || undefined}>
      <input
        id={place.id}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        list={suggestions.length > 0 ? listId : undefined}
        value={value}
        aria-required={field.required || undefined}
        {...place.aria}
        onChange={({ target }) => onChange(target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
