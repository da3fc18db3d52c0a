import { getContractReview } from "@quanheng/contract/routes/determination.ts";
import { useCall } from "../../../api/use-call.ts";
import { DayText } from "../../../components/DateText.tsx";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { Page } from "../../../components/Page.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { toPage } from "../../../paths.ts";
import { useId } from "../../../use-id.ts";
import { HeldReports } from "../../selection/evidence/HeldReports.tsx";
import { Facts } from "../Facts.tsx";
import { OpenFacts } from "../facts/OpenFacts.tsx";
import { ContractDecision } from "./ContractDecision.tsx";
import type { ContractReview } from "./contract-review.ts";
import { Findings } from "./Findings.tsx";

/** All that the laboratory must know before it says yes, and the yes or no. */
export function ContractReviewPage() {
  const text = useText(determinationText);
  const id = useId("com");
  const review = useCall(getContractReview, { params: { id } });
  return (
    <Page
      title={text("contract.title", { number: review.data?.number ?? "" })}
      crumbs={[{ label: text("contract.list.title"), to: toPage("contractReviews") }]}
    >
      <Stateful of={review}>
        {(view) => (
          <>
            <div className="columns">
              <CommissionFacts view={view} />
              <Findings findings={view.findings} />
              <HeldReports of={view.evidence} />
            </div>
            <OpenFacts commissionId={view.commissionId} />
            <Work lines={view.lines} />
            <ContractDecision key={view.commissionId} view={view} />
          </>
        )}
      </Stateful>
    </Page>
  );
}

function CommissionFacts({ view }: { readonly view: ContractReview }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return (
    <section className="panel">
      <h2>{view.itemName[own]}</h2>
      <Facts
        items={[
          [text("contract.client"), view.enterpriseName[own]],
          [text("contract.lot"), view.lotNumber],
          [
            text("contract.markets"),
            <span key="markets" className="row">
              {view.markets.map((market) => (
                <MarketTag key={market} market={market} />
              ))}
            </span>,
          ],
          [text("contract.due"), <DayText key="due" day={view.dueOn} />],
          [text("contract.rule"), view.ruleSentence[own]],
        ]}
      />
    </section>
  );
}

function Work({ lines }: Pick<ContractReview, "lines">) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  return (
    <section className="panel">
      <h2>{text("contract.work")}</h2>
      <ul className="line-list">
        {lines.map(({ offerId, method, characteristicNames, markets }) => (
          <li key={offerId}>
            <span>
              <strong>{characteristicNames.map((name) => name[own]).join(own === "zh" ? "、" : ", ")}</strong>
              <br />
              <span className="quiet">{method}</span>
            </span>
            <span className="row">
              {markets.map((market) => (
                <MarketTag key={market} market={market} short />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
