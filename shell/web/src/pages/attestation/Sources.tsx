import { getTrust } from "@quanheng/contract/routes/attestation.ts";
import type { ReactNode } from "react";
import { hrefOf } from "../../api/client.ts";
import { instantText } from "../../components/date-text.ts";
import { attestationText } from "../../i18n/attestation.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import type { Verification } from "./use-verification.ts";

/** What came from where: the file from the reader, the trust from the platform or the reader, the status from the register. */
export function Sources({
  verification: { handed, registerState, trustMadeAt, dropTrust },
}: {
  readonly verification: Verification;
}) {
  const text = useText(attestationText);
  const { language } = useLanguage();
  const { host } = globalThis.location;
  const time = trustMadeAt ? instantText(trustMadeAt, language) : "";

  return (
    <section className="panel">
      <h2>{text("sources.title")}</h2>
      <dl className="statement-facts is-wide">
        {handed.name !== null && (
          <Source name={text("sources.file")}>{text("sources.file.text", { name: handed.name })}</Source>
        )}
        <Source name={text("sources.trust")}>
          {handed.trust
            ? text("sources.trust.own", { name: handed.trust.name, time })
            : trustMadeAt
              ? text("sources.trust.platform", { host, time })
              : text("sources.trust.none")}
          {handed.trust && (
            <p>
              <button type="button" className="plain-button" onClick={dropTrust}>
                {text("sources.trust.drop")}
              </button>
            </p>
          )}
        </Source>
        <Source name={text("sources.register")}>
          {registerState === "asking" ? "…" : text(REGISTER[registerState], { host })}
        </Source>
      </dl>
      <SaveTrust />
    </section>
  );
}

function Source({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How to do the same without this page. */
export function SaveTrust() {
  const text = useText(attestationText);
  return (
    <p className="save-trust">
      <a href={hrefOf(getTrust, {})} download="quanheng-trust.json">
        {text("sources.save-trust")}
      </a>
      <a href="/verifier.html" download="quanheng-verifier.html">
        {text("sources.save-verifier")}
      </a>
      <a href="/verifier.html.sha256">SHA-256</a>
      <span className="quiet">
        {text("sources.command")} <code>npx quanheng verify report.pdf --trust quanheng-trust.json</code>
      </span>
    </p>
  );
}

const REGISTER = {
  answered: "sources.register.text",
  unknown: "sources.register.unknown",
  "not-reached": "sources.register.none",
  "not-asked": "sources.register.not-asked",
} as const;
