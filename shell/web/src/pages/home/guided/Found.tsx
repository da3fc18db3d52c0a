import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../../i18n/catalogue.ts";
import { guidedText } from "../../../i18n/guided.ts";
import { toPage } from "../../../paths.ts";
import type { FormValue } from "../../selection/form-value.ts";
import { keepOrdered } from "../../selection/ordered.ts";
import { LabList } from "../../selection/plans/LabList.tsx";
import { NotTested } from "../../selection/plans/NotTested.tsx";
import { PlanCards } from "../../selection/plans/PlanCards.tsx";
import { PlanLines } from "../../selection/plans/PlanLines.tsx";
import { isPossible, type Plans } from "../../selection/plans/plan-comparison.ts";
import { RefusedOffers } from "../../selection/plans/RefusedOffers.tsx";
import { Savings } from "../../selection/plans/Savings.tsx";
import { TestOrders } from "../../selection/plans/TestOrders.tsx";
import { Uncoverable } from "../../selection/plans/Uncoverable.tsx";

/** The plans for the question, each with its price and days, and the way to order. */
export function Found({ answer, form }: { readonly answer: Plans; readonly form: FormValue }) {
  const text = useText(guidedText);
  const [kind, setKind] = useState((answer.plans.find(isPossible) ?? answer.plans[0])?.kind);
  const plan = answer.plans.find((each) => each.kind === kind);
  if (!plan) return null;
  return (
    <section aria-labelledby="found-title" className="stack">
      <h2 id="found-title">{text("plans")}</h2>
      <PlanCards plans={answer.plans} chosen={plan} choose={({ kind: next }) => setKind(next)} />
      {isPossible(plan) ? (
        <>
          <div className="columns plan-columns">
            <Savings plan={plan} answer={answer} />
            <LabList plan={plan} />
          </div>
          <PlanLines plan={plan} />
          <RefusedOffers plan={plan} />
          <TestOrders plan={plan} />
        </>
      ) : (
        <Uncoverable plan={plan} />
      )}
      <NotTested of={answer.notTested} />
      <p className="row">
        <Link to={toPage("newCommission")} className="main-link" onClick={() => keepOrdered(form)}>
          {text("order")}
        </Link>
        <span className="quiet">{text("order.lead")}</span>
      </p>
    </section>
  );
}
