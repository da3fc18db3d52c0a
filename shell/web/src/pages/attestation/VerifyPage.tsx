import { Link } from "@tanstack/react-router";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Page } from "../../components/Page.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { toPage } from "../../paths.ts";
import { NumberForm } from "./NumberForm.tsx";
import { SaveTrust } from "./Sources.tsx";
import { useOffline } from "./use-offline.ts";
import { useVerification, type Verification } from "./use-verification.ts";
import { VerificationResult } from "./VerificationResult.tsx";
import "./verify.css";

/** As the platform's own upload limit; a report has about 200 kB. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Verifies a report for anyone: by the file itself, or by what is printed on it. */
export function VerifyPage() {
  const text = useText(attestationText);
  const verification = useVerification();
  const { found, again } = verification;
  const offline = useOffline();
  return (
    <Page
      title={text("verify.title")}
      lead={text("verify.lead")}
      actions={
        found && (
          <button type="button" className="plain-button" onClick={again}>
            {text("verify.another")}
          </button>
        )
      }
    >
      {found ? (
        <>
          <VerificationResult verification={verification} found={found} />
          <Take verification={verification} />
        </>
      ) : (
        <div className="verify-ways">
          <Take verification={verification} />
          <NumberForm />
        </div>
      )}
      {!found && <Asks />}
      {!found && (
        <div className="verify-foot">
          <SaveTrust />
          {offline && (
            <p className="quiet" data-offline="ready">
              {text("verify.offline")}
            </p>
          )}
          <Link to={toPage("transparencyLog")}>{text("log.open")}</Link>
        </div>
      )}
    </Page>
  );
}

/** What a verification answers, in the reader's own questions. */
function Asks() {
  const text = useText(attestationText);
  return (
    <ul className="verify-asks">
      {(["genuine", "whole", "valid", "public"] as const).map((ask) => (
        <li key={ask}>
          <strong>{text(`ask.${ask}`)}</strong>
          <p>{text(`ask.${ask}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}

/** The place for files, and what was wrong with the last one. */
export function Take({
  verification: { handed, problem, busy, take },
  label,
}: {
  readonly verification: Verification;
  readonly label?: string;
}) {
  const text = useText(attestationText);
  return (
    <div className="stack">
      <FileDrop
        label={label ?? text("verify.file")}
        accept={ACCEPT}
        maxBytes={MAX_BYTES}
        onFile={(file) => take([file])}
        onFiles={take}
      />
      <p className="quiet verify-hint" aria-live="polite">
        {busy ? text("verify.reading", { name: busy }) : text("verify.file.hint")}
      </p>
      {problem && (
        <div role="alert">
          <Note>{text(problem.key, { name: problem.name })}</Note>
        </div>
      )}
      {handed.name === null && handed.proof && <Note>{text("verify.file.proof-alone")}</Note>}
    </div>
  );
}

const ACCEPT = ".pdf,application/pdf,.xml,.jwt,.txt,.json,.proof,.tlog-proof,.zip";
