import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { dayText } from "../../../components/date-text.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { Progress } from "../Progress.tsx";

/** How long until the agreed day, and how much of the work is approved. */
export function TimeLeft({ of }: { readonly of: CommissionDetail }) {
  const text = useText(selectionText);
  const { language } = useLanguage();
  const { daysLeft, dueOn, tasksApproved, tasksTotal } = of;
  const ended = of.state === "cancelled" || of.state === "declined";
  if (daysLeft === null || dueOn === null || ended) return null;
  return (
    <section className="panel" aria-labelledby="left-title">
      <h2 id="left-title">{text("left.title")}</h2>
      <p className={daysLeft < 0 ? "left is-late" : "left"}>{leftText(daysLeft, text)}</p>
      <p className="quiet">{text("left.due", { day: dayText(dueOn, language) })}</p>
      {tasksTotal > 0 && <Progress done={tasksApproved} total={tasksTotal} />}
    </section>
  );
}

function leftText(days: number, text: ReturnType<typeof useText<(typeof selectionText)["keys"][number]>>): string {
  if (days < 0) return text("left.late", { days: -days });
  if (days === 0) return text("left.today");
  return days === 1 ? text("left.day") : text("left.days", { days });
}
