import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { useState } from "react";
import { AgreeStep } from "./AgreeStep.tsx";
import { HeldRows } from "./HeldRows.tsx";
import { LabList } from "./LabList.tsx";
import { NotTested } from "./NotTested.tsx";
import { PlanCards } from "./PlanCards.tsx";
import { PlanLines } from "./PlanLines.tsx";
import { isPossible, type Plans } from "./plan-comparison.ts";
import { RefusedOffers } from "./RefusedOffers.tsx";
import { Savings } from "./Savings.tsx";
import { TestOrders } from "./TestOrders.tsx";
import { Uncoverable } from "./Uncoverable.tsx";
import { WhatIf } from "./WhatIf.tsx";

/** The plans, all that stands behind the chosen one, and the way to agree; an impossible one says what to change. */
export function PlanChoice({ commission, answer }: { readonly commission: CommissionDetail; readonly answer: Plans }) {
  const [kind, setKind] = useState((answer.plans.find(isPossible) ?? answer.plans[0])?.kind);
  const plan = answer.plans.find((each) => each.kind === kind);
  if (!plan) return null;
  const impossible = new Set(plan.uncoverable.map(({ rowId }) => rowId));
  const others = answer.notTested.filter(({ rowId }) => !impossible.has(rowId));
  const cards = <PlanCards plans={answer.plans} chosen={plan} choose={({ kind: next }) => setKind(next)} />;
  if (!isPossible(plan)) {
    return (
      <>
        {cards}
        <Uncoverable plan={plan} commission={commission} />
        <WhatIf commission={commission} plan={plan} />
        {others.length > 0 && <NotTested of={others} />}
      </>
    );
  }
  return (
    <>
      {cards}
      <div className="columns plan-columns">
        <Savings plan={plan} answer={answer} />
        <LabList plan={plan} />
      </div>
      <AgreeStep commission={commission} answer={answer} plan={plan}>
        <PlanLines plan={plan} />
        <RefusedOffers plan={plan} />
        <HeldRows plan={plan} id={commission.id} />
        <TestOrders plan={plan} />
        <NotTested of={answer.notTested} />
        <WhatIf commission={commission} plan={plan} />
      </AgreeStep>
    </>
  );
}
