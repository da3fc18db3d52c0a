import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { yuan } from "../../../components/Money.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { planningText } from "../../../i18n/planning.ts";

/** Which test each laboratory had better run first if a failure stops the rest. */
export function TestOrders({ plan: { orders, lines, labs } }: { readonly plan: Plan }) {
  const text = useText(planningText);
  const { own } = useLanguage();
  if (orders.length === 0) return null;
  return (
    <details className="fold">
      <summary>{text("order.title")}</summary>
      <p className="quiet">{text("order.lead")}</p>
      {orders.map(({ institutionId, offerIds, expectedFen, fullFen }) => (
        <div key={institutionId}>
          <h3>{labs.find((lab) => lab.institutionId === institutionId)?.name[own]}</h3>
          <p>{text("order.saves", { expected: yuan(expectedFen), full: yuan(fullFen) })}</p>
          <ol>
            {offerIds.map((offerId) => {
              const line = lines.find((each) => each.offerId === offerId);
              return (
                <li key={offerId}>
                  {line?.characteristics.map(({ name }) => name[own]).join(own === "zh" ? "、" : ", ")}{" "}
                  <small className="quiet">{line?.method}</small>
                </li>
              );
            })}
          </ol>
        </div>
      ))}
    </details>
  );
}
