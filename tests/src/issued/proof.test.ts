import { readFileSync } from "node:fs";
import { judgeLog } from "@quanheng/formats/verify/judge-log.ts";
import { outcomeOf } from "@quanheng/formats/verify/outcome.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { expect, test } from "vitest";

const bytes = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../../issued/0001-test-report/${file}`, import.meta.url)));
const pdf = bytes("report.pdf");
const proof = bytes("report.tlog-proof");
const bundle = JSON.parse(new TextDecoder().decode(bytes("trust.json")));
const trust = readTrust(bundle);
const textOf = (written: Uint8Array) => new TextDecoder().decode(written);

test("whichever byte of a proof is flipped, the report is not valid with it", () => {
  const whole = verifyReport({ pdf, proof: textOf(proof), trust, now: bundle.madeAt });
  expect(whole.outcome).toBe("valid");
  const others = whole.checks.filter(({ code }) => code !== "log");
  const passed: number[] = [];
  for (let at = 0; at < proof.length; at++) {
    const flipped = proof.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const log = judgeLog(textOf(flipped), pdf, trust, undefined);
    if (outcomeOf([...others, log]) === "valid") passed.push(at);
  }
  expect(passed).toEqual([]);
});

test("a proof of a log that one does not know was given and not accepted", () => {
  const unknown = readTrust({ ...bundle, logs: [] });
  const { outcome } = verifyReport({ pdf, proof: textOf(proof), trust: unknown, now: bundle.madeAt });
  expect(outcome).toBe("not-in-log");
});
