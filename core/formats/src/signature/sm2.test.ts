import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tinyPdf } from "../pdf/testing/tiny-pdf.ts";
import { readCertificate } from "./certificate.ts";
import { readSignedData } from "./cms-read.ts";
import { readDer } from "./der.ts";
import { signPdf } from "./pades-sign.ts";
import { verifyPades } from "./pades-verify.ts";
import { certificatesOfPem, pemOfCertificate } from "./pem.ts";
import { signatureHolds } from "./public-key.ts";
import { sm2Holds, sm2SignatureDer, sm3 } from "./sm2.ts";
import { demoSigner } from "./testing/demo-signer.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sm2-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const request = { signedAt: "2026-11-25T08:00:00Z", signedBy: "Wei Ming", reason: "Issue", location: "Nanning" };
const IDENTITY = "distid:1234567812345678";
const hasSm2 = spawnSync("openssl", ["ecparam", "-list_curves"], { encoding: "utf8" }).stdout?.includes("SM2") ?? false;
if (!hasSm2) console.info("openssl with SM2 is not installed: SM2 was not compared with it");

test("SM3 has the digests that the standard prints", () => {
  // GB/T 32905-2016, A.1 and A.2: "abc", and "abcd" sixteen times.
  const digest = (text: string) => Buffer.from(sm3(new TextEncoder().encode(text))).toString("hex");
  expect(digest("abc")).toBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  expect(digest("abcd".repeat(16))).toBe("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
});

test("a PDF signed with SM2 under an SM2 authority is whole and trusted; a changed byte is told", async () => {
  const { root, signer } = await demoSigner({ algorithm: "sm2-sm3", rootAlgorithm: "sm2-sm3" });
  const file = await signPdf(tinyPdf(), { ...request, signer });
  expect(verifyPades(file, { roots: [root] })).toMatchObject({ intact: true, trusted: true, reasons: [] });
  const at = Buffer.from(file).indexOf("50 50 100");
  file[at] = 0x36;
  expect(verifyPades(file, { roots: [root] }).reasons).toContain("digest-mismatch");
});

test("numbers out of range, padded or repeated beyond the order are no signature", async () => {
  const { signer } = await demoSigner({ algorithm: "sm2-sm3" });
  const { publicKey } = readCertificate(signer.certificate);
  const key = publicKey.slice(-65);
  const message = new TextEncoder().encode("message");
  const good = await signer.sign(message);
  expect(sm2Holds(key, message, good)).toBe(true);
  expect(sm2Holds(key, new TextEncoder().encode("other"), good)).toBe(false);
  const [zero, big] = [new Uint8Array(64), new Uint8Array(64).fill(0xff)];
  for (const raw of [zero, big]) expect(sm2Holds(key, message, sm2SignatureDer(raw))).toBe(false);
  expect(sm2Holds(key, message, Uint8Array.from([...good, 0]))).toBe(false);
  expect(sm2Holds(key.slice(1), message, good)).toBe(false);
  // A point that is not on the curve.
  expect(sm2Holds(Uint8Array.from([4, ...new Uint8Array(64).fill(7)]), message, good)).toBe(false);
});

test("an SM2 key does not pass as P-256, nor its signature as ECDSA", async () => {
  const { signer } = await demoSigner({ algorithm: "sm2-sm3" });
  const { publicKey } = readCertificate(signer.certificate);
  const message = new Uint8Array([1]);
  const signature = await signer.sign(message);
  const ecdsa = { oid: "1.2.840.10045.4.3.2", plain: true, parameters: undefined };
  expect(signatureHolds(publicKey, ecdsa, message, signature)).toBe("unsupported");
  const international = readCertificate((await demoSigner()).signer.certificate).publicKey;
  const sm2 = { oid: "1.2.156.10197.1.501", plain: true, parameters: undefined };
  expect(signatureHolds(international, sm2, message, signature)).toBe("unsupported");
});

test.runIf(hasSm2)("openssl follows our SM2 certificate to its SM2 authority", async () => {
  const { root, signer } = await demoSigner({ algorithm: "sm2-sm3", rootAlgorithm: "sm2-sm3" });
  const [ca, leaf] = [join(folder, "ca.pem"), join(folder, "leaf.pem")];
  writeFileSync(ca, pemOfCertificate(root));
  writeFileSync(leaf, pemOfCertificate(signer.certificate));
  const args = ["verify", "-x509_strict", "-vfyopt", IDENTITY, "-CAfile", ca, leaf];
  expect(execFileSync("openssl", args, { encoding: "utf8" })).toContain("OK");
});

test.runIf(hasSm2)("openssl finds the signature inside our CMS good", async () => {
  const { signer } = await demoSigner({ algorithm: "sm2-sm3" });
  const file = await signPdf(tinyPdf(), { ...request, signer });
  const text = Buffer.from(file).toString("latin1");
  const [, digits = ""] = /\/Contents <([0-9a-f]+?)0{64,}>/.exec(text) ?? [];
  const padded = Buffer.from(`${digits}${"0".repeat(digits.length % 2)}${"00".repeat(64)}`, "hex");
  const cms = readSignedData(padded.subarray(0, 4 + padded.readUInt16BE(2)));
  const at = (name: string) => join(folder, name);
  writeFileSync(at("signed"), cms.attributes);
  writeFileSync(at("sig.der"), cms.signature);
  writeFileSync(at("cert.pem"), pemOfCertificate(signer.certificate));
  writeFileSync(at("key.pem"), execFileSync("openssl", ["x509", "-in", at("cert.pem"), "-noout", "-pubkey"]));
  const args = ["dgst", "-sm3", "-verify", at("key.pem"), "-sigopt", IDENTITY, "-signature", at("sig.der")];
  expect(execFileSync("openssl", [...args, at("signed")], { encoding: "utf8" })).toContain("Verified OK");
});

test.runIf(hasSm2)("what openssl signs with SM2, we find good: a message and a certificate", () => {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { stdio: ["ignore", "pipe", "ignore"] });
  openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", at("other.pem"));
  const subject = ["-subj", "/O=Test/CN=Other", "-days", "30"];
  openssl(
    "req",
    "-new",
    "-x509",
    "-key",
    at("other.pem"),
    "-sm3",
    "-sigopt",
    IDENTITY,
    ...subject,
    "-out",
    at("o.pem"),
  );
  const [der = new Uint8Array()] = certificatesOfPem(readFileSync(at("o.pem"), "utf8"));
  const { publicKey, algorithm, signed, signature } = readCertificate(der);
  expect(signatureHolds(publicKey, algorithm, signed, signature)).toBe(true);
  writeFileSync(at("message"), "权衡");
  openssl("dgst", "-sm3", "-sign", at("other.pem"), "-sigopt", IDENTITY, "-out", at("m.sig"), at("message"));
  const made = new Uint8Array(readFileSync(at("m.sig")));
  expect(readDer(made).whole.length).toBe(made.length);
  expect(sm2Holds(publicKey.slice(-65), new TextEncoder().encode("权衡"), made)).toBe(true);
});
