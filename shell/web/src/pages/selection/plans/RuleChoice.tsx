import { useState } from "react";
import { NumberField } from "../../../components/NumberField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { figureOf, withFigure } from "./rule-figure.ts";
import type { RuleKind, RuleOffer } from "./rule-offer.ts";

/** Rules that every commission may want; the others serve those whose field has its own. */
const COMMON: readonly RuleKind[] = ["non-binary", "guarded", "simple", "jjf1094"];

/**
 * How uncertainty shall count, in plain words, with the risk that each rule leaves. A rule with a figure of its own lets
 * the reader change it; `choose` gets null while what is typed is no such figure.
 */
export function RuleChoice({
  choices,
  chosen,
  choose,
}: {
  readonly choices: readonly RuleOffer[];
  readonly chosen: RuleKind | undefined;
  readonly choose: (kind: RuleKind, choice: RuleOffer | null) => void;
}) {
  const text = useText(selectionText);
  const cards = (offers: readonly RuleOffer[]) =>
    offers.map((choice) => (
      <Rule
        key={choice.rule.kind}
        offer={choice}
        chosen={choice.rule.kind === chosen}
        choose={(changed) => choose(choice.rule.kind, changed)}
      />
    ));
  return (
    <section aria-labelledby="rule-title">
      <h2 id="rule-title" className="section-title">
        {text("rule.title")}
      </h2>
      <p className="quiet section-lead">{text("rule.lead")}</p>
      <fieldset className="rules">
        <legend className="visually-hidden">{text("rule.title")}</legend>
        {cards(choices.filter(({ rule }) => COMMON.includes(rule.kind)))}
      </fieldset>
      <details className="rules-more">
        <summary>{text("rule.more")}</summary>
        <fieldset className="rules">
          <legend className="visually-hidden">{text("rule.more")}</legend>
          {cards(choices.filter(({ rule }) => !COMMON.includes(rule.kind)))}
        </fieldset>
      </details>
    </section>
  );
}

function Rule({
  offer,
  chosen,
  choose,
}: {
  readonly offer: RuleOffer;
  readonly chosen: boolean;
  readonly choose: (choice: RuleOffer | null) => void;
}) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const figure = figureOf(offer.rule);
  const [typed, setTyped] = useState(figure?.value ?? "");
  const changed = figure === null || typed === figure.value ? offer : withFigure(offer, typed);
  const { rule, sentence, risk, recommended } = changed ?? offer;
  return (
    <div className={chosen ? "rule is-chosen" : "rule"}>
      <label>
        <span className="plan-head">
          <input type="radio" name="rule" checked={chosen} onChange={() => choose(changed)} />
          <b>{text(`rule.${rule.kind}`)}</b>
          {recommended && <span className="state is-agreed">{text("rule.recommended")}</span>}
        </span>
        <span className="rule-short">{text(`rule.${rule.kind}.short`)}</span>
      </label>
      {chosen && figure && (
        <NumberField
          label={text(`rule.figure.${figure.name}`)}
          value={typed}
          problem={changed === null ? { code: "malformed-rule", facts: { problem: figure.name, given: typed } } : null}
          onChange={(value) => {
            setTyped(value);
            choose(withFigure(offer, value));
          }}
        />
      )}
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
