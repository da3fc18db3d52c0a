import { existsSync, readdirSync, readFileSync } from "node:fs";
import { credentialText } from "@quanheng/formats/verify/recognise.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { expect, test } from "vitest";

// One folder for each form in which this house ever issued a report. They are never changed and must verify for good.
const root = new URL("../../issued/", import.meta.url);
const samples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .filter(({ name }) => existsSync(new URL(`${name}/report.pdf`, root)));

test("there are samples", () => {
  expect(samples.length).toBeGreaterThan(0);
});

for (const { name } of samples) {
  const bytes = (file: string) => new Uint8Array(readFileSync(new URL(`${name}/${file}`, root)));
  const text = (file: string) => readFileSync(new URL(`${name}/${file}`, root), "utf8");
  const bundle = JSON.parse(text("trust.json"));
  // The lists of a sample were fresh when it was issued; a verifier of today would ask for newer ones.
  const now = bundle.madeAt;

  test(`${name}: the PDF with its credential inside and its proof is valid`, () => {
    const verification = verifyReport({
      pdf: bytes("report.pdf"),
      proof: text("report.tlog-proof"),
      trust: readTrust(bundle),
      now,
    });
    expect(verification.checks.filter(({ state }) => state !== "ok")).toEqual([]);
    expect(verification.outcome).toBe("valid");
  });

  test(`${name}: the credential alone is valid`, () => {
    const credential = credentialText(text("credential.jwt")) ?? "";
    expect(verifyReport({ credential, trust: readTrust(bundle), now }).outcome).toBe("valid");
  });

  test(`${name}: one changed byte in the middle is told`, () => {
    const pdf = bytes("report.pdf");
    const middle = pdf.length >> 1;
    pdf[middle] = (pdf[middle] ?? 0) ^ 1;
    expect(verifyReport({ pdf, trust: readTrust(bundle), now }).outcome).toBe("altered");
  });
}
