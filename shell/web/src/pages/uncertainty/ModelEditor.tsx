import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { useId, useRef } from "react";
import { Field, fieldIds } from "../../components/Field.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import { isStart } from "./content.ts";
import { type ModelProblem, placeIn } from "./model-text.ts";
import type { Workbench } from "./workbench.ts";

type Written = Pick<Workbench, "model" | "equations" | "start" | "unit">;

/** The model's formulas; what is wrong is said with its place and shown in its line. */
export function ModelEditor({
  bench,
  problem,
  onChange,
}: {
  readonly bench: Written;
  readonly problem: ModelProblem | null;
  readonly onChange: (part: Partial<Written>) => void;
}) {
  const text = useText(uncertaintyText);
  const id = useId();
  const { model, unit, equations, start } = bench;
  const area = useRef<HTMLTextAreaElement>(null);
  const go = (at: ModelProblem) => {
    area.current?.focus();
    area.current?.setSelectionRange(at.at, at.at + at.length);
  };
  const complaint = problem && <Fault model={model} problem={problem} onGo={() => go(problem)} />;

  return (
    <section className="panel stack" aria-label={text("model.title")}>
      <h2>{text("model.title")}</h2>
      <Field id={id} label={text("model.label")} hint={text("model.hint")} problem={complaint}>
        <textarea
          {...fieldIds(id, { hint: true, problem: complaint })}
          ref={area}
          className="text-input model-text"
          rows={Math.min(12, Math.max(3, model.split("\n").length + 1))}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={model}
          onChange={(event) => onChange({ model: event.target.value })}
        />
      </Field>
      <label className="check-row">
        <input
          type="checkbox"
          checked={equations}
          onChange={(event) => onChange({ equations: event.target.checked })}
        />
        {text("model.equations")}
      </label>
      {equations && (
        <TextAreaField
          label={text("model.start")}
          hint={text("model.start.hint")}
          problem={isStart(start) ? undefined : text("model.start.wrong")}
          value={start}
          onChange={(next) => onChange({ start: next })}
        />
      )}
      <div className="model-unit">
        <TextField
          label={text("model.unit")}
          value={unit}
          onChange={(next) => onChange({ unit: next })}
          maxLength={40}
          spellCheck={false}
        />
      </div>
    </section>
  );
}

/** The sentence, where the fault lies, and its line with the place marked. */
function Fault({
  model,
  problem,
  onGo,
}: {
  readonly model: string;
  readonly problem: ModelProblem;
  readonly onGo: () => void;
}) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  if (problem.code === "empty") return <span>{text("model.empty")}</span>;
  const { line, column, of } = placeIn(model, problem.at);
  const said =
    problem.code === "name-twice"
      ? text("model.name-twice", problem.facts)
      : problemSentence(problem.code, problem.facts)[own];
  const from = Math.max(0, column - 1);
  return (
    <span className="model-fault">
      <span>
        {text("model.place", { line, column })}: {said}
      </span>
      <code aria-hidden="true">
        {of.slice(Math.max(0, from - 40), from)}
        <mark>{of.slice(from, from + problem.length) || " "}</mark>
        {of.slice(from + problem.length, from + problem.length + 40)}
      </code>
      <button type="button" className="plain-button" onClick={onGo}>
        {text("model.go")}
      </button>
    </span>
  );
}
