import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { EvaluationLine } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { memo } from "react";
import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Refused } from "../../workers/uncertainty-messages.ts";
import { figure } from "./figures.ts";
import { inputProblems, placeOf } from "./problems.ts";
import { ENTRIES, type Entry, FORMULAS, type InputEntry, LISTS, WAYS, type Way } from "./workbench.ts";

/**
 * What is known of one input: the way, its figures and unit, and what they come to. A row is only drawn again when
 * something of it has changed, so that a model of a thousand inputs can still be typed at.
 */
export const InputRow = memo(Row, (before, after) => {
  const [one, other] = [before.line, after.line];
  const stands = one?.x === other?.x && one?.u === other?.u && one?.dof === other?.dof;
  return stands && before.name === after.name && before.input === after.input && before.refused === after.refused;
});

function Row({
  name,
  input,
  line,
  refused,
  onChange,
}: {
  readonly name: string;
  readonly input: InputEntry;
  /** Its line of the budget, once there is one. */
  readonly line: EvaluationLine | undefined;
  /** What the engine says against this input. */
  readonly refused: Refused | null;
  readonly onChange: (name: string, next: InputEntry) => void;
}) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const asked = ENTRIES[input.way].map((entry) => entry.replace("?", "") as Entry);
  const at = refused ? placeOf(refused)?.entry : null;
  const placed = asked.find((entry) => entry === at);
  const set = (entry: Entry, value: string) =>
    onChange(name, { ...input, entries: { ...input.entries, [entry]: value } });

  return (
    <li className="input-row">
      <h3>{name}</h3>
      <div className="input-entries">
        <div className="input-way">
          <SelectField
            label={<Named name={name} label={text("inputs.way")} />}
            value={input.way}
            onChange={(way) => onChange(name, { ...input, way: way as Way })}
            choices={WAYS.map((way) => ({ value: way, label: text(`way.${way}`) }))}
          />
        </div>
        {ENTRIES[input.way].map((stated) => {
          const entry = stated.replace("?", "") as Entry;
          return (
            <EntryField
              key={entry}
              name={name}
              entry={entry}
              input={input}
              optional={stated.endsWith("?")}
              refused={entry === placed ? refused : null}
              onChange={(value) => set(entry, value)}
            />
          );
        })}
        <TextField
          label={<Named name={name} label={text("inputs.unit")} />}
          value={input.unit}
          onChange={(unit) => onChange(name, { ...input, unit })}
          maxLength={40}
          spellCheck={false}
        />
      </div>
      {refused && !placed && (
        <p className="field-problem" role="alert">
          {problemSentence(refused.code, refused.facts)[own]}
        </p>
      )}
      {line && input.way !== "estimate" && input.way !== "constant" && (
        <p className="quiet input-stands">
          {text("inputs.stands", { x: figure(line.x, 8), u: figure(line.u, 4), dof: figure(line.dof, 4) })}
        </p>
      )}
    </li>
  );
}

function EntryField({
  name,
  entry,
  input,
  optional,
  refused,
  onChange,
}: {
  readonly name: string;
  readonly entry: Entry;
  readonly input: InputEntry;
  readonly optional: boolean;
  readonly refused: Refused | null;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const labelKey = entry === "x" && input.way === "exponential" ? "entry.x.exponential" : (`entry.${entry}` as const);
  const label = <Named name={name} label={text(labelKey)} />;
  const value = input.entries[entry] ?? "";
  const problem = inputProblems(input)[entry] ?? (refused ? { code: refused.code, facts: refused.facts } : null);
  const said = problem ? problemSentence(problem.code, problem.facts)[own] : undefined;
  if (LISTS.has(entry))
    return <TextAreaField label={label} value={value} onChange={onChange} problem={said} rows={4} />;
  if (entry === "sample")
    return <TextField label={label} value={value} onChange={onChange} problem={said} maxLength={40} />;
  if (FORMULAS.has(entry))
    return (
      <div className="figure-entry">
        <TextField
          label={label}
          value={value}
          onChange={onChange}
          problem={said}
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          title={text("entry.formula")}
        />
      </div>
    );
  return (
    <NumberField
      label={label}
      value={value}
      onChange={onChange}
      optional={optional}
      problem={value === "" && optional ? null : problem}
    />
  );
}

/** A label that also tells a screen reader which input it belongs to. */
function Named({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <>
      <span className="visually-hidden">{name}: </span>
      {label}
    </>
  );
}
