import { getDocument } from "@quanheng/contract/routes/attestation.ts";
import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { hrefOf } from "../../api/client.ts";
import { fileSize } from "../../components/file-size.ts";
import { useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import { to, toPage } from "../../paths.ts";

/** The issued report and everything that proves it, ready to be taken along. */
export function Issued({ attestation: { id, number, documents } }: { readonly attestation: AttestationDetail }) {
  const text = useText(decisionText);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <section className="panel stack issued" role="status">
      <h2 ref={title} tabIndex={-1}>
        {text("issued.title", { number })}
      </h2>
      <p>{text("issued.text")}</p>
      <ul className="line-list">
        {documents.map(({ role, size, sha256 }) => (
          <li key={role}>
            <span>
              <a href={hrefOf(getDocument, { params: { id, role } })} download>
                {text(`document.${role}`)}
              </a>
              <br />
              <span className="code quiet">{sha256}</span>
            </span>
            <span className="quiet">{fileSize(size)}</span>
          </li>
        ))}
      </ul>
      <p className="row">
        <Link to={to.attestation(id)} className="plain-button as-link is-main">
          {text("issued.open")}
        </Link>
        <Link to={to.statement(number)} className="plain-button as-link">
          {text("issued.verify")}
        </Link>
        <Link to={toPage("decisions")} className="plain-button as-link">
          {text("issued.next")}
        </Link>
      </p>
    </section>
  );
}
