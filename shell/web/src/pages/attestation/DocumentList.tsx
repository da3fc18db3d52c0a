import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { fileSize } from "../../components/file-size.ts";
import { attestationText } from "../../i18n/attestation.ts";
import { useText } from "../../i18n/catalogue.ts";
import { useMay } from "../../session/use-session.ts";

/** The exact bytes that were issued, with their hashes, so that a copy can be compared. */
export function DocumentList({
  documents,
  number,
}: {
  readonly documents: AttestationDetail["documents"];
  readonly number: string;
}) {
  const text = useText(attestationText);
  const mayRead = useMay("document.read");
  return (
    <section className="panel">
      <h2>{text("detail.documents")}</h2>
      {!mayRead && <p className="quiet">{text("detail.document.forbidden")}</p>}
      <ul className="statement-documents">
        {documents.map(({ role, size, sha256, href }) => (
          <li key={role}>
            <div>
              <strong>{text(`detail.document.${role}`)}</strong> <span className="quiet">{fileSize(size)}</span>
              <div className="quiet statement-hash">
                {text("detail.document.hash")} <code>{sha256}</code>
              </div>
            </div>
            {mayRead && (
              <span className="row statement-links">
                {role === "pdf" && (
                  <a href={href} target="_blank" rel="noreferrer">
                    {text("detail.document.open")}
                    <span className="visually-hidden"> {text(`detail.document.${role}`)}</span>
                  </a>
                )}
                <a href={href} download={`${number}.${EXTENSION[role]}`}>
                  {text("detail.document.save")}
                  <span className="visually-hidden"> {text(`detail.document.${role}`)}</span>
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const EXTENSION = { pdf: "pdf", credential: "jwt", proof: "tlog-proof", snapshot: "json" } as const;
