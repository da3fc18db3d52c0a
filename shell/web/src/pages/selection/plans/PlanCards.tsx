import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { Money } from "../../../components/Money.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { isPossible, sameAs } from "./plan-comparison.ts";
import { useDays } from "./use-days.ts";

/** The three plans to choose from, with what each costs in money, time and sample. */
export function PlanCards({
  plans,
  chosen,
  choose,
}: {
  readonly plans: readonly Plan[];
  readonly chosen: Plan;
  readonly choose: (plan: Plan) => void;
}) {
  const text = useText(selectionText);
  return (
    <fieldset className="plan-cards">
      <legend className="visually-hidden">{text("plan.choose")}</legend>
      {plans.map((plan) => (
        <label key={plan.kind} className={plan === chosen ? "plan-card is-chosen" : "plan-card"}>
          <span className="plan-head">
            <input type="radio" name="plan" checked={plan === chosen} onChange={() => choose(plan)} />
            <b>{text(`plan.${plan.kind}`)}</b>
            <span className="quiet">{text(`plan.${plan.kind}.why`)}</span>
          </span>
          <Figures plan={plan} plans={plans} />
        </label>
      ))}
    </fieldset>
  );
}

function Figures({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const text = useText(selectionText);
  const days = useDays();
  if (!isPossible(plan)) {
    return <span className="plan-no">{text(plan.status === "gap" ? "plan.stopped" : "plan.infeasible")}</span>;
  }
  const same = sameAs(plan, plans);
  return (
    <>
      <span className="plan-price">
        <Money fen={plan.costFen} />
      </span>
      <span className="plan-days">{days(plan.days)}</span>
      <span className="quiet">
        {text("plan.tests", { count: plan.lines.length })} · {text("plan.labs", { count: plan.labs.length })}
        {plan.sampleG !== null && ` · ${text("plan.sample", { grams: plan.sampleG })}`}
      </span>
      <span className="plan-proof">
        {plan.status === "optimal" ? text("plan.proven") : text("plan.gap", { percent: plan.gapPercent ?? "?" })}
        {same && ` · ${text("plan.same", { name: text(`plan.${same.kind}`) })}`}
      </span>
    </>
  );
}
