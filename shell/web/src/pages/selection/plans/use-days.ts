import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";

/** A number of days in words. */
export function useDays(): (days: number) => string {
  const text = useText(selectionText);
  return (days) => (days === 1 ? text("plan.day") : text("plan.days", { days }));
}
