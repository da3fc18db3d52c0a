import { attestationStatusNames } from "@quanheng/contract/messages/terms.ts";
import { getAttestation } from "@quanheng/contract/routes/attestation.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../../api/use-call.ts";
import { instantText } from "../../../components/date-text.ts";
import { fileSize } from "../../../components/file-size.ts";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { type Verdict, VerdictTag } from "../../../components/VerdictTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { route, to } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";
import { isServed } from "../../all.ts";

type Attestation = CommissionDetail["attestations"][number];

/** The reports that were issued, each with its verdicts by market, its files, and the page on which anyone checks it. */
export function AttestationList({ of }: { readonly of: CommissionDetail["attestations"] }) {
  const text = useText(selectionText);
  return (
    <section className="panel" aria-labelledby="attestations-title">
      <h2 id="attestations-title">{text("attestations.title")}</h2>
      <ul className="attestations">
        {of.map((attestation) => (
          <li key={attestation.id}>
            <Issued of={attestation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Issued({ of: { id, number, status, issuedAt, institutionName } }: { readonly of: Attestation }) {
  const text = useText(selectionText);
  const { own, language } = useLanguage();
  const mayRead = useMay("attestation.read");
  const detail = useCall(getAttestation, { params: { id } }, { enabled: mayRead });
  const named: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = attestationStatusNames;
  return (
    <>
      <div className="attestation-head">
        {mayRead && isServed(route.attestation) ? (
          <Link to={to.attestation(id)} className="attestation-number">
            {number}
          </Link>
        ) : (
          <b className="attestation-number">{number}</b>
        )}
        <span className="state is-agreed">{named[status]?.[own] ?? status}</span>
        <span className="quiet">
          {text("attestations.issued", { time: instantText(issuedAt, language) })} · {institutionName[own]}
        </span>
      </div>
      <ProblemAlert error={detail.error} />
      {detail.data && (
        <>
          <div className="row">
            {detail.data.markets.map(({ market, verdict, indicative }) => (
              <span key={market} className="row tight">
                <MarketTag market={market} short />
                {isVerdict(verdict) && <VerdictTag verdict={verdict} indicative={indicative} />}
              </span>
            ))}
          </div>
          <div className="row">
            {detail.data.documents.map(({ role, href, size }) => (
              <a key={role} href={href} download className={role === "pdf" ? "main-link" : "other-link"}>
                {text(`attestations.${role}`)}&nbsp;<small>{fileSize(size)}</small>
              </a>
            ))}
            {isServed(route.statement) && (
              <Link to={to.statement(detail.data.number)} className="other-link">
                {text("attestations.verify")}
              </Link>
            )}
          </div>
        </>
      )}
    </>
  );
}

function isVerdict(text: string): text is Verdict {
  return ["pass", "conditional", "fail", "undecided"].includes(text);
}
