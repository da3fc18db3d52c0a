import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { beforeAll, expect, test } from "vitest";
import { digestOf } from "../credential/digest.ts";
import { objectOf, readJwt } from "../credential/jws.ts";
import { dccOfSnapshot, signedDccOfSnapshot } from "../dcc/from-report.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { credentialFor, issued } from "./testing/demo-house.ts";
import { readTrust } from "./trust.ts";
import { type VerifyInput, verifyReport } from "./verify-report.ts";

const settings = { softwareVersion: "0.1.0" };
const bytes = (text: string) => new TextEncoder().encode(text);
const NOW = "2026-11-26T00:00:00Z";

let house: Awaited<ReturnType<typeof issued>>;
let signed: string;
beforeAll(async () => {
  house = await issued();
  signed = await sign(house.snapshot);
});

async function sign(snapshot: ReportSnapshot, rootSeed?: number): Promise<string> {
  const { signer } = await demoSigner(rootSeed === undefined ? {} : { rootSeed });
  return signedDccOfSnapshot(snapshot, settings, signer);
}

function verify(input: Partial<VerifyInput>) {
  return verifyReport({ trust: readTrust(house.trust), now: NOW, ...input });
}
const dccOf = ({ checks }: ReturnType<typeof verify>) => checks.find(({ code }) => code === "dcc");

test("a certificate beside its report agrees with it, and the whole is valid", () => {
  const { pdf, credential, proof } = house;
  const together = verify({ pdf, credential, proof, dcc: bytes(signed) });
  expect(together.outcome).toBe("valid");
  expect(dccOf(together)).toEqual({ code: "dcc", state: "ok", reason: null });
});

test("a certificate of the same body that says something else is a contradiction, however well it is signed", async () => {
  const { pdf, credential, proof, snapshot } = house;
  const [first, ...rest] = snapshot.results;
  const changed = (change: object) => ({ ...snapshot, results: [{ ...first!, ...change }, ...rest] });
  const cases: readonly (readonly [string, ReportSnapshot])[] = [
    ["another value", changed({ reported: "1234.5" })],
    ["an understated uncertainty", changed({ expanded: "0.0001", u: "0.00005" })],
    ["a result less", { ...snapshot, results: rest }],
    ["another number", { ...snapshot, number: "GXT-2026-000999" }],
    ["another laboratory", { ...snapshot, issuer: { ...snapshot.issuer, name: { zh: "别家", en: "Elsewhere" } } }],
  ];
  for (const [what, other] of cases) {
    const found = verify({ pdf, credential, proof, dcc: bytes(await sign(other)) });
    expect([what, found.outcome, dccOf(found)?.reason]).toEqual([what, "contradiction", "dcc-differs"]);
  }
});

test("a credential that names another certificate by its digest contradicts it, though the numbers agree", async () => {
  const { pdf, proof, snapshot } = house;
  const naming = async (xml: string) => {
    const subject = objectOf(readJwt(await credentialFor(snapshot)).payload["credentialSubject"]);
    const dcc = { digestMultibase: digestOf(bytes(xml)) };
    return credentialFor(snapshot, undefined, undefined, { credentialSubject: { ...subject, dcc } });
  };
  const [right, wrong] = [await naming(signed), await naming(`${signed}\n`)];
  const outcomes = [right, wrong].flatMap((credential) => [
    verify({ pdf, proof, credential, dcc: bytes(signed) }).outcome,
    verify({ credential, dcc: bytes(signed) }).outcome,
  ]);
  expect(outcomes).toEqual(["valid", "valid", "contradiction", "contradiction"]);
});

test("a changed certificate is altered, an unsigned one or one by a stranger vouches for nothing", async () => {
  const { pdf, credential, proof } = house;
  const value = /<si:value>([\d.]+)/.exec(signed)?.[1] ?? "";
  const forged = signed.replace(`<si:value>${value}`, `<si:value>9${value}`);
  expect(verify({ pdf, credential, proof, dcc: bytes(forged) }).outcome).toBe("altered");
  expect(verify({ pdf, credential, proof, dcc: bytes("<a/>") }).outcome).toBe("altered");
  expect(verify({ dcc: bytes(forged) }).outcome).toBe("altered");
  const unsigned = bytes(dccOfSnapshot(house.snapshot, settings));
  expect(verify({ dcc: unsigned }).outcome).toBe("unknown-signer");
  expect(dccOf(verify({ pdf, credential, proof, dcc: unsigned }))?.reason).toBe("dcc-not-signed");
  expect(verify({ dcc: bytes(await sign(house.snapshot, 3)) }).outcome).toBe("unknown-signer");
});

test("a certificate without its report is genuine at most; with the credential of its number its status is known", async () => {
  const { credential } = house;
  expect(verify({ dcc: bytes(signed) })).toMatchObject({ outcome: "status-unknown", signer: "Test Centre" });
  expect(verify({ dcc: bytes(signed), credential }).outcome).toBe("valid");
  const other = reportSnapshot({ ...sampleFacts, number: "GXT-2026-000999" });
  expect(verify({ dcc: bytes(await sign(other)), credential }).outcome).toBe("contradiction");
});

test("whichever byte of a certificate is flipped, it is never valid with its report", () => {
  const { pdf, credential, proof } = house;
  const original = bytes(signed);
  // Spread over the whole file with a step that meets every part of it.
  const step = Math.max(1, Math.floor(original.length / 60));
  for (let at = 7; at < original.length; at += step) {
    const dcc = original.slice();
    dcc[at] = dcc[at]! ^ 1;
    const { outcome } = verify({ pdf, credential, proof, dcc });
    expect([at, outcome === "valid" ? "valid" : "not"]).toEqual([at, "not"]);
  }
});
