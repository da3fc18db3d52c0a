import type { EvaluationView } from "@quanheng/contract/schemas/laboratory.ts";
import { flagSentence } from "@quanheng/flow/determination/flag.ts";
import type { Flag, MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { BudgetChart } from "../../components/BudgetChart.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import { Facts } from "./Facts.tsx";
import { Findings, FurtherResults } from "./FurtherResults.tsx";
import { shortDigits } from "./short-digits.ts";

/** How a result came about: unrounded value, coverage, rounding, flags, figures on the way, budget. */
export function EvaluationPanel({
  definition,
  evaluation,
}: {
  readonly definition: MethodDefinition;
  readonly evaluation: EvaluationView;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const unit = unitSymbol(evaluation.unit);
  const { budget } = evaluation;
  const nameOf = (key: string) => definition.names[key]?.[own] ?? key;
  return (
    <>
      <Facts
        items={[
          [text("live.unrounded"), `${evaluation.value} ${unit}`],
          [
            text("live.u"),
            budget.length > 0 &&
              `${shortDigits(evaluation.u)} ${unit}  (${text("live.coverage", { k: evaluation.k, dof: evaluation.dof })})`,
          ],
          [text("live.reported"), useRounding(definition)],
        ]}
      />
      <FurtherResults definition={definition} evaluation={evaluation} />
      <Findings evaluation={evaluation} />
      <Flags flags={evaluation.flags} definition={definition} />
      {budget.length > 0 ? (
        <BudgetChart
          budget={budget.map((line) => ({
            ...line,
            u: shortDigits(line.u),
            sensitivity: shortDigits(line.sensitivity),
            contribution: shortDigits(line.contribution),
          }))}
          unit={evaluation.unit}
          nameOf={nameOf}
        />
      ) : (
        <p className="quiet">{text("live.no-u")}</p>
      )}
      <details>
        <summary>{text("live.steps")}</summary>
        <ul className="line-list">
          {evaluation.intermediate.map(({ name, value, unit: code }, at) => (
            // Each portion repeats the same names.
            // biome-ignore lint/suspicious/noArrayIndexKey: as said
            <li key={at}>
              <span>{nameOf(name)}</span>
              <span>
                {value} {unitSymbol(code)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Flags({
  flags,
  definition,
}: {
  readonly flags: EvaluationView["flags"];
  readonly definition: MethodDefinition;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  if (flags.length === 0) return null;
  return (
    <Note>
      <strong>{text("live.flags")}</strong>
      <ul>
        {flags.map((flag) => {
          const sentence = flagSentence(flag as Flag, definition)[own];
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </Note>
  );
}

function useRounding({ output: { rounding } }: MethodDefinition): string {
  const text = useText(determinationText);
  const mode = text(`live.${rounding.mode}`);
  if (rounding.digits !== undefined) return text("live.rounding.digits", { digits: rounding.digits, mode });
  return rounding.step === undefined
    ? text("live.rounding.places", { places: rounding.places ?? 0, mode })
    : text("live.rounding.step", { step: rounding.step, mode });
}
