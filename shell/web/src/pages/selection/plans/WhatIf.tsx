import { askWhatIf } from "@quanheng/contract/routes/selection.ts";
import type { WhatIfAnswer } from "@quanheng/contract/schemas/planning.ts";
import type { CommissionDetail, Plan } from "@quanheng/contract/schemas/selection.ts";
import { Button } from "antd";
import { useSend } from "../../../api/use-call.ts";
import { DataTable, listed } from "../../../components/DataTable.tsx";
import { Money } from "../../../components/Money.tsx";
import { marketName } from "../../../components/market-name.ts";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { planningText } from "../../../i18n/planning.ts";
import { useDays } from "./use-days.ts";

type Scenario = WhatIfAnswer["scenarios"][number];

/** What the plan would cost and take if one thing were otherwise; worked out when somebody asks. */
export function WhatIf({ commission, plan }: { readonly commission: CommissionDetail; readonly plan: Plan }) {
  const text = useText(planningText);
  const { own } = useLanguage();
  const days = useDays();
  const name = useChangeName();
  const ask = useSend(askWhatIf, { silent: true });
  const { id, version } = commission;
  return (
    <section className="panel" aria-labelledby="what-if-title">
      <h2 id="what-if-title">{text("what-if.title")}</h2>
      <p className="quiet">{text("what-if.lead")}</p>
      <ProblemAlert error={ask.error} />
      <Button
        loading={ask.isPending}
        onClick={() => ask.mutate({ params: { id }, body: { version, kind: plan.kind } })}
      >
        {text("what-if.ask")}
      </Button>
      {ask.data && (
        <DataTable
          caption={text("what-if.title")}
          rows={listed(ask.data.scenarios)}
          rowKey={name}
          empty=""
          columns={[
            { key: "change", title: text("what-if.change"), cell: name },
            { key: "effect", title: text("what-if.effect"), cell: ({ sentence }) => sentence[own] },
            {
              key: "price",
              title: text("what-if.price"),
              align: "end",
              cell: ({ costFen }) => <Money fen={costFen} />,
            },
            {
              key: "days",
              title: text("what-if.days"),
              align: "end",
              cell: ({ planDays }) => (planDays === null ? "—" : days(planDays)),
            },
          ]}
        />
      )}
    </section>
  );
}

function useChangeName(): (scenario: Scenario) => string {
  const text = useText(planningText);
  const { language } = useLanguage();
  return ({ kind, market, days, limit }) => {
    if (kind === "without-market")
      return text("what-if.without-market", { market: marketName(market ?? "", language) });
    if (kind === "deadline") return text("what-if.deadline", { days: days ?? 0 });
    return text(limit === null || limit === "deadline" ? "what-if.no-deadline" : `what-if.${limit}`);
  };
}
