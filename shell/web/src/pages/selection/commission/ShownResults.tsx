import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { Link } from "@tanstack/react-router";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { VerdictTag } from "../../../components/VerdictTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";

/** What results in issued reports come to for markets that were added later. */
export function ShownResults({ of }: { readonly of: CommissionDetail["shown"] }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  return (
    <section className="panel" aria-labelledby="shown-title">
      <h2 id="shown-title">{text("shown.title")}</h2>
      <p className="quiet">{text("shown.lead")}</p>
      <ul className="plain-list stack">
        {of.map(({ rowId, market, characteristicName, limitText, verdict, indicative, because, ...each }) => (
          <li key={rowId}>
            <span className="row">
              <MarketTag market={market} short />
              <strong>{characteristicName[own]}</strong>
              <span>{limitText[own]}</span>
              <VerdictTag verdict={verdict} indicative={indicative} />
            </span>
            <p className="quiet">
              {each.reported === null
                ? text("shown.fallen")
                : text("shown.result", { reported: each.reported, unit: unitSymbol(each.unit ?? "1") })}
              {each.report && <Link to={to.attestation(each.report.id)}> {each.report.number}</Link>}
              {" · "}
              {because[own]}
              {" · "}
              {each.document} {each.clause}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
