import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ReportResult, ReportSnapshot } from "../../report/snapshot.ts";
import type { Certificate, InfluenceCondition, MeasurementResult, Statement } from "../model/model.ts";
import { verdictStatements } from "./conformity.ts";
import { quantityOf } from "./quantity.ts";
import { bothRich, bothText, filled, referring } from "./texts.ts";
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
    description: bothRich(reference.issuer),
    identifications: {
      identification: [
        { refType: "quanheng_serial", issuer: "manufacturer" as const, value: filled(reference.serialNumber) ?? "-" },
        ...further("certificate", reference.certificate),
        ...further("valid-until", reference.validUntil),
      ],
    },
  }));
  return {
    usedSoftware: { software: [{ name: bothText({ zh: "权衡", en: "Quanheng" }), release: `v${softwareVersion}` }] },
    ...(equipment.length === 0 ? {} : { measuringEquipments: { measuringEquipment: equipment } }),
    influenceConditions: { influenceCondition: conditionsOf(snapshot) },
    measurementResult: measured.length === 0 ? [nothingMeasured(snapshot)] : measured,
  };
}

function further(token: string, value: string) {
  const given = filled(value);
  return given === undefined ? [] : [{ refType: `quanheng_${token}`, issuer: "other" as const, value: given }];
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
  const metaData = [
    asPrinted(result),
    ...outsideUnit(result),
    ...provider(result),
    ...verdictStatements(snapshot, result),
  ];
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
                  ...referring({ definition: result.methodId, characteristic: result.characteristic }),
                },
              ],
            },
            measurementMetaData: {
              metaData: [
                {
                  refType: "quanheng_tested",
                  name: bothText({ zh: "检测日期", en: "Date of the test" }),
                  date: result.testedOn,
                },
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

/** What the report prints of a value: D-SI has another unit, and no place for some of it. */
function asPrinted({ reported, unit, value, u, k, expanded, coverage }: ReportResult): Statement {
  return {
    refType: "quanheng_printed",
    name: bothText({ zh: "报告所印", en: "As the report prints it" }),
    ...referring({
      reported,
      unit,
      unrounded: value,
      u: u ?? "",
      k: k ?? "",
      expanded: expanded ?? "",
      coverage: coverage ?? "",
    }),
  };
}

function provider({ externalProvider }: ReportResult): Statement[] {
  if (!externalProvider) return [];
  const name = bothText({ zh: "外部提供者", en: "External provider" });
  return [{ refType: "quanheng_provider", name, declaration: bothRich(externalProvider) }];
}

/** Conditions as the laboratory states them, and the state of the sample, on which every result depends. */
function conditionsOf({ calibration, sample }: ReportSnapshot): readonly InfluenceCondition[] {
  const stated = [
    {
      refType: "quanheng_sample-condition",
      name: { zh: "样品状态", en: "Condition of the sample" },
      value: sample.condition,
    },
    ...(calibration?.conditions ?? []).map(({ name, value }) => ({
      refType: "quanheng_condition",
      name,
      value: { zh: value, en: value },
    })),
  ];
  return stated.map(({ refType, name, value }) => ({
    refType,
    name: bothText(name),
    data: { parts: [{ name: "text", value: bothRich(value) }] },
  }));
}
