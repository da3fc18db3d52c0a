import { readFileSync } from "node:fs";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { expect, test } from "vitest";

// How much each form of signature carries for later years, and who is named.
const FORMS = {
  "0001-test-report": ["B-B", 1],
  "0008-signature-b-t": ["B-T", 1],
  "0009-three-signatures-b-lt": ["B-LT", 3],
  "0010-signature-sm2": ["B-B", 2],
} as const;

for (const [name, [level, signatures]] of Object.entries(FORMS)) {
  test(`${name} is signed at ${level} by ${signatures}, and every one is trusted`, () => {
    const at = (file: string) => new URL(`../../issued/${name}/${file}`, import.meta.url);
    const trust = readTrust(JSON.parse(readFileSync(at("trust.json"), "utf8")));
    const verdict = verifyPades(new Uint8Array(readFileSync(at("report.pdf"))), trust);
    expect(verdict).toMatchObject({ intact: true, coversWholeFile: true, trusted: true, reasons: [], level });
    expect(verdict.signatures.map(({ trusted }) => trusted)).toEqual(Array.from({ length: signatures }, () => true));
  });
}
