import { type ReactNode, useId } from "react";
import { Field, fieldIds } from "./Field.tsx";

/** Several lines of text: remarks, reasons. */
export function TextAreaField({
  label,
  hint,
  problem,
  optional,
  value,
  onChange,
  rows = 3,
  maxLength,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  readonly optional?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} problem={problem} optional={optional}>
      <textarea
        {...fieldIds(id, { hint, problem })}
        className="text-input"
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
