import { listProducts } from "@quanheng/contract/routes/library.ts";
import { askPlans } from "@quanheng/contract/routes/selection.ts";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useCall, useSend } from "../../../api/use-call.ts";
import { Page } from "../../../components/Page.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { guidedText } from "../../../i18n/guided.ts";
import { today } from "../../library/today.ts";
import { LiveAnswer } from "../../selection/form/LiveAnswer.tsx";
import { MarketsStep } from "../../selection/form/MarketsStep.tsx";
import { ProductChoices } from "../../selection/form/ProductChoices.tsx";
import type { Product, StepProps } from "../../selection/form/step.ts";
import { useLiveAnswer } from "../../selection/form/use-live-answer.ts";
import { emptyForm, problemsOf } from "../../selection/form-value.ts";
import { Found } from "./Found.tsx";
import { questionOf } from "./question.ts";
import { When } from "./When.tsx";
import "../../selection/selection.css";
import "../../selection/form/form.css";
import "../../selection/plans/plans.css";

/** The guided question: product, markets and grades, then plans with price and days, then the commission. */
export function AskPage() {
  const text = useText(guidedText);
  const products = useCall(listProducts, {});
  return (
    <Page title={text("title")} lead={text("lead")}>
      <Stateful of={products}>{({ items }) => <Ask products={items} />}</Stateful>
    </Page>
  );
}

function Ask({ products }: { readonly products: readonly Product[] }) {
  const text = useText(guidedText);
  const draft = useDraft("guided", 0, emptyForm(today()));
  const form = draft.value;
  const live = useLiveAnswer(form);
  const plans = useSend(askPlans, { silent: true });
  const problems = problemsOf(form, today());
  const chosen = products.find(({ id }) => id === form.product);
  const step: StepProps = {
    form,
    change: (next) => draft.change((former) => ({ ...former, ...next })),
    problem: () => undefined,
    products,
    answer: live.data,
  };
  const choose = (product: Product) =>
    step.change({
      product: product.id,
      nameZh: product.name.zh,
      nameEn: product.name.en,
      markets: form.markets.filter((market) => product.markets.includes(market)),
      claims: {},
    });
  const ready =
    chosen?.offered === true &&
    form.markets.length > 0 &&
    live.data?.openClaims.length === 0 &&
    !problems.neededBy &&
    !problems.sampleAvailableG;
  const asked = questionOf(form);
  const outdated = plans.variables !== undefined && JSON.stringify(plans.variables.body) !== JSON.stringify(asked);
  return (
    <>
      <div className="ask">
        <div className="ask-steps">
          <Step at={1} title={text("step.product")} done={chosen !== undefined}>
            <ProductChoices products={products} chosen={chosen} choose={choose} />
          </Step>
          <Step at={2} title={text("step.markets")} done={form.markets.length > 0}>
            <MarketsStep {...step} />
          </Step>
          <Step at={3} title={text("step.when")} done={!problems.neededBy && !problems.sampleAvailableG}>
            <When {...step} problem={(name) => problems[name]} />
          </Step>
        </div>
        <aside className="ask-answer">
          <LiveAnswer form={form} live={live} />
          <ProblemAlert error={plans.error} />
          <Button
            type="primary"
            size="large"
            block
            disabled={!ready}
            loading={plans.isPending}
            onClick={() => plans.mutate({ body: asked })}
          >
            {text("see")}
          </Button>
          {!ready && <p className="quiet">{text(chosen && !chosen.offered ? "see.not-offered" : "see.not-yet")}</p>}
          <p className="quiet ask-private">{text("plans.private")}</p>
        </aside>
      </div>
      {plans.data && outdated && <p role="status">{text("outdated")}</p>}
      {plans.data && !outdated && <Found answer={{ ...plans.data, commissionVersion: 0 }} form={form} />}
    </>
  );
}

function Step({
  at,
  title,
  done,
  children,
}: {
  readonly at: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={done ? "panel ask-step is-done" : "panel ask-step"} aria-labelledby={`ask-${at}`}>
      <h2 id={`ask-${at}`}>
        <span className="ask-number" aria-hidden="true">
          {done ? "✓" : at}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
