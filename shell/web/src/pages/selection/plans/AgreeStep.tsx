import { getDecisionRules } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useCall } from "../../../api/use-call.ts";
import { Money } from "../../../components/Money.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { AgreeDialog } from "./AgreeDialog.tsx";
import type { Plans, PossiblePlan } from "./plan-comparison.ts";
import { RuleChoice } from "./RuleChoice.tsx";
import { RuleExceptions } from "./RuleExceptions.tsx";
import { type ExceptionEntry, withExceptions } from "./rule-exceptions.ts";
import type { RuleKind, RuleOffer } from "./rule-offer.ts";
import { useDays } from "./use-days.ts";

/** The choice of the rule, the details of the plan (`children`), and a bar that stays in sight until it is agreed. */
export function AgreeStep({
  commission,
  answer,
  plan,
  children,
}: {
  readonly commission: CommissionDetail;
  readonly answer: Plans;
  readonly plan: PossiblePlan;
  readonly children: ReactNode;
}) {
  const text = useText(selectionText);
  const days = useDays();
  const rules = useCall(getDecisionRules, { params: { id: commission.id } });
  const [picked, setPicked] = useState<{ readonly kind: RuleKind; readonly choice: RuleOffer | null } | null>(null);
  const [agreeing, setAgreeing] = useState(false);
  const recommended = rules.data?.choices.find((each) => each.recommended);
  const [exceptions, setExceptions] = useState<readonly ExceptionEntry[]>([]);
  const general = picked ? picked.choice : recommended;
  const choice = general && withExceptions(general, exceptions);
  const characteristics = [
    ...new Map(plan.lines.flatMap((line) => line.characteristics.map((each) => [each.id, each] as const))).values(),
  ];
  return (
    <>
      <Stateful of={rules}>
        {({ choices: offered }) => (
          <RuleChoice
            choices={offered}
            chosen={picked?.kind ?? recommended?.rule.kind}
            choose={(kind, changed) => setPicked({ kind, choice: changed })}
          />
        )}
      </Stateful>
      <RuleExceptions characteristics={characteristics} entries={exceptions} onChange={setExceptions} />
      {children}
      <div className="agree-bar">
        <div className="agree-bar-inner">
          <span className="agree-sum">
            <b>
              <Money fen={plan.costFen} />
            </b>{" "}
            {days(plan.days)}
          </span>
          <span className="quiet agree-what">
            {choice && text("agree.bar", { plan: text(`plan.${plan.kind}`), rule: text(`rule.${choice.rule.kind}`) })}
          </span>
          <Button type="primary" size="large" disabled={!choice} onClick={() => setAgreeing(true)}>
            {text("agree.open")}
          </Button>
        </div>
      </div>
      {choice && (
        <AgreeDialog
          open={agreeing}
          close={() => setAgreeing(false)}
          commission={commission}
          answer={answer}
          plan={plan}
          choice={choice}
        />
      )}
    </>
  );
}
