import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readXml } from "../xml/read.ts";
import { checkDcc } from "./check.ts";
import { diffDcc } from "./diff.ts";

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const sample = `${shared}/vectors/dcc/samples/dcclib_valid.xml`;
const isThere = existsSync(sample);
if (!isThere) console.info("the published certificate is not there: its rules are not tested here");
const text = isThere ? readFileSync(sample, "utf8") : "";

/** Codes of errors after one change; the change has to take hold. */
function codesAfter(from: string | RegExp, to: string): readonly string[] {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const { faults } = checkDcc(readXml(changed));
  return [...new Set(faults.filter(({ severity }) => severity === "error").map(({ code }) => code))];
}

test("what is no certificate, or of a version we do not read, is said to be so", () => {
  expect(checkDcc(readXml("<a/>")).faults).toMatchObject([{ code: "dcc-root-unknown" }]);
  const newer = '<digitalCalibrationCertificate xmlns="https://ptb.de/dcc" schemaVersion="3.4.0-rc.2"/>';
  expect(checkDcc(readXml(newer)).faults).toMatchObject([{ code: "dcc-version-unknown" }]);
});

test.runIf(isThere)("each change of a published certificate breaks the rule that it should", () => {
  const cases: readonly (readonly [from: string | RegExp, to: string, code: string])[] = [
    ["<dcc:performanceLocation>laboratory</dcc:performanceLocation>", "", "dcc-element-missing"],
    ["<dcc:uniqueIdentifier>1234", "<dcc:uniqueIdentifier>", "dcc-value-wrong"],
    ["<dcc:beginPerformanceDate>1957-08-13", "<dcc:beginPerformanceDate>1957-02-30", "dcc-value-wrong"],
    ["<dcc:beginPerformanceDate>1957-08-13", "<dcc:beginPerformanceDate>1957-08-14", "dcc-dates-reversed"],
    ["<dcc:release>v8.2", "<dcc:release>8.2", "dcc-release-form"],
    ["<dcc:countryCodeISO3166_1>DE", "<dcc:countryCodeISO3166_1>ZZ", "dcc-country-code"],
    ["<dcc:usedLangCodeISO639_1>de</dcc:usedLangCodeISO639_1>", "", "dcc-language-unused"],
    ['<dcc:content lang="de">Auftrags Nr.</dcc:content>', "", "dcc-languages-incomplete"],
    ["<dcc:item>", '<dcc:item refId="nowhere">', "dcc-idref-unknown"],
    ["<dcc:item>", '<dcc:item colour="red">', "dcc-attribute-unexpected"],
    ["<dcc:items>", "<dcc:items>stray", "dcc-text-unexpected"],
    [/<dcc:usedMethods>[\s\S]*?<\/dcc:usedMethods>/, "", "dcc-method-missing"],
    [/<dcc:influenceConditions>[\s\S]*?<\/dcc:influenceConditions>/, "", "dcc-influence-missing"],
    ["<si:unitXMLList>\\", "<si:unitXMLList> \\", "dcc-list-blanks"],
  ];
  for (const [from, to, code] of cases) expect([String(from), codesAfter(from, to)]).toEqual([String(from), [code]]);
});

test.runIf(isThere)("the difference of two certificates is told by place and value", () => {
  const changed = readXml(text.replace("<dcc:uniqueIdentifier>1234", "<dcc:uniqueIdentifier>1235"));
  expect(diffDcc(readXml(text), changed)).toEqual([
    { path: "administrativeData/coreData/uniqueIdentifier", before: "1234", after: "1235" },
  ]);
  expect(diffDcc(changed, changed)).toEqual([]);
});
