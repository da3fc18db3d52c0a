import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { MethodInput } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { useId } from "react";
import type { EntryProblem } from "../../../components/NumberField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";

/** One place of a series; its name says reading and portion, its text stays as it was typed. */
export function ReadingCell({
  input,
  portion,
  value,
  problem,
  onChange,
}: {
  readonly input: MethodInput;
  readonly portion: number;
  readonly value: string;
  readonly problem: EntryProblem | null;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const id = useId();
  const unit = unitSymbol(input.unit);
  const said = problem && problemSentence(problem.code, problem.facts)[own];
  return (
    <div className="reading-cell">
      <label htmlFor={id} className="reading-label">
        {input.label[own]} {unit && `[${unit}]`}
        <span className="visually-hidden">, {text("bench.portion", { n: portion })}</span>
      </label>
      {input.kind === "choice" ? (
        <select
          id={id}
          className="text-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...(said ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {})}
        >
          <option value="">—</option>
          {(input.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label[own]}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="text-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...(said ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {})}
        />
      )}
      {said && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {said}
        </p>
      )}
    </div>
  );
}
