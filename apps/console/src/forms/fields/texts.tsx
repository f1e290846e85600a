import { parseReducedDate } from '#catalogue/values/periods.js';
import { formatDate } from '../../ui/dates.js';
import { useField } from '../schema/form-context.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';

interface TextFieldProps extends FieldProps<string> {
  placeholder?: string;
  inputMode?: 'decimal' | 'numeric' | 'url';
  /** Over so many lines, where a text may be long. */
  rows?: number;
}

export function TextField({ value, onChange, placeholder, inputMode, rows, ...field }: TextFieldProps) {
  const place = useField(field.pointer, field.note !== undefined);
  const shared = {
    id: place.id,
    value,
    placeholder,
    'aria-required': field.required || undefined,
    ...place.aria,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <FieldFrame place={place} {...field}>
      {rows === undefined ? (
        <input type="text" autoComplete="off" inputMode={inputMode} {...shared} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
    </FieldFrame>
  );
}

/** A date as precisely as it is known. Below it stands how it is understood. */
export function DateField({ value, note, ...field }: FieldProps<string>) {
  const text = value.trim();
  const understood = parseReducedDate(text) ? formatDate(text) : '';
  return (
    <TextField
      {...field}
      value={value}
      placeholder="2025-08-12, 2025-08 or 2025"
      note={[note, understood && understood !== text ? `= ${understood}` : ''].filter(Boolean).join(' ') || undefined}
    />
  );
}
