import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportResult, ReportSnapshot } from "../../report/snapshot.ts";
import type { Certificate, InfluenceCondition, MeasurementResult, Statement } from "../model/model.ts";
import { verdictStatements } from "./conformity.ts";
import { quantityOf } from "./quantity.ts";
import { bothRich, bothText, filled } from "./texts.ts";
import { unitForm } from "./units.ts";

/** The results, those before and after an adjustment apart. */
export function measurementResults(
  snapshot: ReportSnapshot,
  softwareVersion: string,
): Certificate["measurementResults"] {
  const phases = [undefined, "as-found", "as-left"] as const;
  const measured = phases.map((phase) => ofPhase(snapshot, phase)).filter((one) => one !== undefined);
  const equipment = (snapshot.calibration?.references ?? []).map((reference) => ({
    name: bothText(reference.name),
    description: bothRich({
      zh: `证书 ${reference.certificate}，${reference.issuer.zh}，有效期至 ${reference.validUntil}`,
      en: `Certificate ${reference.certificate}, ${reference.issuer.en}, valid until ${reference.validUntil}`,
    }),
    identifications: {
      identification: [{ issuer: "manufacturer" as const, value: filled(reference.serialNumber) ?? "-" }],
    },
  }));
  return {
    usedSoftware: { software: [{ name: bothText({ zh: "权衡", en: "Quanheng" }), release: `v${softwareVersion}` }] },
    ...(equipment.length === 0 ? {} : { measuringEquipments: { measuringEquipment: equipment } }),
    influenceConditions: { influenceCondition: conditionsOf(snapshot) },
    measurementResult: measured.length === 0 ? [nothingMeasured(snapshot)] : measured,
  };
}

const PHASES: Readonly<Record<"as-found" | "as-left", Bilingual>> = {
  "as-found": { zh: "调整前", en: "Before adjustment" },
  "as-left": { zh: "调整后", en: "After adjustment" },
};

function ofPhase(snapshot: ReportSnapshot, phase: "as-found" | "as-left" | undefined): MeasurementResult | undefined {
  const results = snapshot.results.filter((result) => result.phase === phase);
  if (results.length === 0) return undefined;
  return {
    ...(phase === undefined ? {} : { refType: `quanheng_${phase}` }),
    name: bothText(phase === undefined ? { zh: "结果", en: "Results" } : PHASES[phase]),
    results: { result: results.map((result) => resultOf(snapshot, result)) },
  };
}

/** A document of inspection or certification may have no numbers: its statement is its result. */
function nothingMeasured({ title, inspection, verification }: ReportSnapshot): MeasurementResult {
  const outcome = inspection?.result ?? verification?.result ?? "";
  const declared = { zh: `${title.zh} ${outcome}`.trim(), en: `${title.en} ${outcome}`.trim() };
  return {
    name: bothText({ zh: "结果", en: "Results" }),
    results: {
      result: [{ name: bothText(title), data: { parts: [{ name: "text", value: bothRich(declared) }] } }],
    },
  };
}

function resultOf(snapshot: ReportSnapshot, result: ReportResult) {
  const metaData = [...outsideUnit(result), ...provider(result), ...verdictStatements(snapshot, result)];
  const norm = filled(result.method);
  return {
    refType: `quanheng_${result.inScope ? "in-scope" : "out-of-scope"}`,
    name: bothText(result.characteristicName),
    data: {
      parts: [
        {
          name: "quantity" as const,
          value: {
            refType: "basic_measuredValue",
            ...quantityOf(result),
            usedMethods: {
              usedMethod: [
                {
                  name: bothText({ zh: result.method, en: result.method }),
                  ...(norm === undefined ? {} : { norm: [norm] }),
                  reference: [result.methodId, result.characteristic].map((text) => filled(text) ?? "-"),
                },
              ],
            },
            measurementMetaData: {
              metaData: [
                { name: bothText({ zh: "检测日期", en: "Date of the test" }), date: result.testedOn },
                ...metaData,
              ],
            },
          },
        },
      ],
    },
  };
}

function outsideUnit({ unit }: ReportResult): Statement[] {
  const { outside } = unitForm(unit);
  if (!outside) return [];
  return [{ nonSIDefinition: filled(outside.definition) ?? outside.unit, nonSIUnit: `|${outside.unit}` }];
}

function provider({ externalProvider }: ReportResult): Statement[] {
  if (!externalProvider) return [];
  return [{ name: bothText({ zh: "外部提供者", en: "External provider" }), declaration: bothRich(externalProvider) }];
}

/** Conditions as the laboratory states them, and the state of the sample, on which every result depends. */
function conditionsOf({ calibration, sample }: ReportSnapshot): readonly InfluenceCondition[] {
  const stated = [
    { name: { zh: "样品状态", en: "Condition of the sample" }, value: sample.condition },
    ...(calibration?.conditions ?? []).map(({ name, value }) => ({ name, value: { zh: value, en: value } })),
  ];
  return stated.map(({ name, value }) => ({
    name: bothText(name),
    data: { parts: [{ name: "text", value: bothRich(value) }] },
  }));
}
