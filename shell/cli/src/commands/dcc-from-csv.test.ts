import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dccCodes } from "@quanheng/contract/messages/problems/dcc.ts";
import { checkDcc } from "@quanheng/formats/dcc/check.ts";
import { TABLE_FAULTS } from "@quanheng/formats/dcc/from-table/table.ts";
import { readCertificate } from "@quanheng/formats/dcc/model/read.ts";
import { reportOf } from "@quanheng/formats/dcc/to-report/report-of.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { workbookOf } from "@quanheng/server/adapters/sheet/write-sheet.ts";
import { afterAll, expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

const example = fileURLToPath(new URL("../../../../docs/how-to/tables/gauge-blocks", import.meta.url));
const profileText = readFileSync(`${example}.profile.json`, "utf8");
const tableText = readFileSync(`${example}.csv`, "utf8");
const folder = mkdtempSync(join(tmpdir(), "table-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function call(profile: string, table: string | Uint8Array, more: readonly string[] = []) {
  const [out, note]: [string[], string[]] = [[], []];
  writeFileSync(join(folder, "p.json"), profile);
  writeFileSync(join(folder, "t"), table);
  const code = await dispatch(["dcc", "from-csv", join(folder, "p.json"), join(folder, "t"), ...more], {
    env: { LANG: "en_US.UTF-8" },
    out: (line: string) => void out.push(line),
    note: (line: string) => void note.push(line),
  });
  return { code, out, note: note.join("\n") };
}

test("the example becomes a certificate without a fault, with every digit, unit and uncertainty", async () => {
  const { code, out } = await call(profileText, tableText);
  const document = readXml(out.join("\n"));
  expect([code, checkDcc(document).faults.filter(({ severity }) => severity === "error")]).toEqual([0, []]);
  const { number, results, receivedOn, testedFrom, issuedOn } = reportOf(readCertificate(document).certificate);
  expect([number, receivedOn, testedFrom, issuedOn]).toEqual([
    "CAL-2026-0042",
    "2026-11-20",
    "2026-11-24",
    "2026-11-25",
  ]);
  expect(results.map(({ reported, unit, expanded, k, coverage }) => [reported, unit, expanded, k, coverage])).toEqual([
    ["1", "mm", null, null, undefined],
    ["10", "mm", null, null, undefined],
    ["100", "mm", null, null, undefined],
    ["0.05", "um", "0.05", "2", "95 %"],
    ["-0.08", "um", "0.05", "2", "95 %"],
    ["0.120", "um", "0.11", "2", "95 %"],
  ]);
});

test("a workbook gives the same certificate, and inches stand in metres beside them", async () => {
  const workbook = await workbookOf(
    tableText
      .trim()
      .split("\n")
      .map((line) => line.split(",")),
  );
  const [csv, xlsx] = [await call(profileText, tableText), await call(profileText, workbook)];
  expect(xlsx).toEqual(csv);
  const inches = await call(profileText.replace('"unit": "mm"', '"unit": "[in_i]"'), tableText);
  expect(checkDcc(readXml(inches.out.join("\n"))).followsRules).toBe(true);
  expect(inches.out.join("\n")).toContain("<si:valueXMLList>0.0254 0.254 2.54</si:valueXMLList>");
});

test("everything that is wrong with a table is said at once, each with its line and column", async () => {
  const wrong = tableText
    .replace("10,-0.08", "10,< 0.08")
    .replace("1,0.05,0.05", "eins,0.05,-1")
    .replace("2026-11-24", "24.11.2026");
  const { code, out } = await call(profileText, wrong);
  expect(code).toBe(1);
  expect(out.map((line) => line.split(":")[0])).toEqual(
    expect.arrayContaining(["✗ 5 Nominal (mm)", "✗ 5 U (um)", "✗ 6 Deviation (um)", "✗ 2 B2"]) as string[],
  );
  const renamed = await call(profileText, tableText.replace("U (um)", "U (nm)"));
  expect([renamed.code, renamed.out[0]]).toEqual([1, expect.stringContaining("No column is headed “U (um)”")]);
  expect((await call(profileText, "")).code).toBe(1);
  expect(TABLE_FAULTS.filter((one) => !dccCodes.includes(one))).toEqual([]);
});

test("a profile that is wrong is refused with the place; a file that is there is not written over", async () => {
  const cases: readonly (readonly [string, string])[] = [
    [profileText.replace('"headings": 4', '"headings": "four"'), "headings"],
    [profileText.replace('"unit": "mm"', '"unti": "mm"'), "columns[0].unti"],
    [profileText.replace('"B1"', '"1B"'), "cells.number"],
    ["[]", "{"],
    ["{", "JSON"],
  ];
  for (const [profile, place] of cases) {
    const { code, note } = await call(profile, tableText);
    expect([code, note]).toEqual([1, expect.stringContaining(place)]);
  }
  const path = join(folder, "made.xml");
  expect((await call(profileText, tableText, ["--out", path])).code).toBe(0);
  const again = await call(profileText, tableText, ["--out", path]);
  expect([again.code, again.note]).toEqual([1, expect.stringContaining("made.xml")]);
});
