import type { EvaluationLine } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { useMemo } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Refused } from "../../workers/uncertainty-messages.ts";
import { InputRow } from "./InputRow.tsx";
import { placeOf } from "./problems.ts";
import { type InputEntry, NEW_INPUT, type Workbench } from "./workbench.ts";

/** A row for each input that the model uses. */
export function Inputs({
  names,
  inputs,
  budget,
  refused,
  onChange,
}: {
  readonly names: readonly string[];
  readonly inputs: Workbench["inputs"];
  readonly budget: readonly EvaluationLine[];
  /** What the engine says against one of them. */
  readonly refused: Refused | null;
  /** Must not change from one drawing to the next: rows keep it. */
  readonly onChange: (name: string, next: InputEntry) => void;
}) {
  const text = useText(uncertaintyText);
  const at = refused && placeOf(refused)?.input;
  const unused = Object.keys(inputs).filter((name) => !names.includes(name));
  const lines = useMemo(() => new Map(budget.map((line) => [line.input, line])), [budget]);
  return (
    <section className="panel" aria-label={text("inputs.title")}>
      <h2>{text("inputs.title")}</h2>
      {names.length === 0 && <p className="quiet">{text("inputs.none")}</p>}
      <ul className="plain-list">
        {names.map((name) => (
          <InputRow
            key={name}
            name={name}
            input={inputs[name] ?? NEW_INPUT}
            line={lines.get(name)}
            refused={at === name ? refused : null}
            onChange={onChange}
          />
        ))}
      </ul>
      {unused.length > 0 && <p className="quiet">{text("inputs.unused", { names: unused.join(", ") })}</p>}
    </section>
  );
}
