import { getDecisionRules } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { useState } from "react";
import { useCall } from "../../../api/use-call.ts";
import { Money } from "../../../components/Money.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { AgreeDialog } from "./AgreeDialog.tsx";
import { LabList } from "./LabList.tsx";
import { NotTested } from "./NotTested.tsx";
import { PlanCards } from "./PlanCards.tsx";
import { PlanLines } from "./PlanLines.tsx";
import { isPossible, type Plans } from "./plan-comparison.ts";
import { RefusedOffers } from "./RefusedOffers.tsx";
import { RuleChoice } from "./RuleChoice.tsx";
import { Savings } from "./Savings.tsx";
import { Uncoverable } from "./Uncoverable.tsx";
import { useDays } from "./use-days.ts";

/** The plans, all that stands behind the chosen one, the rule, and the way to agree. */
export function PlanChoice({ commission, answer }: { readonly commission: CommissionDetail; readonly answer: Plans }) {
  const text = useText(selectionText);
  const days = useDays();
  const rules = useCall(getDecisionRules, { params: { id: commission.id } });
  const [kind, setKind] = useState((answer.plans.find(isPossible) ?? answer.plans[0])?.kind);
  const [ruleAt, setRuleAt] = useState<number | null>(null);
  const [agreeing, setAgreeing] = useState(false);
  const plan = answer.plans.find((each) => each.kind === kind);
  const choices = rules.data?.choices ?? [];
  const rule = choices[ruleAt ?? choices.findIndex(({ recommended }) => recommended)];
  if (!plan) return null;
  const possible = isPossible(plan);

  return (
    <>
      <PlanCards plans={answer.plans} chosen={plan} choose={({ kind: next }) => setKind(next)} />
      {possible ? (
        <div className="columns plan-columns">
          <Savings plan={plan} answer={answer} />
          <LabList plan={plan} />
        </div>
      ) : (
        <Uncoverable plan={plan} commission={commission} />
      )}
      <Stateful of={rules}>
        {({ choices: offered }) => (
          <RuleChoice choices={offered} chosen={rule} choose={(choice) => setRuleAt(offered.indexOf(choice))} />
        )}
      </Stateful>
      {possible && (
        <>
          <PlanLines plan={plan} />
          <RefusedOffers plan={plan} />
          <NotTested of={answer.notTested} />
        </>
      )}
      <div className="agree-bar">
        <div className="agree-bar-inner">
          <span className="agree-sum">
            {possible ? (
              <>
                <b>
                  <Money fen={plan.costFen} />
                </b>{" "}
                {days(plan.days)}
              </>
            ) : (
              text("agree.no-plan")
            )}
          </span>
          {possible && rule && (
            <span className="quiet agree-what">
              {text("agree.bar", { plan: text(`plan.${plan.kind}`), rule: text(`rule.${rule.rule.kind}`) })}
            </span>
          )}
          <Button type="primary" size="large" disabled={!possible || !rule} onClick={() => setAgreeing(true)}>
            {text("agree.open")}
          </Button>
        </div>
      </div>
      {possible && rule && (
        <AgreeDialog
          open={agreeing}
          close={() => setAgreeing(false)}
          commission={commission}
          answer={answer}
          plan={plan}
          choice={rule}
        />
      )}
    </>
  );
}
