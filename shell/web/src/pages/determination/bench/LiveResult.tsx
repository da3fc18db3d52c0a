import type { Preview } from "@quanheng/flow/decision/preview.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { Quantity } from "../../../components/Quantity.tsx";
import { VerdictTag } from "../../../components/VerdictTag.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { EvaluationPanel } from "../EvaluationPanel.tsx";
import { RuleNote } from "../RuleNote.tsx";
import { statedExpanded } from "../stated-expanded.ts";
import { VerdictList } from "../VerdictList.tsx";

/** What the readings come to now. Everything here is computed on this device with every keystroke. */
export function LiveResult({
  definition,
  live,
  missing,
  rule,
}: {
  readonly definition: MethodDefinition;
  readonly live: Preview;
  readonly missing: number;
  readonly rule: Bilingual;
}) {
  const text = useText(determinationText);
  const { evaluation, verdicts } = live;
  return (
    <aside className="bench-live" aria-label={text("live.title")}>
      <section className="panel stack">
        <h2>{text("live.title")}</h2>
        <p className="main-value" aria-live="polite">
          {evaluation ? (
            <Quantity value={evaluation.reported} expanded={statedExpanded(evaluation)} unit={evaluation.unit} />
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
          <h2>{text("verdicts.title")}</h2>
          <p className="quiet small">{text("verdicts.draft")}</p>
          <VerdictList verdicts={verdicts} />
          <RuleNote sentence={rule} />
        </section>
      )}
    </aside>
  );
}

/** On a phone the result stands below the form; this keeps it in sight. A screen reader has the result itself. */
export function LiveBar({ live: { evaluation, verdicts } }: { readonly live: Preview }) {
  if (!evaluation) return null;
  const worst = (["fail", "undecided", "conditional", "pass"] as const).find((verdict) =>
    verdicts.some((each) => each.verdict === verdict),
  );
  return (
    <div className="live-bar" aria-hidden="true">
      <Quantity value={evaluation.reported} expanded={statedExpanded(evaluation)} unit={evaluation.unit} />
      {worst && <VerdictTag verdict={worst} />}
    </div>
  );
}
