import { attestationStatusNames } from "@quanheng/contract/messages/terms.ts";
import { getAttestation } from "@quanheng/contract/routes/attestation.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCall } from "../../api/use-call.ts";
import { BilingualText } from "../../components/BilingualText.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/Stateful.tsx";
import { Timeline } from "../../components/Timeline.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { to, toPage } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";
import { useId } from "../../use-id.ts";
import { MarketVerdicts } from "./AttestationsPage.tsx";
import { Certificate } from "./Certificate.tsx";
import { DocumentList } from "./DocumentList.tsx";
import { Related } from "./Related.tsx";
import { Fact } from "./StatementFacts.tsx";
import { StatusChange } from "./StatusChange.tsx";
import { StatusTag } from "./StatusTag.tsx";
import { Successor } from "./Successor.tsx";
import "./attestation.css";
import "./verify.css";

/** One issued statement: its documents, where anyone verifies it, and what has happened to it. */
export function AttestationPage() {
  const text = useText(attestationText);
  const { own } = useLanguage();
  const id = useId("att");
  const asked = useCall(getAttestation, { params: { id } });
  const crumbs = [{ label: text("list.title"), to: toPage("attestations") }];
  if (!asked.data) {
    return (
      <Page title={text("list.title")} crumbs={crumbs}>
        {asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const statement = asked.data;
  return (
    <Page
      title={statement.number}
      crumbs={crumbs}
      aside={<StatusTag status={statement.status} />}
      lead={statement.itemName[own]}
    >
      <div className="verify-columns">
        <div className="stack">
          <Summary statement={statement} />
          <DocumentList documents={statement.documents} number={statement.number} />
          <Related of={statement.related} />
          <Certificate key={statement.certifiable.join()} statement={statement} />
          <Successor statement={statement} />
        </div>
        <div className="stack">
          <PublicAddress statement={statement} />
          <section className="panel">
            <h2>{text("detail.history")}</h2>
            <Timeline
              items={statement.statusHistory.map(({ status, reason, at, by }) => ({
                key: `${status} ${at}`,
                label: attestationStatusNames[status][own],
                state: status === "withdrawn" ? ("failed" as const) : ("done" as const),
                at,
                // The reason of an issue is the report itself.
                note: [status === "issued" ? "" : reason, by[own]].filter(Boolean).join(" · "),
              }))}
            />
          </section>
          <StatusChange statement={statement} />
        </div>
      </div>
    </Page>
  );
}

function Summary({ statement }: { readonly statement: AttestationDetail }) {
  const text = useText(attestationText);
  const mayReadCommission = useMay("commission.read");
  return (
    <section className="panel">
      <h2>{text("claims.markets")}</h2>
      <MarketVerdicts markets={statement.markets} />
      <dl className="statement-facts">
        <Fact name={text("list.institution")}>
          <BilingualText text={statement.institutionName} both />
        </Fact>
        <Fact name={text("detail.issued-by")}>
          <BilingualText text={statement.issuedBy} />
        </Fact>
        <Fact name={text("list.issued")}>
          <InstantText at={statement.issuedAt} />
        </Fact>
        <Fact name={text("detail.commission")}>
          {mayReadCommission ? (
            <Link to={to.commission(statement.commissionId)}>{statement.commissionNumber}</Link>
          ) : (
            statement.commissionNumber
          )}
        </Fact>
        <Fact name={text("claims.gdti")}>
          <code>{statement.gdti}</code>
        </Fact>
        {statement.logIndex !== null && (
          <Fact name={text("log.title")}>
            <Link to={toPage("transparencyLog")}>{text("statement.log-index", { index: statement.logIndex })}</Link>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function PublicAddress({ statement: { number, verifyUrl } }: { readonly statement: AttestationDetail }) {
  const text = useText(attestationText);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await globalThis.navigator.clipboard.writeText(verifyUrl);
    setCopied(true);
  };
  return (
    <section className="panel stack">
      <h2>{text("detail.verify")}</h2>
      <p>{text("detail.verify.text")}</p>
      <p>
        <Link to={to.statement(number)} className="public-address">
          {verifyUrl}
        </Link>
      </p>
      {"clipboard" in globalThis.navigator && (
        <p className="row">
          <button type="button" className="plain-button" onClick={() => void copy()}>
            {text("detail.copy")}
          </button>
          <span aria-live="polite">{copied && text("detail.copied")}</span>
        </p>
      )}
    </section>
  );
}
