import type { Evidence } from "@quanheng/contract/schemas/planning.ts";
import type { ReactNode } from "react";
import { DayText } from "../../../components/DateText.tsx";
import { useLanguage } from "../../../i18n/catalogue.ts";

/** Reports already held, each with what it covers. */
export function EvidenceList({
  of,
  action,
}: {
  readonly of: readonly Evidence[];
  readonly action?: (report: Evidence) => ReactNode;
}) {
  const { own } = useLanguage();
  return (
    <ul className="reasons">
      {of.map((report) => (
        <li key={report.id}>
          <b>{report.number}</b> {report.issuer} · <DayText day={report.issuedOn} /> · {report.method}
          {report.accreditedBy.length > 0 && ` · ${report.accreditedBy.join(", ")}`}
          <br />
          <span className="quiet">
            {report.characteristics.map(({ name }) => name[own]).join(own === "zh" ? "、" : ", ")}
          </span>{" "}
          {action?.(report)}
        </li>
      ))}
    </ul>
  );
}
