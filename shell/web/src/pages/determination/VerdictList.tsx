import type { MarketVerdict } from "@quanheng/contract/schemas/market-verdict.ts";
import type { z } from "zod";
import { MarketTag } from "../../components/MarketTag.tsx";
import { VerdictTag } from "../../components/VerdictTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import "./determination.css";

export type MarketVerdictView = z.infer<typeof MarketVerdict>;

/** One verdict per requirement: the market, its limit, where it stands, and why it is so. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly MarketVerdictView[] }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  if (verdicts.length === 0) return <p className="quiet">{text("verdicts.none")}</p>;
  return (
    <ul className="verdict-list">
      {verdicts.map((verdict) => (
        <li key={verdict.rowId}>
          <span className="row is-apart">
            <span className="row">
              <MarketTag market={verdict.market} />
              <strong>{verdict.limitText[own]}</strong>
            </span>
            <VerdictTag verdict={verdict.verdict} indicative={verdict.indicative} />
          </span>
          <span className="verdict-because">
            {verdict.because[own]}
            {verdict.probabilityFalseAcceptance !== null && (
              <>
                {own === "zh" ? "；" : "; "}
                {text("verdicts.risk", { p: verdict.probabilityFalseAcceptance })}
              </>
            )}
          </span>
          <span className="quiet small">
            {verdict.document} {verdict.clause}
          </span>
        </li>
      ))}
    </ul>
  );
}
