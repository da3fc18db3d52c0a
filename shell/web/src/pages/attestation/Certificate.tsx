import { issueCertificate } from "@quanheng/contract/routes/attestation.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { ReauthenticateDialog } from "../../components/ReauthenticateDialog.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { documentText } from "../../i18n/document.ts";
import { to } from "../../paths.ts";
import { useMay } from "../../session/use-session.ts";

/** Issues a certificate of conformity on the strength of this report, for markets of which every requirement is met. */
export function Certificate({ statement }: { readonly statement: AttestationDetail }) {
  const text = useText(documentText);
  const may = useMay("attestation.sign");
  const [markets, setMarkets] = useState<readonly string[]>(statement.certifiable);
  const [proving, setProving] = useState(false);
  const [checked, setChecked] = useState(false);
  const issue = useSend(issueCertificate, {});
  if (!may || statement.certifiable.length === 0) return null;

  const none = markets.length === 0;
  const toggle = (market: string) =>
    setMarkets(markets.includes(market) ? markets.filter((each) => each !== market) : [...markets, market]);
  return (
    <section className="panel stack">
      <h2>{text("certificate.title")}</h2>
      <p className="quiet">{text("certificate.text")}</p>
      <fieldset className="plain-fieldset">
        <legend>{text("certificate.markets")}</legend>
        {statement.certifiable.map((market) => (
          <label key={market} className="row check-line">
            <input type="checkbox" checked={markets.includes(market)} onChange={() => toggle(market)} />
            <MarketTag market={market} />
          </label>
        ))}
      </fieldset>
      {checked && none && <p role="alert">{text("certificate.choose")}</p>}
      <ProblemAlert error={issue.error} />
      <p aria-live="polite">
        {issue.data && (
          <>
            {text("after.done", { number: issue.data.number })}{" "}
            <Link to={to.attestation(issue.data.id)}>{text("after.open")}</Link>
          </>
        )}
      </p>
      <ActionButton
        permit={statement.mayChangeStatus}
        loading={issue.isPending}
        onClick={() => {
          setChecked(true);
          if (!none) setProving(true);
        }}
      >
        {text("certificate.send")}
      </ActionButton>
      <ReauthenticateDialog
        open={proving}
        meaning={text("certificate.meaning", { number: statement.number })}
        action={text("certificate.send")}
        close={() => setProving(false)}
        onProven={(reauthentication) => {
          setProving(false);
          issue.mutate({ params: { id: statement.id }, body: { markets: [...markets], reauthentication } });
        }}
      />
    </section>
  );
}
