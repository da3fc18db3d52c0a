import { agree } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail, Plan } from "@quanheng/contract/schemas/selection.ts";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useSend } from "../../../api/use-call.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { Money } from "../../../components/Money.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { commonText } from "../../../i18n/common.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { Facts } from "../../library/Facts.tsx";
import type { Plans } from "./plan-comparison.ts";
import type { RuleOffer } from "./rule-offer.ts";
import { useDays } from "./use-days.ts";

/** Everything that an agreement binds to, in one view, before it is given. */
export function AgreeDialog({
  open,
  close,
  commission,
  answer,
  plan,
  choice,
}: {
  readonly open: boolean;
  readonly close: () => void;
  readonly commission: CommissionDetail;
  readonly answer: Plans;
  readonly plan: Plan;
  readonly choice: RuleOffer;
}) {
  const text = useText(selectionText);
  const common = useText(commonText);
  const { own } = useLanguage();
  const days = useDays();
  const go = useNavigate();
  const send = useSend(agree, { onDone: ({ id }) => void go({ to: to.commission(id) }) });
  const requirements = new Set(plan.lines.flatMap(({ covers }) => covers.map(({ rowId }) => rowId))).size;
  return (
    <Dialog
      title={text("agree.title")}
      open={open}
      close={() => {
        send.reset();
        close();
      }}
      footer={
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button
            type="primary"
            loading={send.isPending}
            onClick={() =>
              send.mutate({
                params: { id: commission.id },
                body: { version: answer.commissionVersion, planId: plan.id, rule: choice.rule },
              })
            }
          >
            {text("agree.confirm")}
          </Button>
        </>
      }
    >
      <p>{text("agree.lead")}</p>
      <Facts
        of={[
          [text("facts.product"), `${commission.itemName[own]} · ${commission.lotNumber}`],
          [text("agree.plan"), text(`plan.${plan.kind}`)],
          [text("agree.price"), <Money key="price" fen={plan.costFen} />],
          [text("agree.time"), plan.days === null ? null : days(plan.days)],
          [text("agree.labs"), plan.labs.map(({ name }) => name[own]).join(own === "zh" ? "、" : ", ")],
          [
            text("agree.requirements"),
            text("agree.requirements.value", { count: requirements, markets: commission.markets.length }),
          ],
          [text("agree.rule"), choice.sentence[own]],
        ]}
      />
      <ProblemAlert error={send.error} />
    </Dialog>
  );
}
