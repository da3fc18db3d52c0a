import { credentialSentence } from "@quanheng/formats/verify/credential-claims.ts";
import { levelSentence } from "@quanheng/formats/verify/sentences.ts";
import type { ReportVerification } from "@quanheng/formats/verify/verify-report.ts";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { InstantText } from "../../components/DateText.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { to } from "../../paths.ts";
import { CheckList, CheckSummary } from "./CheckList.tsx";
import type { RegisterAnswer } from "./examine.ts";
import { OutcomeBanner } from "./OutcomeBanner.tsx";
import { Sources } from "./Sources.tsx";
import { Fact, StatementFacts } from "./StatementFacts.tsx";
import type { Verification } from "./use-verification.ts";

/** The reader of certificates is large; whoever hands in a PDF does not load it. */
const HandedCertificate = lazy(async () => ({
  default: (await import("./dcc/HandedCertificate.tsx")).HandedCertificate,
}));

/** Everything found on a file that was handed in: the answer, what it says, each check, what it rests on. */
export function VerificationResult({
  verification,
  found,
}: {
  readonly verification: Verification;
  readonly found: ReportVerification;
}) {
  const text = useText(attestationText);
  const { own } = useLanguage();
  const { handed, register } = verification;
  const proven = PROVEN.has(found.outcome);
  return (
    <>
      <OutcomeBanner outcome={found.outcome} checks={found.checks}>
        <p className="outcome-file">{handed.name}</p>
        {!found.claims && found.credential && <p>{credentialSentence(found.credential)[own]}</p>}
        <CheckSummary checks={found.checks} />
        {register && <StatusReason register={register} />}
      </OutcomeBanner>
      <div className="verify-columns">
        {found.claims && <StatementFacts claims={found.claims} proven={proven} />}
        <div className="stack">
          <section className="panel">
            <h2>{text("result.checks")}</h2>
            <CheckList checks={found.checks} />
            <dl className="statement-facts is-wide">
              {found.signer && <Fact name={text("result.signed-by")}>{found.signer}</Fact>}
              {found.signedAt && (
                <Fact name={text("result.signed-at")}>
                  <InstantText at={found.signedAt} />
                </Fact>
              )}
              <Signatures found={found} />
              {found.statusAsOf && (
                <Fact name={text("result.status-as-of")}>
                  <InstantText at={found.statusAsOf} />
                </Fact>
              )}
            </dl>
          </section>
          <Sources verification={verification} />
        </div>
      </div>
      {handed.dcc && (
        <Suspense fallback={null}>
          <HandedCertificate xml={handed.dcc} ownTrust={handed.trust?.bundle} />
        </Suspense>
      )}
    </>
  );
}

/** Who signed in which role, when a time-stamp authority says it was, and what that carries for later years. */
function Signatures({ found: { signatures, stampedAt, level } }: { readonly found: ReportVerification }) {
  const text = useText(attestationText);
  const { own } = useLanguage();
  return (
    <>
      {stampedAt && (
        <Fact name={text("result.stamped-at")}>
          <InstantText at={stampedAt} />
        </Fact>
      )}
      {level && <Fact name={text("result.level")}>{levelSentence(level)[own]}</Fact>}
      {signatures.length > 0 && (
        <Fact name={text("result.signatures")}>
          {signatures
            .map(({ signedBy, reason, signer }) => [signedBy, reason, signer?.subject].filter(Boolean).join(" · "))
            .join("; ")}
        </Fact>
      )}
    </>
  );
}

/** The document is what was issued, whether or not it is still in force. */
const PROVEN: ReadonlySet<ReportVerification["outcome"]> = new Set([
  "valid",
  "withdrawn",
  "valid-but-amended",
  "suspended",
  "expired",
  "status-unknown",
]);

/** Why a statement does not stand, in the issuer's words, and what stands in its place. */
export function StatusReason({ register: { statement } }: { readonly register: RegisterAnswer }) {
  const text = useText(attestationText);
  if (statement.status === "issued" || statement.status === "reinstated") return null;
  return (
    <div className="outcome-reason">
      <p>
        <InstantText at={statement.statusAt} />
        {statement.statusReason && <> · {text("result.reason", { reason: statement.statusReason })}</>}
      </p>
      {statement.replacedBy && (
        <Link to={to.statement(statement.replacedBy)}>{text("result.replaced", { number: statement.replacedBy })}</Link>
      )}
    </div>
  );
}
