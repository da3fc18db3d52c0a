import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";
import "./library.css";

/** Whether a requirement may decide: solid when somebody read its document, dashed while nobody did. */
export function StatusTag({ status }: { readonly status: ApplicableRequirement["status"] }) {
  const text = useText(libraryText);
  return (
    <span className={`mark is-${status}`} title={text(`status.${status}.why`)}>
      {text(`status.${status}`)}
    </span>
  );
}

/** Law, choice or condition. */
export function ForceTag({ force }: { readonly force: ApplicableRequirement["force"] }) {
  const text = useText(libraryText);
  return <span className={`mark is-${force}`}>{text(`force.${force}`)}</span>;
}

/** Whether verdicts by a requirement bind, or are indicative until a person has compared it with its document. */
export function mayDecide({ status }: Pick<ApplicableRequirement, "status">): boolean {
  return status === "read" || status === "verified";
}
