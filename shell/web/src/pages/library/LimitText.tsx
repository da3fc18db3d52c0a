import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import { useLanguage } from "../../i18n/catalogue.ts";

/** A limit with its unit, digits as they stand in the document: `≤ 0.10 g/100 g`. */
export function LimitText({
  of: { limit, limitText, unit },
}: {
  readonly of: Pick<ApplicableRequirement, "limit" | "limitText" | "unit">;
}) {
  const { own } = useLanguage();
  const shown = unitText(unit);
  return (
    <span className={limit["kind"] === "interval" ? "limit is-figure" : "limit"}>
      <strong>{limitText[own]}</strong>
      {shown && ` ${shown}`}
    </span>
  );
}
