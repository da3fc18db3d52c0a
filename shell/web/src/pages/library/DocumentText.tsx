import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { useLanguage } from "../../i18n/catalogue.ts";

/** Where a requirement stands: number, clause and title of its document. */
export function DocumentText({
  of: { document, documentTitle, clause },
}: {
  readonly of: Pick<ApplicableRequirement, "document" | "documentTitle" | "clause">;
}) {
  const { own } = useLanguage();
  return (
    <span className="document">
      <span>
        <b>{document}</b>
        <span className="quiet"> · {clause}</span>
      </span>
      <small className="quiet">{documentTitle[own]}</small>
    </span>
  );
}
