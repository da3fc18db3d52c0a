/** The snapshot is the flow's; the formats that are made of it know it under this name. */
export type {
  ReportMarket,
  ReportPerson,
  ReportResult,
  ReportSnapshot,
  ReportStatement,
  ReportVerdict,
  StatementKind,
} from "@quanheng/flow/attestation/report-snapshot.ts";
