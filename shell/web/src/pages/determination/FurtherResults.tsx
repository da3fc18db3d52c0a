import type { EvaluationView } from "@quanheng/contract/schemas/laboratory.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { Quantity } from "../../components/Quantity.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import { Mark } from "./Mark.tsx";
import { statedExpanded } from "./stated-expanded.ts";

/** Results that came from the same readings. */
export function FurtherResults({
  definition,
  evaluation: { further = [] },
}: {
  readonly definition: MethodDefinition;
  readonly evaluation: EvaluationView;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  if (further.length === 0) return null;
  return (
    <section aria-label={text("live.further")}>
      <h3>{text("live.further")}</h3>
      <ul className="line-list">
        {further.map((result) => (
          <li key={result.name}>
            <span>{definition.further?.find(({ name }) => name === result.name)?.label[own] ?? result.name}</span>
            <Quantity value={result.reported} expanded={statedExpanded(result)} unit={result.unit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Grades, stages and tolerances that the method itself finds, with what they rest on. */
export function Findings({ evaluation: { findings = [] } }: { readonly evaluation: EvaluationView }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  if (findings.length === 0) return null;
  return (
    <section aria-label={text("live.findings")}>
      <h3>{text("live.findings")}</h3>
      <ul className="line-list findings">
        {findings.map(({ name, label, outcome, kept, basis, source }) => (
          <li key={name}>
            <span>
              {label[own]}
              <small className="quiet"> {source}</small>
            </span>
            <span>
              <b>{outcome[own]}</b>{" "}
              {kept !== undefined && <Mark ok={kept} said={text(kept ? "finding.kept" : "finding.not-kept")} />}
              {basis === "recalled" && <small className="quiet"> {text("finding.indicative")}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
