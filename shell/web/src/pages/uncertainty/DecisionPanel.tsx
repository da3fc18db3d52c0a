import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { conformitySentences } from "@quanheng/flow/decision/conformity/sentence.ts";
import { MODEL_RULES, type ModelRule } from "@quanheng/flow/decision/model-decision.ts";
import { doubtSentence } from "@quanheng/flow/decision/model-doubt.ts";
import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { VerdictTag } from "../../components/VerdictTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Drawn } from "../../workers/uncertainty-messages.ts";
import { decided, type Evaluated, limitsOf, ruleOf } from "./decide.ts";
import type { Workbench } from "./workbench.ts";

type Decision = Workbench["decision"];

/** The limits and the rule that is agreed. */
export function LimitEntries({
  decision,
  outputs,
  onChange,
}: {
  readonly decision: Decision;
  readonly outputs: readonly string[];
  readonly onChange: (next: Decision) => void;
}) {
  const text = useText(uncertaintyText);
  const set = (part: Partial<Decision>) => onChange({ ...decision, ...part });
  const banded = ["guarded", "non-binary", "relaxed"].includes(decision.rule);
  return (
    <section className="panel" aria-label={text("decision.title")}>
      <h2>{text("decision.title")}</h2>
      <div className="setting-grid">
        {outputs.length > 1 && (
          <SelectField
            label={text("decision.output")}
            value={outputs.includes(decision.output) ? decision.output : (outputs[0] ?? "")}
            onChange={(output) => set({ output })}
            choices={outputs.map((name) => ({ value: name, label: name }))}
          />
        )}
        <NumberField
          label={text("decision.lower")}
          value={decision.lower}
          onChange={(lower) => set({ lower })}
          optional
        />
        <NumberField
          label={text("decision.upper")}
          value={decision.upper}
          onChange={(upper) => set({ upper })}
          optional
        />
        <SelectField
          label={text("decision.rule")}
          value={decision.rule}
          onChange={(rule) => set({ rule: rule as ModelRule })}
          choices={MODEL_RULES.map((rule) => ({ value: rule, label: text(`rule.${rule}`) }))}
        />
        {banded && (
          <NumberField label={text("decision.guard")} value={decision.guard} onChange={(guard) => set({ guard })} />
        )}
      </div>
    </section>
  );
}

/** What the rule makes of the result, and how probable conformity is. */
export function DecisionResult({
  decision,
  evaluated,
  drawn,
}: {
  readonly decision: Decision;
  readonly evaluated: Evaluated;
  /** What was drawn of the outputs, in their order; empty where nothing was. */
  readonly drawn: readonly Drawn[];
}) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const { outputs } = evaluated;
  const limits = limitsOf(
    decision,
    outputs.map(({ name }) => name),
  );
  if (!limits) return <p className="quiet">{text("decision.none")}</p>;
  const at = outputs.findIndex(({ name }) => name === limits.output);
  const found = decided(outputs[at]!, decision, evaluated);
  if ("code" in found) {
    return (
      <p className="field-problem" role="alert">
        {problemSentence(found.code, found.facts)[own]}
      </p>
    );
  }
  const { outcome, reason, probability, doubt } = found;
  const tag = outcome === "conditional-pass" ? "conditional" : outcome === "conditional-fail" ? "fail" : outcome;
  const conforming = drawn[at]?.conforming ?? null;
  return (
    <div className="stack" aria-live="polite">
      <p className="row">
        <strong>{limits.output}</strong> <VerdictTag verdict={tag} />{" "}
        {doubt ? doubtSentence(doubt)[own] : text(`reason.${reason}`)}
      </p>
      <dl className="fact-row">
        <dt>{text("decision.probability")}</dt>
        {probability !== null && (
          <dd>
            {stated(probability)} <small className="quiet">{text("decision.first")}</small>
          </dd>
        )}
        {conforming !== null && (
          <dd>
            {stated(conforming)} <small className="quiet">{text("decision.drawn")}</small>
          </dd>
        )}
      </dl>
      <p className="quiet">{conformitySentences(ruleOf(decision)).rule[own]}</p>
    </div>
  );
}

/** Four places, rounded down so that conformity is never overstated. */
function stated(probability: number): string {
  return (Math.floor(probability * 1e4 + 1e-9) / 1e4).toFixed(4);
}
