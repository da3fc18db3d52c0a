import { dayText } from "../../components/date-text.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { surveillanceText } from "../../i18n/surveillance.ts";
import { FiguresTable } from "./FiguresTable.tsx";

export type Week = { readonly week: string; readonly submitted: number; readonly issued: number };

/** What came in and what went out, week by week, as pairs of columns; the figures open below as a table. */
export function WeekColumns({ weeks }: { readonly weeks: readonly Week[] }) {
  const text = useText(surveillanceText);
  const { language } = useLanguage();
  const most = Math.max(1, ...weeks.flatMap(({ submitted, issued }) => [submitted, issued]));
  return (
    <>
      <p className="row week-legend" aria-hidden="true">
        <span className="week-key is-submitted" /> {text("cluster.submitted")}
        <span className="week-key is-issued" /> {text("cluster.issued.week")}
      </p>
      <ol className="weeks" aria-hidden="true">
        {weeks.map(({ week, submitted, issued }) => (
          <li key={week}>
            <span className="week-pair">
              <Column kind="submitted" count={submitted} most={most} />
              <Column kind="issued" count={issued} most={most} />
            </span>
            <small>{week.slice(5)}</small>
          </li>
        ))}
      </ol>
      <FiguresTable
        columns={[text("cluster.week"), text("cluster.submitted"), text("cluster.issued.week")]}
        rows={weeks.map(({ week, submitted, issued }) => [dayText(week, language), String(submitted), String(issued)])}
      />
    </>
  );
}

function Column({
  kind,
  count,
  most,
}: {
  readonly kind: "submitted" | "issued";
  readonly count: number;
  readonly most: number;
}) {
  return (
    <span className="week-cell">
      <b>{count || ""}</b>
      <span className={`week-column is-${kind}`} style={{ height: `calc((100% - 20px) * ${count / most})` }} />
    </span>
  );
}
