import { type ReactNode, useId } from "react";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { Field, fieldIds } from "./Field.tsx";

/** One of a few choices. A native list: it opens with a finger, a key and a screen reader alike. */
export function SelectField({
  label,
  hint,
  problem,
  value,
  onChange,
  choices,
  disabled = false,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  /** Empty while nothing is chosen; the list then begins with a line that asks for a choice. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  readonly disabled?: boolean;
}) {
  const text = useText(commonText);
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <select
        {...fieldIds(id, { hint, problem })}
        className="text-input"
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {value === "" && <option value="">{text("choose")}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
