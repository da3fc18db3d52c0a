import type { ReportFacts } from "@quanheng/flow/attestation/report-facts.ts";
import type { CalibrationPart, InspectionPart, VerificationPart } from "@quanheng/flow/attestation/report-parts.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { dayOf } from "../../china-time.ts";
import type { DecisionFacts } from "./decision-facts.ts";
import type { DocumentChoice } from "./document-kind.ts";

type Parts = Pick<ReportFacts, "kind" | "calibration" | "verification" | "inspection">;

/** What a document of the chosen kind says beside a test report; a test report says nothing more and names no kind. */
export function documentParts(facts: DecisionFacts, choice: DocumentChoice, place: Bilingual): Parts {
  switch (choice.kind) {
    case "calibration-certificate":
      return { kind: choice.kind, calibration: calibration(facts) };
    case "verification-certificate":
      return { kind: choice.kind, calibration: calibration(facts), verification: verification(facts, choice) };
    case "inspection-report":
      return { kind: choice.kind, inspection: inspection(facts, choice, place) };
    default:
      return {};
  }
}

/** The instrument is the commission's item; conditions and standards are those that were recorded with the readings. */
function calibration({ commission: { item }, tasks }: DecisionFacts): CalibrationPart {
  const observed = tasks.flatMap(({ observation }) => observation ?? []);
  const used = observed.flatMap(({ instruments }) => instruments);
  const rooms = [...new Set(observed.map(({ environment }) => JSON.stringify(environment)))].map(
    (text) => JSON.parse(text) as (typeof observed)[number]["environment"],
  );
  return {
    instrument: {
      name: item.name,
      manufacturer: item.brand ?? "",
      model: item.gtin ?? "",
      serialNumber: item.lotNumber,
    },
    conditions: rooms.flatMap(({ temperatureC, humidityPercent }) => [
      ...(temperatureC === null ? [] : [{ name: { zh: "温度", en: "Temperature" }, value: `${temperatureC} °C` }]),
      ...(humidityPercent === null ? [] : [{ name: { zh: "湿度", en: "Humidity" }, value: `${humidityPercent} %` }]),
    ]),
    references: [...new Map(used.map((each) => [each.instrumentId, each])).values()].map((each) => ({
      name: each.name,
      serialNumber: each.serial,
      certificate: each.certificate,
      issuer: { zh: "", en: "" },
      validUntil: each.dueOn,
    })),
    adjusted: false,
  };
}

function verification(
  { tasks, decided }: DecisionFacts,
  { validUntil, accuracyClass }: DocumentChoice,
): VerificationPart {
  const failed = decided.verdicts.some(({ verdict }) => verdict === "fail");
  return {
    regulation: [...new Set(tasks.map(({ task }) => task.method))].join("; "),
    result: failed ? "fail" : "pass",
    accuracyClass: accuracyClass.trim(),
    validUntil: failed ? "" : (validUntil ?? ""),
  };
}

function inspection(
  { commission: { item }, tasks, rows, decided }: DecisionFacts,
  { nextOn, findings }: DocumentChoice,
  place: Bilingual,
): InspectionPart {
  const verdicts = new Set(decided.verdicts.map(({ verdict }) => verdict));
  const found = findings
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const documents = rows.length > 0 ? rows.map(({ document }) => document) : tasks.map(({ task }) => task.method);
  const days = tasks.flatMap(({ observation }) => (observation ? [dayOf(observation.entered_at)] : [])).toSorted();
  const doubtful = found.length > 0 || verdicts.has("conditional") || verdicts.has("undecided");
  return {
    object: item.lotNumber,
    documents: [...new Set(documents)],
    inspectedOn: days.at(-1) ?? "",
    nextOn,
    place,
    result: verdicts.has("fail") ? "does-not-conform" : doubtful ? "conforms-with-findings" : "conforms",
    findings: found.map((text) => ({ zh: text, en: text })),
    omitted: [],
  };
}
