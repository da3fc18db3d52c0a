import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { useFocusOnOpen } from "../use-focus.ts";
import { Field, fieldIds } from "./Field.tsx";

/** A labelled line of text without the weight of a form library: for pages that must open at once. */
export function TextField({
  label,
  hint,
  problem,
  value,
  onChange,
  focusOnOpen = false,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value" | "autoFocus"> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly focusOnOpen?: boolean;
}) {
  const id = useId();
  const control = useFocusOnOpen<HTMLInputElement>(focusOnOpen);
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        {...input}
        {...fieldIds(id, { hint, problem })}
        ref={control}
        className="text-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
