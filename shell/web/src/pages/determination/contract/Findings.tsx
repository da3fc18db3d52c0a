import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { Mark } from "../Mark.tsx";
import type { ContractReview } from "./ContractReviewPage.tsx";

/** What was checked and what came of it; what is not met stands first. */
export function Findings({ findings }: Pick<ContractReview, "findings">) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const bad = findings.filter(({ ok }) => !ok);
  const sorted = [...bad, ...findings.filter(({ ok }) => ok)];
  return (
    <section className="panel stack">
      <h2>{text("contract.findings")}</h2>
      <p className={bad.length > 0 ? "field-problem" : "quiet"}>
        {bad.length > 0
          ? text("contract.findings.bad", { count: bad.length })
          : text("contract.findings.good", { count: findings.length })}
      </p>
      <ul className="mark-list">
        {sorted.map(({ kind, ok, subject, sentence }) => (
          <li key={`${kind} ${subject} ${sentence.en}`}>
            <Mark ok={ok} said={ok ? text("finding.ok") : text("finding.not-ok")} />
            <span>
              <strong>{text(`finding.${kind}`)}</strong> {sentence[own]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
