import { conditionNames } from "@quanheng/contract/messages/terms.ts";
import { type ReactNode, useId } from "react";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";

export type Condition = keyof typeof conditionNames;

/** Three large choices that a gloved finger meets. */
export function ConditionField({
  value,
  onChange,
  problem,
}: {
  readonly value: Condition | "";
  readonly onChange: (condition: Condition) => void;
  readonly problem: ReactNode;
}) {
  const text = useText(samplesText);
  const { own } = useLanguage();
  const name = useId();
  return (
    <fieldset className="choices" aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{text("receive.condition")}</legend>
      {(Object.keys(conditionNames) as Condition[]).map((condition) => (
        <label key={condition} className={condition === value ? "choice is-chosen" : "choice"}>
          <input type="radio" name={name} checked={condition === value} onChange={() => onChange(condition)} />
          {conditionNames[condition][own]}
        </label>
      ))}
      {problem && (
        <p id={`${name}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
