import { getStatement, getTrust } from "@quanheng/contract/routes/attestation.ts";
import type { PublicStatement } from "@quanheng/contract/schemas/attestation.ts";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { Failed, Loading } from "../../components/Stateful.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { documentText } from "../../i18n/document.ts";
import { to, toPage } from "../../paths.ts";
import { useParam } from "../../use-id.ts";
import { CheckList, CheckSummary } from "./CheckList.tsx";
import { trustOf } from "./examine.ts";
import { NumberForm } from "./NumberForm.tsx";
import { OutcomeBanner } from "./OutcomeBanner.tsx";
import { Fact, StatementFacts } from "./StatementFacts.tsx";
import { registeredOutcome, statementChecks } from "./statement-checks.ts";
import { useVerification } from "./use-verification.ts";
import { StatusReason, VerificationResult } from "./VerificationResult.tsx";
import { Take } from "./VerifyPage.tsx";
import "./verify.css";

/** What the register says of a number, a GDTI or a hash: where the QR code on a report leads. */
export function StatementPage() {
  const text = useText(attestationText);
  // The address of a GS1 Digital Link names its parameter after the key.
  const named = useParam("needle");
  const gdti = useParam("gdti");
  const needle = named || gdti;
  const asked = useCall(getStatement, { params: { needle } });
  const crumbs = [{ label: text("verify.title"), to: toPage("verify") }];

  if (asked.data) {
    return (
      <Page title={text("statement.title", { number: asked.data.number })} crumbs={crumbs}>
        <Registered statement={asked.data} at={asked.dataUpdatedAt} />
      </Page>
    );
  }
  const unknown = asked.error && (asked.error.status === 404 || asked.error.status === 422);
  return (
    <Page title={text("statement.title.unknown", { needle })} crumbs={crumbs}>
      {unknown ? (
        <>
          <OutcomeBanner outcome="not-found">
            <p>{text("not-found.compare")}</p>
          </OutcomeBanner>
          <NumberForm />
        </>
      ) : asked.error ? (
        <Failed error={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** A statement of the register, and the place to hand in the paper's file, which alone says more. */
function Registered({ statement, at }: { readonly statement: PublicStatement; readonly at: number }) {
  const text = useText(attestationText);
  const documents = useText(documentText);
  const verification = useVerification();
  const trusted = useCall(getTrust, {});
  const now = new Date(at).toISOString();
  const trust = useMemo(() => trustOf(trusted.data), [trusted.data]);

  if (verification.found) {
    return (
      <>
        <VerificationResult verification={verification} found={verification.found} />
        <Take verification={verification} label={text("statement.file")} />
      </>
    );
  }
  if (trusted.isPending) return <Loading />;
  const checks = statementChecks(statement, trust);
  const outcome = registeredOutcome(statement, checks);
  return (
    <>
      <OutcomeBanner outcome={outcome}>
        <CheckSummary checks={checks} />
        <StatusReason register={{ statement, at: now }} />
      </OutcomeBanner>
      <Note>{text("statement.register-note")}</Note>
      {statement.supplementedBy && (
        <p>
          <Link to={to.statement(statement.supplementedBy)}>
            {documents("related.supplement.later", { number: statement.supplementedBy })}
          </Link>
        </p>
      )}
      <div className="verify-columns">
        <StatementFacts claims={statement} proven>
          {statement.pdfSha256 && (
            <Fact name={text("statement.hash")}>
              <code className="statement-hash">{statement.pdfSha256}</code>
            </Fact>
          )}
        </StatementFacts>
        <div className="stack">
          <Take verification={verification} label={text("statement.file")} />
          <section className="panel">
            <h2>{text("result.checks")}</h2>
            <CheckList checks={checks} />
            {statement.logIndex !== null && (
              <p className="quiet">{text("statement.log-index", { index: statement.logIndex })}</p>
            )}
          </section>
        </div>
      </div>
    </>
  );
}
