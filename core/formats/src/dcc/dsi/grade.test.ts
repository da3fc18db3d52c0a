import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { dsiUnit } from "@quanheng/kernel/units/dsi.ts";
import { expect, test } from "vitest";
import { textOf, withDescendants } from "../../xml/node.ts";
import { readXml } from "../../xml/read.ts";
import { certificateOfSnapshot } from "../from-report.ts";
import { SI } from "../namespaces.ts";
import { quantitiesIn } from "../to-report/results.ts";
import { DSI_GRADES, dsiGrade, dsiGradeOfUnit } from "./grade.ts";
import { dsiFactors, ucumOfDsi } from "./unit-words.ts";

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../../shared", import.meta.url));
const folder = `${shared}/vectors/dcc/dsi`;
const isThere = existsSync(folder);
if (!isThere)
  console.info("the published examples of D-SI are not there: the classes of their units are not tested here");

/** Units of one published value or list. */
function unitsIn(path: string): readonly (readonly string[])[] {
  const { root } = readXml(readFileSync(path));
  return [...withDescendants(root)].flatMap((element) => {
    const unit = element.namespace === SI && /^(unit|listUnit|unitXMLList)$/.test(element.local);
    return unit ? [textOf(element).trim().split(/\s+/)] : [];
  });
}

test.runIf(isThere)("the units of each published example have its class, at the worst", () => {
  for (const file of readdirSync(folder)) {
    const stated = DSI_GRADES.find((grade) => file.includes(grade.toUpperCase())) ?? "improvable";
    // Examples of the lowest class are to be improved for other reasons than their units as well.
    if (stated === "improvable") continue;
    const at = unitsIn(`${folder}/${file}`).map((units) =>
      Math.max(...units.map((unit) => DSI_GRADES.indexOf(dsiGradeOfUnit(unit)))),
    );
    expect([file, at.map((i) => DSI_GRADES[i])]).toEqual([file, at.map(() => stated)]);
  }
});

test("what we write is platinum or gold wherever the unit is of the SI or has a factor to it", () => {
  const report = reportSnapshot(sampleFacts);
  const [first] = report.results;
  const grade = (unit: string) => {
    const [found] = quantitiesIn(
      certificateOfSnapshot({ ...report, results: [{ ...first!, unit }] }, { softwareVersion: "1" }),
    );
    return found && dsiGrade(found.quantity);
  };
  const units = ["m", "kg", "1", "mm", "mg/kg", "g/(100.g)", "°C", "[in_i]", "CFU/mL", "{ICUMSA}"];
  const grades = units.map((unit) => grade(unit));
  expect(Object.fromEntries(units.map((unit, i) => [unit, grades[i]]))).toEqual({
    m: "platinum",
    kg: "platinum",
    "1": "platinum",
    mm: "gold",
    "mg/kg": "gold",
    "g/(100.g)": "platinum",
    "°C": "gold",
    "[in_i]": "platinum",
    "CFU/mL": "improvable",
    "{ICUMSA}": "improvable",
  });
});

test("D-SI words are read back as the unit they were made of; other texts are none", () => {
  for (const code of ["mg/kg", "kg.m/s2", "1/s", "Cel", "mm", "kg", "uS/cm", "m2", "1", "h"]) {
    expect([code, ucumOfDsi(dsiUnit(code))]).toEqual([code, code === "1" ? "1" : code]);
  }
  for (const text of [
    "",
    "metre",
    "\\",
    "\\kilo",
    "\\kilo\\kilo\\metre",
    "\\metre\\tothe{}",
    "\\metre ",
    "\\tothe{2}",
    "|m",
  ]) {
    expect([text, dsiFactors(text)]).toEqual([text, undefined]);
  }
  expect(dsiFactors("\\metre\\per\\second")).toMatchObject([{ unit: "metre" }, { unit: "second", exponent: -1 }]);
  expect(dsiFactors(`${"\\metre".repeat(60)}`)).toBeUndefined();
});
