import { listEvidence } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail, Plan } from "@quanheng/contract/schemas/selection.ts";
import { useCall } from "../../../api/use-call.ts";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { planningText } from "../../../i18n/planning.ts";

/** Requirements that need no test because a report already held shows them. */
export function HeldRows({
  plan: { held, heldRefused },
  id,
}: {
  readonly plan: Plan;
  readonly id: CommissionDetail["id"];
}) {
  const text = useText(planningText);
  const { own } = useLanguage();
  const reports = useCall(listEvidence, { params: { id } }, { enabled: held.length + heldRefused.length > 0 });
  if (held.length + heldRefused.length === 0) return null;
  const nameOf = (evidenceId: string) => {
    const report = reports.data?.items.find((each) => each.id === evidenceId);
    return report ? text("held.by", { number: report.number, issuer: report.issuer }) : "";
  };
  return (
    <details className="fold">
      <summary>
        {text("held.title")} <span className="quiet">{text("held.count", { count: held.length })}</span>
      </summary>
      <ul className="reasons">
        {held.map(({ rowId, market, characteristicName, evidenceIds, provisional }) => (
          <li key={rowId}>
            <MarketTag market={market} short /> <b>{characteristicName[own]}</b>{" "}
            <span className="quiet">{evidenceIds.map(nameOf).join("; ")}</span>{" "}
            {provisional && <span className="mark is-recalled">{text("held.provisional")}</span>}
          </li>
        ))}
      </ul>
      {heldRefused.length > 0 && (
        <>
          <p>{text("held.refused", { count: heldRefused.length })}</p>
          <ul className="reasons">
            {heldRefused.map(({ evidenceId, rowId, market, characteristicName, because }) => (
              <li key={`${evidenceId} ${rowId}`}>
                <MarketTag market={market} short /> <b>{characteristicName[own]}</b>{" "}
                <span className="quiet">
                  {nameOf(evidenceId)}: {because[own]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
