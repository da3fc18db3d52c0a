import type { Preview } from "@quanheng/flow/decision/preview.ts";
import { NONE_STATED } from "@quanheng/flow/determination/evaluate.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { Quantity } from "../../../components/Quantity.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { EvaluationPanel } from "../EvaluationPanel.tsx";
import { VerdictList } from "../VerdictList.tsx";

/** What the readings come to now. Everything here is computed on this device with every keystroke. */
export function LiveResult({
  definition,
  live,
  missing,
}: {
  readonly definition: MethodDefinition;
  readonly live: Preview;
  readonly missing: number;
}) {
  const text = useText(determinationText);
  const { evaluation, verdicts } = live;
  return (
    <aside className="bench-live" aria-label={text("live.title")}>
      <section className="panel stack">
        <h2>{text("live.title")}</h2>
        <p className="live-value" aria-live="polite">
          {evaluation ? (
            <Quantity
              value={evaluation.reported}
              expanded={evaluation.reportedExpanded === NONE_STATED ? null : evaluation.reportedExpanded}
              unit={evaluation.unit}
            />
          ) : (
            <span className="quiet">—</span>
          )}
        </p>
        {!evaluation && (
          <p className="quiet">
            {live.problems.length > missing ? text("live.problem") : text("live.waiting", { count: missing })}
          </p>
        )}
        {evaluation && <EvaluationPanel definition={definition} evaluation={evaluation} />}
      </section>
      {evaluation && (
        <section className="panel stack">
          <h2>
            {text("verdicts.title")} <span className="quiet small">{text("verdicts.draft")}</span>
          </h2>
          <VerdictList verdicts={verdicts} />
        </section>
      )}
    </aside>
  );
}
