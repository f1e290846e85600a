import type { ReactNode } from 'react';
import { type FieldPlace } from '../schema/form-context.js';

/** What every field of a form gets. */
export interface FieldProps<Value> {
  pointer: string;
  label: string;
  note?: string | undefined;
  required: boolean;
  value: Value;
  onChange: (value: Value) => void;
}

interface FieldFrameProps {
  place: FieldPlace;
  label: string;
  note?: ReactNode;
  required: boolean;
  children: ReactNode;
}

/** The label of a field, what it is, and what is wrong with it. */
export function FieldFrame({ place, label, note, required, children }: FieldFrameProps) {
  return (
    <div className="field">
      <label htmlFor={place.id}>
        {label} {required && <Needed />}
      </label>
      {children}
      {note !== undefined && (
        <p id={place.noteId} className="note">
          {note}
        </p>
      )}
      <FieldFault place={place} />
    </div>
  );
}

export const Needed = () => <span className="needed">needed</span>;

/** What is wrong with a field. The place of the text is there before it is, so that it is read out. */
export function FieldFault({ place: { errorId, error } }: { place: FieldPlace }) {
  return (
    <p id={errorId} className="fault">
      {error !== undefined && <span>{error.charAt(0).toUpperCase() + error.slice(1)}.</span>}
    </p>
  );
}
