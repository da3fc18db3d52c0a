import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { evaluationView } from "@quanheng/flow/determination/evaluation-view.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { Button } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { Note } from "../../../components/ProblemAlert.tsx";
import { Quantity } from "../../../components/Quantity.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { methodsText } from "../../../i18n/methods.ts";
import { type BenchEntry, filledReadings, initialReadings } from "../../determination/bench/bench-entry.ts";
import { placeProblems } from "../../determination/bench/field-problems.ts";
import { moveOn } from "../../determination/bench/move-on.ts";
import { ReadingsForm } from "../../determination/bench/ReadingsForm.tsx";
import { EvaluationPanel } from "../../determination/EvaluationPanel.tsx";
import { Pictures } from "../../determination/Pictures.tsx";
import { statedExpanded } from "../../determination/stated-expanded.ts";
import { TrialFile } from "./TrialFile.tsx";

type Readings = BenchEntry["readings"];

/** The bench of a method without a task behind it: everything is computed here and nothing is kept. */
export function MethodTrial({ definition }: { readonly definition: MethodDefinition }) {
  const text = useText(methodsText);
  const bench = useText(determinationText);
  const [readings, setReadings] = useState<Readings>(() => withExample(definition));
  const late = useDeferredValue(readings);
  const filled = useMemo(() => filledReadings(late), [late]);
  const outcome = useMemo(() => evaluateRaw(definition, filled), [definition, filled]);
  const problems = placeProblems(definition, outcome.ok ? [] : outcome.problems, readings, false);
  const evaluation = outcome.ok ? evaluationView(outcome.evaluation) : null;
  return (
    <form
      className="bench"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={moveOn}
      noValidate
      autoComplete="off"
    >
      <div className="bench-entry">
        <Note>{text("trial.note")}</Note>
        <div className="row no-print">
          <Button onClick={() => setReadings(withExample(definition))}>{text("trial.example")}</Button>
          <Button onClick={() => setReadings(initialReadings(definition))}>{text("trial.empty")}</Button>
          <Button disabled={!evaluation} onClick={() => globalThis.print()}>
            {text("trial.print")}
          </Button>
        </div>
        <ReadingsForm
          definition={definition}
          readings={readings}
          problems={problems}
          onChange={setReadings}
          file={
            <TrialFile definition={definition} onRead={(read) => setReadings((former) => ({ ...former, ...read }))} />
          }
        />
      </div>
      <aside className="bench-live" aria-label={bench("live.title")}>
        <section className="panel stack">
          <h2>{bench("live.title")}</h2>
          <p className="main-value" aria-live="polite">
            {evaluation ? (
              <Quantity value={evaluation.reported} expanded={statedExpanded(evaluation)} unit={evaluation.unit} />
            ) : (
              <span className="quiet">—</span>
            )}
          </p>
          {!evaluation && (
            <p className="quiet">
              {problems.wrong > 0 ? bench("live.problem") : bench("live.waiting", { count: problems.missing })}
            </p>
          )}
          {evaluation && <EvaluationPanel definition={definition} evaluation={evaluation} />}
        </section>
      </aside>
      <Pictures definition={definition} readings={filled} />
    </form>
  );
}

function withExample(definition: MethodDefinition): Readings {
  const empty = initialReadings(definition);
  return { ...empty, ...definition.example };
}
