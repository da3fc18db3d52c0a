import { listProducts } from "@quanheng/contract/routes/library.ts";
import { addMarkets, getCommission, planMarkets } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Note, ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { addMarketsText } from "../../i18n/add-markets.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { selectionText } from "../../i18n/selection.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { AddedPlan } from "./added/AddedPlan.tsx";
import { MarketsStep } from "./form/MarketsStep.tsx";
import type { Product, StepProps } from "./form/step.ts";
import { useLiveAnswer } from "./form/use-live-answer.ts";
import { claimsIn, type FormValue, formOf } from "./form-value.ts";
import "./selection.css";
import "./form/form.css";
import "./plans/plans.css";

/** Where the client of a commission under way adds markets: what is agreed stays, the rest is planned beside it. */
export function AddMarketsPage() {
  const text = useText(addMarketsText);
  const list = useText(selectionText);
  const { own } = useLanguage();
  const id = useId("com");
  const commission = useCall(getCommission, { params: { id } });
  const products = useCall(listProducts, {});
  const found = commission.data;
  return (
    <Page
      title={text("title")}
      lead={text("lead")}
      crumbs={[
        { label: list("list.title"), to: toPage("commissions") },
        ...(found ? [{ label: `${found.number} ${found.itemName[own]}`, to: to.commission(id) }] : []),
      ]}
    >
      <Stateful of={commission}>
        {(each) => (
          <Stateful of={products}>
            {({ items }) => <Adding commission={each} product={items.find(({ id: own }) => own === each.product)} />}
          </Stateful>
        )}
      </Stateful>
    </Page>
  );
}

function Adding({
  commission,
  product,
}: {
  readonly commission: CommissionDetail;
  readonly product: Product | undefined;
}) {
  const text = useText(addMarketsText);
  const { own } = useLanguage();
  const go = useNavigate();
  const { id, version, actions } = commission;
  const [form, setForm] = useState<FormValue>({ ...formOf(commission), markets: [], claims: {} });
  const live = useLiveAnswer(form);
  const plan = useSend(planMarkets, { silent: true });
  const agree = useSend(addMarkets, { onDone: () => void go({ to: to.commission(id) }) });
  const permit = actions.find(({ action }) => action === "add-markets");
  const others = product?.markets.filter((market) => !commission.markets.includes(market)) ?? [];
  if (permit && !permit.allowed) return <Note>{permit.reason?.[own]}</Note>;
  if (!product || others.length === 0) return <Note>{text("none")}</Note>;
  const step: StepProps = {
    form,
    change: (next) => {
      plan.reset();
      setForm((former) => ({ ...former, ...next }));
    },
    problem: () => undefined,
    products: [{ ...product, markets: others }],
    answer: live.data,
  };
  const ready = form.markets.length > 0 && live.data?.openClaims.length === 0;
  return (
    <div className="stack">
      <section className="panel">
        <MarketsStep {...step} />
      </section>
      <ProblemAlert error={plan.error ?? agree.error} />
      <p>
        <Button
          type={plan.data ? "default" : "primary"}
          disabled={!ready}
          loading={plan.isPending}
          onClick={() =>
            plan.mutate({ params: { id }, body: { version, markets: [...form.markets], claims: claimsIn(form) } })
          }
        >
          {text("ask")}
        </Button>
      </p>
      {plan.data && (
        <AddedPlan
          answer={plan.data}
          busy={agree.isPending}
          agree={(planId) => agree.mutate({ params: { id }, body: { version, planId } })}
        />
      )}
    </div>
  );
}
