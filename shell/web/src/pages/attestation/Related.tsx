import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/catalogue.ts";
import { documentText } from "../../i18n/document.ts";
import { to } from "../../paths.ts";

/** The document before this one and those after it. */
export function Related({ of }: { readonly of: AttestationDetail["related"] }) {
  const text = useText(documentText);
  if (of.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text("related.title")}</h2>
      <ul className="line-list">
        {of.map(({ id, number, relation, later }) => (
          <li key={id}>
            <Link to={to.attestation(id)}>
              {text(`related.${relation}.${later ? "later" : "earlier"}`, { number })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
