import type { Evaluation } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { budgetCsv } from "@quanheng/kernel/uncertainty/export-csv.ts";
import { evaluationJson } from "@quanheng/kernel/uncertainty/export-json.ts";
import { typstAppendix } from "@quanheng/kernel/uncertainty/export-typst.ts";
import type { StatedDecision } from "@quanheng/kernel/uncertainty/stated-decision.ts";
import type { RefObject } from "react";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import { budgetSvg } from "./budget-svg.ts";
import type { Content } from "./content.ts";
import { saveText, svgText } from "./save.ts";

type ExportKey = Extract<(typeof uncertaintyText)["keys"][number], `export.${string}`>;

/** Files that leave the workbench. Those of results wait until there are any. */
export function Exports({
  content,
  evaluation,
  output,
  unit,
  formulas,
  picture,
  decision,
}: {
  readonly content: Content;
  /** With the trials where they ran on what stands there now, else without. */
  readonly evaluation: Evaluation | null;
  /** Place of the output that is shown. */
  readonly output: number;
  readonly unit: string;
  readonly formulas: Readonly<Record<string, string>>;
  readonly picture: RefObject<SVGSVGElement | null>;
  /** What was decided; null where there are no limits. */
  readonly decision: StatedDecision | null;
}) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const shown = evaluation?.outputs[output];
  const stated = unit === "" ? null : unit;
  const files: readonly { readonly key: ExportKey; readonly save: (() => void) | null }[] = [
    {
      key: "export.model",
      save: () => saveText("model.json", "application/json", `${JSON.stringify(content, null, 2)}\n`),
    },
    {
      key: "export.results",
      save: evaluation && (() => saveText("results.json", "application/json", `${evaluationJson(evaluation, 2)}\n`)),
    },
    {
      key: "export.csv",
      // A mark of byte order tells table programs that it is UTF-8.
      save:
        evaluation &&
        (() => saveText("budget.csv", "text/csv", `\ufeff${budgetCsv(evaluation, stated, own, decision)}`)),
    },
    {
      key: "export.histogram",
      save: shown
        ? () => picture.current && saveText("histogram.svg", "image/svg+xml", svgText(picture.current))
        : null,
    },
    {
      key: "export.budget",
      save: shown ? () => saveText("budget.svg", "image/svg+xml", budgetSvg(shown, unit)) : null,
    },
    {
      key: "export.typst",
      save:
        evaluation &&
        (() =>
          saveText("appendix.typ", "text/plain", typstAppendix({ formulas, unit: stated }, evaluation, own, decision))),
    },
  ];
  return (
    <section className="panel" aria-label={text("export.title")}>
      <h2>{text("export.title")}</h2>
      <div className="row">
        {files.map(({ key, save }) => (
          <button key={key} type="button" className="plain-button" disabled={save === null} onClick={() => save?.()}>
            {text(key)}
          </button>
        ))}
      </div>
    </section>
  );
}
