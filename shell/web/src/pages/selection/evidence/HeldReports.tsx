import type { Evidence } from "@quanheng/contract/schemas/planning.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { evidenceText } from "../../../i18n/evidence.ts";
import { EvidenceList } from "./EvidenceList.tsx";

/** What the client already holds, for the laboratory that is asked to accept. */
export function HeldReports({ of }: { readonly of: readonly Evidence[] }) {
  const text = useText(evidenceText);
  if (of.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="held-title">
      <h2 id="held-title">{text("review.title")}</h2>
      <p className="quiet">{text("review.lead")}</p>
      <EvidenceList of={of} />
    </section>
  );
}
