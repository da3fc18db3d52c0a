import type { EvaluationLine } from "@quanheng/kernel/uncertainty/evaluation.ts";
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
  readonly onChange: (next: Workbench["inputs"]) => void;
}) {
  const text = useText(uncertaintyText);
  const at = refused && placeOf(refused)?.input;
  const unused = Object.keys(inputs).filter((name) => !names.includes(name));
  const set = (name: string, input: InputEntry) => onChange({ ...inputs, [name]: input });
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
            line={budget.find(({ input }) => input === name)}
            refused={at === name ? refused : null}
            onChange={(input) => set(name, input)}
          />
        ))}
      </ul>
      {unused.length > 0 && <p className="quiet">{text("inputs.unused", { names: unused.join(", ") })}</p>}
    </section>
  );
}
