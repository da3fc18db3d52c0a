import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { useFocusOnOpen } from "../use-focus.ts";
import { Field, fieldIds } from "./Field.tsx";
import { unitText } from "./unit-text.ts";

/** What is wrong with an entry: a code of the catalogue and its facts. */
export type EntryProblem = { readonly code: string; readonly facts?: Facts };

/** What a text lacks to be a number; null when it is one, or is empty (whether that is allowed is the form's business). */
export function numberProblem(text: string): EntryProblem | null {
  if (text.trim() === "") return null;
  const parsed = parseNumber(text);
  return parsed.ok || parsed.code === "empty" ? null : { code: parsed.code, facts: parsed.facts };
}

/**
 * A number as it was typed: the text itself is kept and sent, full-width digits included, and never reformatted under
 * the reader's hands. What is wrong is said below while typing.
 *
 * @param problem what the platform or the method says of this entry; shown after what the text itself lacks
 */
export function NumberField({
  label,
  value,
  onChange,
  unit,
  hint,
  problem,
  optional = false,
  disabled = false,
  focusOnOpen = false,
  onKeyDown,
}: {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly unit?: string;
  readonly hint?: ReactNode;
  readonly problem?: EntryProblem | null | undefined;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly focusOnOpen?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const text = useText(commonText);
  const { own } = useLanguage();
  const id = useId();
  const control = useFocusOnOpen<HTMLInputElement>(focusOnOpen);
  const wrong = numberProblem(value) ?? problem;
  const said = wrong ? problemSentence(wrong.code, wrong.facts)[own] : undefined;
  const shown = unit ? unitText(unit) : "";

  return (
    <Field id={id} label={label} hint={hint} problem={said} optional={optional ? text("optional") : undefined}>
      <span className={shown ? "number-field has-unit" : "number-field"}>
        <input
          {...fieldIds(id, { hint, problem: said })}
          className="text-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          ref={control}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...(onKeyDown ? { onKeyDown } : {})}
        />
        {shown && (
          <span className="number-unit">
            <span className="visually-hidden">{text("number.unit", { unit: "" })}</span>
            {shown}
          </span>
        )}
      </span>
    </Field>
  );
}
