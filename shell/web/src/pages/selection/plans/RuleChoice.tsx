import type { DecisionRuleChoice } from "@quanheng/contract/schemas/selection.ts";
import type { z } from "zod";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";

export type RuleOffer = z.output<typeof DecisionRuleChoice>;

/** How uncertainty shall count, in plain words, with the risk that each rule leaves. */
export function RuleChoice({
  choices,
  chosen,
  choose,
}: {
  readonly choices: readonly RuleOffer[];
  readonly chosen: RuleOffer | undefined;
  readonly choose: (choice: RuleOffer) => void;
}) {
  const text = useText(selectionText);
  return (
    <section aria-labelledby="rule-title">
      <h2 id="rule-title" className="section-title">
        {text("rule.title")}
      </h2>
      <p className="quiet section-lead">{text("rule.lead")}</p>
      <fieldset className="rules">
        <legend className="visually-hidden">{text("rule.title")}</legend>
        {choices.map((choice) => (
          <Rule key={choice.rule.kind} choice={choice} chosen={choice === chosen} choose={() => choose(choice)} />
        ))}
      </fieldset>
    </section>
  );
}

function Rule({
  choice: { rule, sentence, risk, recommended },
  chosen,
  choose,
}: {
  readonly choice: RuleOffer;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  return (
    <div className={chosen ? "rule is-chosen" : "rule"}>
      <label>
        <span className="plan-head">
          <input type="radio" name="rule" checked={chosen} onChange={choose} />
          <b>{text(`rule.${rule.kind}`)}</b>
          {recommended && <span className="state is-agreed">{text("rule.recommended")}</span>}
        </span>
        <span className="rule-short">{text(`rule.${rule.kind}.short`)}</span>
      </label>
      <p className="rule-risk">
        <b>{text("rule.risk")}</b> {risk[own]}
      </p>
      <details>
        <summary>{text("rule.full")}</summary>
        <p>{sentence[own]}</p>
      </details>
    </div>
  );
}
