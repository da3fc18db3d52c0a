import { existsSync, readdirSync, readFileSync } from "node:fs";
import { checkDcc } from "@quanheng/formats/dcc/check.ts";
import { readCertificate } from "@quanheng/formats/dcc/model/read.ts";
import { reportOf } from "@quanheng/formats/dcc/to-report/report-of.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import { verifyXades } from "@quanheng/formats/xades/verify.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { expect, test } from "vitest";

// One folder for each form in which this house ever issued a digital certificate. They are never changed and must verify
// for good.
const root = new URL("../../issued/", import.meta.url);
const samples = readdirSync(root).filter((name) => existsSync(new URL(`${name}/dcc.xml`, root)));
const AT = "2026-11-26T00:00:00Z";

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`${name}/dcc.xml`, root)));
const rootsOf = (name: string) => certificatesOfPem(readFileSync(new URL(`${name}/root.pem`, root), "utf8"));

function isValid(xml: Uint8Array, roots: readonly Uint8Array[]): boolean {
  try {
    const verdicts = verifyXades(readXml(xml), { roots }, AT);
    return verdicts.length > 0 && verdicts.every(({ intact, trusted }) => intact && trusted);
  } catch {
    return false;
  }
}

test("there is a sample, and it says what was measured", () => {
  expect(samples).toContain("0011-digital-certificate");
  const { certificate } = readCertificate(readXml(bytesOf("0011-digital-certificate")));
  const { number, kind, results, calibration } = reportOf(certificate);
  expect([number, kind, calibration?.instrument.serialNumber]).toEqual([
    "GXT-2026-000123",
    "calibration-certificate",
    "GB-2026-001",
  ]);
  expect(results.map(({ reported, unit, expanded, k }) => [reported, unit, expanded, k])).toEqual([
    ["0.05", "um", "0.05", "2.00"],
    ["-0.08", "um", "0.05", "2.00"],
  ]);
});

for (const name of samples) {
  test(`${name}: the certificate is well built and its signature holds`, () => {
    const check = checkDcc(readXml(bytesOf(name)));
    expect(check.faults.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(isValid(bytesOf(name), rootsOf(name))).toBe(true);
  });

  test(`${name}: whichever byte is flipped, it is no longer valid`, () => {
    const roots = rootsOf(name);
    const bytes = bytesOf(name);
    // A prime step meets every part of the file.
    const still: number[] = [];
    for (let at = 40; at < bytes.length; at += 211) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 7));
      if (isValid(flipped, roots)) still.push(at);
    }
    expect(still).toEqual([]);
  });
}
