import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { expect, test } from "vitest";
import { certificateOfSnapshot } from "../from-report.ts";
import { rowsOfQuantity } from "./rows.ts";
import { viewOf } from "./view.ts";

test("a person reads who, what, values with uncertainty, and verdicts, in both languages", () => {
  const view = viewOf(certificateOfSnapshot(reportSnapshot(sampleFacts), { softwareVersion: "0.1.0" }));
  expect(view).toMatchObject({
    number: "GXT-2026-000123",
    languages: ["zh", "en"],
    laboratory: { zh: "糖业检验中心", en: "Sugar Inspection Centre" },
    dates: { issued: "2026-11-25" },
  });
  expect(view.tables[1]).toMatchObject({
    name: { en: "Sulphur dioxide" },
    rows: [{ value: "5.1", unit: "\\milli\\gram\\kilogram\\tothe{-1}" }],
  });
  expect(view.tables.flatMap(({ statements }) => statements.map((s) => s.conformity))).toContain("fail");
});

test("lists give a row a value; one unit and one uncertainty count for all", () => {
  const list = {
    realListXMLList: {
      valueXMLList: "306.248 373.121",
      unitXMLList: "\\kelvin",
      expandedUncXMLList: {
        uncertaintyXMLList: "0.061",
        coverageFactorXMLList: "2",
        coverageProbabilityXMLList: "0.95",
      },
    },
  };
  expect(rowsOfQuantity(list, {}).map(({ value, unit, uncertainty }) => [value, unit, uncertainty])).toEqual([
    ["306.248", "\\kelvin", "U = 0.061 (k = 2, p = 0.95)"],
    ["373.121", "\\kelvin", "U = 0.061 (k = 2, p = 0.95)"],
  ]);
});
