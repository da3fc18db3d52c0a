import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type KeyStoreOptions, openKeyStore } from "./key-store.ts";

const institution = { id: "ins-abcd", name: { zh: "糖业质检中心", en: "Sugar Quality Centre" } };
const message = new TextEncoder().encode("what is signed");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(options: Partial<KeyStoreOptions> = {}) {
  const now = () => new Date("2026-11-25T08:00:00Z");
  return openKeyStore({ folder: join(folder, "keys"), passphrase: null, demonstration: true, now, ...options });
}

test("an institution signs by SM2 besides once the file of the key folder names it, also while the platform runs", async () => {
  const home = mkdtempSync(join(tmpdir(), "sm2-file-"));
  const keys = openKeyStore({ folder: home, passphrase: null, demonstration: true, now: () => new Date() });
  const asked = () => Promise.all(["ins-sugar", "ins-caiq"].map((id) => keys.signsWithSm2(id)));
  expect(await asked()).toEqual([false, false]);
  writeFileSync(join(home, "sm2.txt"), "# domestic rules\r\nins-sugar # since 2026\r\n");
  expect(await asked()).toEqual([true, false]);
  writeFileSync(join(home, "sm2.txt"), "*\n");
  expect(await asked()).toEqual([true, true]);
  rmSync(home, { recursive: true });
});

test("keys outlive a restart: the same certificate, the same signatures", async () => {
  const [first, again] = [open(), open()];
  const [signer, signerAgain] = [await first.signerOf(institution), await again.signerOf(institution)];
  expect(signerAgain.certificate).toEqual(signer.certificate);
  expect(await signerAgain.sign(message)).toEqual(await signer.sign(message));
  const [log, logAgain] = [await first.logSigner(), await again.logSigner()];
  expect(await logAgain.sign(message)).toEqual(await log.sign(message));
  expect(ed25519.verify(await log.sign(message), message, log.publicKey)).toBe(true);
  expect(await again.certificates()).toEqual(await first.certificates());
});

test("every institution has keys of its own", async () => {
  const keys = open();
  const other = { ...institution, id: "ins-efgh" };
  expect((await keys.signerOf(other)).certificate).not.toEqual((await keys.signerOf(institution)).certificate);
  const [a, b] = [await keys.credentialSignerOf(institution.id), await keys.credentialSignerOf(other.id)];
  expect(a.publicKey).not.toEqual(b.publicKey);
});

test("two that start at once agree on one key", async () => {
  const stores = Array.from({ length: 5 }, () => open());
  const signers = await Promise.all(stores.map((store) => store.signerOf(institution)));
  expect(new Set(signers.map(({ certificate }) => Buffer.from(certificate).toString("hex"))).size).toBe(1);
});

test("nothing secret lies in the folder in the clear, and only this user can read it", async () => {
  const keys = open();
  await keys.signerOf(institution);
  await keys.logSigner();
  const files = readdirSync(join(folder, "keys"));
  expect(files.filter((file) => file.endsWith(".new"))).toEqual([]);
  expect(files).toContain("log.ed25519.key");
  for (const file of files) expect(statSync(join(folder, "keys", file)).mode & 0o077).toBe(0);
  expect(statSync(join(folder, "keys")).mode & 0o077).toBe(0);
  // A wrapped key is longer than the 32 bytes it hides by vector and tag.
  expect(readFileSync(join(folder, "keys", "log.ed25519.key")).length).toBe(32 + 12 + 16);
});

test("a folder made with one passphrase does not open with another, and says what to do", async () => {
  const passphrase = "correct horse battery staple";
  const log = await open({ passphrase }).logSigner();
  expect((await open({ passphrase }).logSigner()).publicKey).toEqual(log.publicKey);
  expect(() => open({ passphrase: "another passphrase entirely" })).toThrow(/QUANHENG_KEY/);
  expect(() => open()).toThrow(/QUANHENG_KEY/);
  expect(() => open({ passphrase: "short" })).toThrow(/16 characters/);
});

test("a key file put in the place of another is not used", async () => {
  const keys = open();
  await keys.credentialSignerOf("ins-a");
  await keys.credentialSignerOf("ins-b");
  const path = (id: string) => join(folder, "keys", `credential-${id}.ed25519.key`);
  writeFileSync(path("ins-a"), readFileSync(path("ins-b")));
  await expect(open().credentialSignerOf("ins-a")).rejects.toThrow();
});

test("certificates name the institution, are valid from the start of the day, and are marked for demonstration", async () => {
  const keys = open();
  const { certificate } = await keys.signerOf({ ...institution, name: { zh: "中".repeat(100), en: "N".repeat(100) } });
  const read = readCertificate(certificate);
  expect(read).toMatchObject({ subjectName: "N".repeat(64), organization: "中".repeat(64), isAuthority: false });
  expect(read.notBefore).toBe("2026-11-25T00:00:00Z");
  expect(read.notAfter).toBe("2031-11-25T23:59:59Z");
  const [root] = certificatesOfPem((await keys.certificates())[0] ?? "");
  expect(root && readCertificate(root)).toMatchObject({ isAuthority: true, notAfter: "2046-11-25T23:59:59Z" });
});

test("an expired certificate signs nothing, and says how to get a new one", async () => {
  let now = new Date("2026-11-25T08:00:00Z");
  const signer = await open({ now: () => now }).signerOf(institution);
  await expect(signer.sign(message)).resolves.toBeDefined();
  now = new Date("2031-11-26T00:00:00Z");
  await expect(signer.sign(message)).rejects.toThrow(/expired/);
});

const hasOpenssl = spawnSync("openssl", ["version"]).error === undefined;
if (!hasOpenssl) console.info("openssl is not installed: certificates were not checked by it");

test.runIf(hasOpenssl)("openssl follows an institution's certificate to the authority", async () => {
  const keys = open();
  await keys.signerOf(institution);
  const at = (file: string) => join(folder, "keys", file);
  const args = ["verify", "-x509_strict", "-CAfile", at("authority.pem"), at("document-ins-abcd.pem")];
  expect(execFileSync("openssl", args, { encoding: "utf8" })).toContain("OK");
});
