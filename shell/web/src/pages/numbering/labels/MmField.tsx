import { useState } from "react";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { labelsText } from "../../../i18n/labels.ts";

/** A number within bounds; what is typed stays as it is, and only a good number goes on. */
export function MmField({
  label,
  value,
  from = 0,
  to,
  whole = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly from?: number;
  readonly to: number;
  readonly whole?: boolean;
  readonly onChange: (value: number) => void;
}) {
  const text = useText(labelsText);
  const [typed, setTyped] = useState(String(value));
  const good = (given: string) => {
    const number = Number(given.trim());
    return given.trim() !== "" && number >= from && number <= to && (!whole || Number.isInteger(number));
  };
  const change = (given: string) => {
    setTyped(given);
    if (good(given)) onChange(Number(given.trim()));
  };
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={Number(typed) === value || !good(typed) ? typed : String(value)}
      onChange={change}
      problem={!good(typed) && text("number", { from, to })}
    />
  );
}
