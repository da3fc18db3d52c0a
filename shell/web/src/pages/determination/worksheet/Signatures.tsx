import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { newestOf } from "../bench/bench-entry.ts";

/** Lines to sign on paper, with the names that the platform has. */
export function Signatures({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const analyst = newestOf(task)?.enteredBy[own] ?? "";
  const reviewer = task.reviews.findLast(({ outcome }) => outcome === "approved")?.reviewedBy[own] ?? "";
  return (
    <section className="panel signatures">
      {[
        [text("worksheet.analyst"), analyst],
        [text("worksheet.reviewer"), reviewer],
      ].map(([part, name]) => (
        <p key={part}>
          {part}: {name}
          <span className="signature-line">{text("worksheet.signed")}</span>
        </p>
      ))}
    </section>
  );
}
