import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pemOfCertificate } from "./pem.ts";
import { demoStamper, type StamperOptions } from "./testing/demo-stamper.ts";
import { judgeTimestamp, tokenOfResponse } from "./timestamp.ts";
import { requestFor, timestampRequest } from "./timestamp-request.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stamp-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const time = "2026-11-25T08:00:01Z";
const stamped = new TextEncoder().encode("a signature value");
const nonce = Uint8Array.from([0, 0x9a, 1, 2, 3, 4, 5, 6]);

async function asked(options: Partial<StamperOptions> = {}, policy?: string) {
  const stamper = await demoStamper({ time, ...options });
  const request = requestFor(stamped, nonce, policy);
  const response = await stamper.respond(timestampRequest(request));
  return { ...stamper, request, response };
}

function codeOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Refusal ? [error.code, error.facts] : error;
  }
}

test("a token proves its time for what it is over, under a root one trusts", async () => {
  const { root, request, response } = await asked();
  const token = tokenOfResponse(response, request);
  expect(judgeTimestamp(token, stamped, { roots: [root] })).toEqual({
    holds: true,
    time,
    authority: "Test Time Stamps",
    reasons: [],
  });
  expect(judgeTimestamp(token, nonce, { roots: [root] }).reasons).toEqual(["timestamp-imprint"]);
  expect(judgeTimestamp(token, stamped, { roots: [] }).reasons).toEqual(["timestamp-untrusted"]);
  // A root for times only vouches for times.
  expect(judgeTimestamp(token, stamped, { roots: [], timestampRoots: [root] }).holds).toBe(true);
});

test("an answer with another nonce, imprint or policy, or a no, is refused and says which", async () => {
  const nonceLie = await asked({ lies: "nonce" });
  expect(codeOf(() => tokenOfResponse(nonceLie.response, nonceLie.request))).toEqual([
    "timestamp-mismatch",
    { what: "nonce" },
  ]);
  const imprintLie = await asked({ lies: "imprint" });
  expect(codeOf(() => tokenOfResponse(imprintLie.response, imprintLie.request))).toEqual([
    "timestamp-mismatch",
    { what: "imprint" },
  ]);
  const no = await asked({ lies: "declines" });
  expect(codeOf(() => tokenOfResponse(no.response, no.request))).toEqual(["timestamp-declined", { status: 2 }]);
  const { response, request } = await asked();
  expect(codeOf(() => tokenOfResponse(response, { ...request, policy: "1.2.3" }))).toEqual([
    "timestamp-mismatch",
    { what: "policy" },
  ]);
});

test("a certificate for documents makes no time stamps", async () => {
  const { root, request, response } = await asked({ role: "signer" });
  const token = tokenOfResponse(response, request);
  expect(judgeTimestamp(token, stamped, { roots: [root] }).reasons).toEqual(["timestamp-untrusted"]);
});

test("no changed byte of a token goes unnoticed, and nothing throws", async () => {
  const { root, request, response } = await asked();
  const token = tokenOfResponse(response, request);
  const unnoticed: number[] = [];
  // Every third byte; STEP = 1 tries them all.
  const STEP = 3;
  for (let at = 0; at < token.length; at += STEP) {
    const changed = token.slice();
    changed[at] = (changed[at] ?? 0) ^ (at % 2 === 0 ? 0x01 : 0x40);
    if (judgeTimestamp(changed, stamped, { roots: [root] }).holds) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

const hasOpenssl = spawnSync("openssl", ["version"]).error === undefined;
if (!hasOpenssl) console.info("openssl is not installed: time stamps were not compared with it");

test.runIf(hasOpenssl)("openssl accepts the answer of our authority, and we its answer", async () => {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => spawnSync("openssl", args, { encoding: "utf8" });
  const { root, request, response } = await asked();
  writeFileSync(at("root.pem"), pemOfCertificate(root));
  writeFileSync(at("stamped"), stamped);
  writeFileSync(at("answer.tsr"), response);
  const verified = openssl("ts", "-verify", "-data", at("stamped"), "-in", at("answer.tsr"), "-CAfile", at("root.pem"));
  expect(verified.stdout + verified.stderr).toContain("Verification: OK");

  writeFileSync(at("question.tsq"), timestampRequest(request));
  const printed = openssl("ts", "-query", "-in", at("question.tsq"), "-text").stdout;
  expect(printed).toContain("Nonce: 0x9A010203040506");
  expect(printed).toContain("Certificate required: yes");
  const config = `[tsa]\ndefault_tsa = t\n[t]\nserial = ${at("serial")}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\n`;
  writeFileSync(at("tsa.cnf"), `${config}digests = sha256\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n`);
  writeFileSync(
    at("ext.cnf"),
    "[ext]\nextendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n[req]\ndistinguished_name = dn\n[dn]\n",
  );
  const self = [
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=Other Time",
    "-days",
    "30",
    "-config",
    at("ext.cnf"),
  ];
  openssl("req", ...self, "-extensions", "ext", "-keyout", at("tsa.key"), "-out", at("tsa.pem"));
  const reply = ["ts", "-reply", "-config", at("tsa.cnf"), "-queryfile", at("question.tsq"), "-signer", at("tsa.pem")];
  const made = spawnSync("openssl", [...reply, "-inkey", at("tsa.key")]);
  expect(made.status, made.stderr.toString()).toBe(0);
  const token = tokenOfResponse(new Uint8Array(made.stdout), request);
  const other = spawnSync("openssl", ["x509", "-in", at("tsa.pem"), "-outform", "DER"]).stdout;
  const verdict = judgeTimestamp(token, stamped, { roots: [new Uint8Array(other)] });
  expect(verdict).toMatchObject({ holds: true, reasons: [], authority: "Other Time" });
});
