import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { dayText } from "../../components/date-text.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";

/** The period in which a requirement applies; its end is the first day on which it no longer does. */
export function EffectiveText({
  of: { effectiveFrom, effectiveTo },
}: {
  readonly of: Pick<ApplicableRequirement, "effectiveFrom" | "effectiveTo">;
}) {
  const text = useText(libraryText);
  const { language } = useLanguage();
  const from = effectiveFrom && dayText(effectiveFrom, language);
  const to = effectiveTo && dayText(effectiveTo, language);
  if (from && to) return text("effective.range", { from, to });
  if (from) return text("effective.from", { from });
  return to ? text("effective.to", { to }) : text("effective.always");
}
