import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readXml } from "../../xml/read.ts";
import { checkDcc } from "../check.ts";
import { readCertificate } from "../model/read.ts";
import { reportOf } from "./report-of.ts";
import { valuesOf } from "./values.ts";

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../../shared", import.meta.url));
const folder = `${shared}/vectors/dcc/samples`;
const isThere = existsSync(folder);
if (!isThere) console.info("the published certificates are not there: reading their results is not tested here");

const read = (name: string) => reportOf(readCertificate(readXml(readFileSync(`${folder}/${name}`))).certificate);

test.runIf(isThere)("results of other houses are read with value, unit, uncertainty and probability", () => {
  const { results, number, issuer, kind } = read("dcc_gp_temperature_typical_v12.xml");
  expect(kind).toBeUndefined();
  expect(number).not.toBe("");
  expect(issuer.name.en).not.toBe("");
  expect(results.length).toBeGreaterThan(3);
  expect(results.every(({ characteristicName }) => characteristicName.en !== "")).toBe(true);
  const stated = results.filter(({ expanded }) => expanded !== null);
  expect(stated.length).toBeGreaterThan(0);
  for (const { k, coverage, unit } of stated) expect([k, coverage, unit]).toEqual(["2", "95 %", "K"]);
});

test.runIf(isThere)("every well-built certificate is read without a fault", () => {
  for (const name of readdirSync(folder)) {
    if (name === "dcclib_invalid_syntax.xml") continue;
    const document = readXml(readFileSync(`${folder}/${name}`));
    if (!checkDcc(document).isWellBuilt) continue;
    expect([name, read(name).number === ""]).toEqual([name, false]);
  }
});

test("each form of uncertainty is read, and a coverage interval keeps its bounds", () => {
  const unit = "\\metre";
  const interval = { valueStandardMU: "0.1", intervalMin: "0.8", intervalMax: "1.3", coverageProbability: "0.95" };
  const one = { value: "1", unit };
  const of = (measurementUncertaintyUnivariate: object) =>
    valuesOf({ real: { ...one, measurementUncertaintyUnivariate } })[0];
  expect(of({ coverageIntervalMU: interval })).toMatchObject({ u: "0.1", interval: "[0.8, 1.3]", coverage: "95 %" });
  expect(of({ standardMU: { valueStandardMU: "0.2" } })).toMatchObject({ u: "0.2", expanded: null });
  expect(
    valuesOf({
      realListXMLList: {
        valueXMLList: "1 2",
        unitXMLList: unit,
        coverageIntervalXMLList: {
          standardUncXMLList: "0.1",
          intervalMinXMLList: "0.8 1.8",
          intervalMaxXMLList: "1.3 2.3",
          coverageProbabilityXMLList: "0.9545",
        },
      },
    }),
  ).toMatchObject([{ interval: "[0.8, 1.3]" }, { reported: "2", interval: "[1.8, 2.3]", coverage: "95.45 %" }]);
  expect(
    valuesOf({ real: { ...one, expandedUnc: { uncertainty: "3", coverageFactor: "2", coverageProbability: "1" } } }),
  ).toMatchObject([{ expanded: "3", k: "2", coverage: "100 %" }]);
});
