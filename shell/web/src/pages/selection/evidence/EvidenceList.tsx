import type { Evidence } from "@quanheng/contract/schemas/planning.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import type { ReactNode } from "react";
import { DayText } from "../../../components/DateText.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { evidenceText } from "../../../i18n/evidence.ts";

/** Reports already held, each with what it covers. */
export function EvidenceList({
  of,
  action,
}: {
  readonly of: readonly Evidence[];
  readonly action?: (report: Evidence) => ReactNode;
}) {
  const text = useText(evidenceText);
  const { own } = useLanguage();
  return (
    <ul className="reasons">
      {of.map((report) => (
        <li key={report.id}>
          <b>{report.number}</b> {report.issuer} · <DayText day={report.issuedOn} /> · {report.method}
          {report.kind !== "full" && <> · {text(`kind.${report.kind}`)}</>}
          {report.sampledBy !== null && ` · ${text("sampler")}: ${text(`sampler.${report.sampledBy}`)}`}
          {report.accreditedBy.length > 0 && ` · ${report.accreditedBy.join(", ")}`}
          <br />
          <span className="quiet">
            {report.characteristics.map((each) => namedValue(each, own)).join(own === "zh" ? "、" : ", ")}
          </span>{" "}
          {action?.(report)}
        </li>
      ))}
    </ul>
  );
}

function namedValue({ name, value, unit }: Evidence["characteristics"][number], own: "zh" | "en"): string {
  return value === null ? name[own] : `${name[own]} ${value}${unit === null ? "" : ` ${unitText(unit)}`}`;
}
