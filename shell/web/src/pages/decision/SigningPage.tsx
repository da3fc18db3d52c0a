import { getSigning } from "@quanheng/contract/routes/decision.ts";
import { useState } from "react";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import { toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { DocumentKind } from "./DocumentKind.tsx";
import { firstChoice, missingOf } from "./document-choice.ts";
import { MarketVerdicts } from "./MarketVerdicts.tsx";
import { Missing } from "./Missing.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { Sign } from "./Sign.tsx";
import { VerdictMatrix } from "./VerdictMatrix.tsx";
import "../determination/determination.css";
import "./decision.css";
import type { Signing } from "./signing.ts";

/** All that a signatory answers for, on one page, and the signature under it. */
export function SigningPage() {
  const text = useText(decisionText);
  const { own } = useLanguage();
  const id = useId("com");
  const signing = useCall(getSigning, { params: { id } });
  const { data } = signing;
  return (
    <Page
      title={text("title", { number: data?.commissionNumber ?? "" })}
      crumbs={[{ label: text("list.title"), to: toPage("decisions") }]}
      lead={
        data && (
          <span className="about">
            <span>{data.itemName[own]}</span>
            <span>
              {text("lot")} {data.lotNumber}
            </span>
            <span>{data.enterpriseName[own]}</span>
          </span>
        )
      }
    >
      <Stateful of={signing}>{(view) => <Content key={view.commissionId} view={view} />}</Stateful>
    </Page>
  );
}

function Content({ view }: { readonly view: Signing }) {
  const text = useText(decisionText);
  const { own } = useLanguage();
  const [document, setDocument] = useState(() => firstChoice(view));
  return (
    <>
      <MarketVerdicts markets={view.markets} />
      <section className="panel">
        <h2>{text("rule")}</h2>
        <p>{view.ruleSentence[own]}</p>
      </section>
      <VerdictMatrix view={view} />
      <ResultTable results={view.results} />
      <DocumentKind view={view} choice={document} onChange={setDocument} />
      <Missing missing={missingOf(view, document)} openTasks={view.openTasks} />
      <Sign view={view} document={document} />
    </>
  );
}
