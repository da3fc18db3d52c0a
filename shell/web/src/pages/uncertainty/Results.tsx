import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { type Ref, useMemo } from "react";
import { type BudgetBar, BudgetChart } from "../../components/BudgetChart.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Drawn, Limits, Preview, Refused } from "../../workers/uncertainty-messages.ts";
import { figure } from "./figures.ts";
import { Histogram } from "./Histogram.tsx";
import { MethodTable } from "./MethodTable.tsx";

/** What an evaluation says of one output: methods side by side, distribution and budget. */
export function Results({
  preview,
  trials,
  output,
  digits,
  limits,
  unit,
  earlier,
  picture,
  onOutput,
}: {
  readonly preview: Preview;
  /** What the trials drew of the outputs; null where they did not run on this. */
  readonly trials: readonly Drawn[] | null;
  /** Place of the output that is shown. */
  readonly output: number;
  readonly digits: 1 | 2;
  readonly limits: Limits | null;
  readonly unit: string;
  /** Whether something was changed that cannot be evaluated yet. */
  readonly earlier: boolean;
  readonly picture: Ref<SVGSVGElement>;
  readonly onOutput: (place: number) => void;
}) {
  const text = useText(uncertaintyText);
  const shown = preview.outputs[output] ?? preview.outputs[0]!;
  const drawn = Array.isArray(preview.drawn) ? (preview.drawn as readonly Drawn[])[output] : undefined;
  const tried = trials?.[output];
  const bars = useMemo(() => shown.budget.map(barOf), [shown]);
  const picked = tried ?? drawn;
  return (
    <div className={earlier ? "stack is-earlier" : "stack"}>
      {earlier && <p className="stale">{text("results.earlier")}</p>}
      {preview.outputs.length > 1 && (
        <SelectField
          label={text("results.output")}
          value={String(output)}
          onChange={(place) => onOutput(Number(place))}
          choices={preview.outputs.map(({ name }, k) => ({ value: String(k), label: name }))}
        />
      )}
      <MethodTable output={shown} preview={drawn} trials={tried} digits={digits} />
      {"code" in preview.drawn ? <NotDrawn refused={preview.drawn} /> : <How preview={preview} />}
      {preview.findings.length > 0 && <Findings findings={preview.findings} />}
      {picked && (
        <figure className="picture">
          <figcaption>{text("histogram.title", { output: shown.name })}</figcaption>
          <Histogram
            output={shown}
            drawn={picked}
            ofTrials={tried !== undefined}
            limits={limits}
            unit={unit}
            picture={picture}
          />
        </figure>
      )}
      <BudgetChart budget={bars} unit={unit} />
    </div>
  );
}

function NotDrawn({ refused }: { readonly refused: Refused }) {
  const { own } = useLanguage();
  return <Note>{problemSentence(refused.code, refused.facts)[own]}</Note>;
}

/** What an evaluation does not refuse but its reader must know. */
function Findings({ findings }: { readonly findings: Preview["findings"] }) {
  const { own } = useLanguage();
  return (
    <Note>
      {findings.map(({ code, facts }) => (
        <p key={`${code} ${JSON.stringify(facts)}`}>{problemSentence(code, forTheEye(facts))[own]}</p>
      ))}
    </Note>
  );
}

/** Figures inside a sentence need few digits. */
function forTheEye(facts: Facts): Facts {
  const entries = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === "number" ? figure(fact, 4) : fact,
  ]);
  return Object.fromEntries(entries);
}

function How({ preview }: { readonly preview: Preview }) {
  const text = useText(uncertaintyText);
  const { points, milliseconds, engine } = preview;
  return (
    <p className="quiet how">
      {text("results.preview.how", { points, engine, milliseconds: Math.max(1, Math.round(milliseconds)) })}
    </p>
  );
}

function barOf({
  input,
  u,
  sensitivity,
  contribution,
  share,
  dof,
}: Preview["outputs"][number]["budget"][number]): BudgetBar {
  return {
    source: input,
    u: figure(u, 4),
    sensitivity: figure(sensitivity, 4),
    contribution: figure(contribution, 3),
    percent: 100 * share,
    dof: figure(dof, 4),
  };
}
