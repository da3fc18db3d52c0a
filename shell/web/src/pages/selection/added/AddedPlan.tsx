import type { AddMarketsAnswer } from "@quanheng/contract/schemas/planning.ts";
import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { useState } from "react";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { addMarketsText } from "../../../i18n/add-markets.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { LabList } from "../plans/LabList.tsx";
import { PlanCards } from "../plans/PlanCards.tsx";
import { PlanLines } from "../plans/PlanLines.tsx";
import { isPossible } from "../plans/plan-comparison.ts";
import { Uncoverable } from "../plans/Uncoverable.tsx";

/** What the further markets need besides, and what the agreed tests answer already. */
export function AddedPlan({
  answer: { plans, kept },
  busy,
  agree,
}: {
  readonly answer: AddMarketsAnswer;
  readonly busy: boolean;
  readonly agree: (planId: Plan["id"]) => void;
}) {
  const text = useText(addMarketsText);
  const [kind, setKind] = useState((plans.find(isPossible) ?? plans[0])?.kind);
  const plan = plans.find((each) => each.kind === kind);
  if (!plan) return null;
  return (
    <>
      <Kept of={kept} />
      <PlanCards plans={plans} chosen={plan} choose={({ kind: next }) => setKind(next)} />
      {isPossible(plan) ? (
        <>
          {plan.lines.length > 0 && (
            <>
              <PlanLines plan={plan} />
              <LabList plan={plan} />
            </>
          )}
          <p>
            <Button type="primary" size="large" loading={busy} onClick={() => agree(plan.id)}>
              {text("agree")}
            </Button>
          </p>
        </>
      ) : (
        <>
          <Uncoverable plan={plan} />
          <p className="quiet">{text("not")}</p>
        </>
      )}
    </>
  );
}

function Kept({ of }: { readonly of: AddMarketsAnswer["kept"] }) {
  const text = useText(addMarketsText);
  const { own } = useLanguage();
  if (of.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="kept-title">
      <h2 id="kept-title">
        {text("kept.title")} <span className="quiet">{text("kept.count", { count: of.length })}</span>
      </h2>
      <ul className="reasons">
        {of.map(({ rowId, market, characteristicName, method, issuedAs, because }) => (
          <li key={rowId}>
            <MarketTag market={market} short /> <b>{characteristicName[own]}</b> {method}{" "}
            <span className="quiet">
              {because[own]} {issuedAs !== null && text("kept.issued", { number: issuedAs })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
