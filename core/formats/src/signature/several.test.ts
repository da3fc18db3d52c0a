import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPdf } from "../pdf/document.ts";
import { tinyPdf } from "../pdf/testing/tiny-pdf.ts";
import { appendUpdate, nextId, type UpdatedObject } from "../pdf/update.ts";
import { array, as, dict, name, type PdfDict, ref, text, withEntries } from "../pdf/value.ts";
import { readCertificate } from "./certificate.ts";
import { addValidationData } from "./dss.ts";
import { ocspRequest } from "./ocsp.ts";
import { addSignature, signPdf } from "./pades-sign.ts";
import { verifyPades } from "./pades-verify.ts";
import { pemOfCertificate } from "./pem.ts";
import { demoResponder } from "./testing/demo-responder.ts";
import { demoSigner } from "./testing/demo-signer.ts";
import { demoStamper, stampBy } from "./testing/demo-stamper.ts";
import { requestFor, timestampRequest } from "./timestamp-request.ts";

const claimed = { signedAt: "2026-11-25T08:00:00Z", reason: "Issue", location: "Nanning" };
const stampedAt = "2026-11-25T08:00:05Z";

let folder = "";
let root = new Uint8Array();
let timeRoot = new Uint8Array();
let once = new Uint8Array();
let thrice = new Uint8Array();
let long = new Uint8Array();
const trust = () => ({ roots: [root], timestampRoots: [timeRoot] });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "several-"));
  const stamper = await demoStamper({ time: stampedAt });
  const timestamp = (signature: Uint8Array) =>
    stampBy(stamper, timestampRequest(requestFor(signature, Uint8Array.of(7))));
  const [reviewer, signatory, seal] = await Promise.all([
    demoSigner({ seed: 2, commonName: "Reviewer" }),
    demoSigner({ seed: 3, commonName: "Signatory" }),
    demoSigner({ seed: 4, commonName: "Institution" }),
  ]);
  [root, timeRoot] = [seal.root, stamper.root].map((der) => Uint8Array.from(der)) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  const sign = (file: Uint8Array, signer: typeof seal.signer, signedBy: string) =>
    addSignature(file, { ...claimed, signer, signedBy, timestamp });
  once = Uint8Array.from(await sign(tinyPdf(), reviewer.signer, "Reviewer"));
  thrice = Uint8Array.from(await sign(await sign(once, signatory.signer, "Signatory"), seal.signer, "Institution"));
  const responder = await demoResponder({ root, now: "2026-11-25T08:01:00Z" });
  const timeResponder = await demoStamper({ time: stampedAt });
  const ask = (der: Uint8Array) => responder.respond(ocspRequest(readCertificate(der), readCertificate(root)));
  const ocsps = await Promise.all([reviewer, signatory].map(({ signer }) => ask(signer.certificate)));
  const crls = [await responder.crl([]), await timeResponder.crl([], "2026-11-25T08:01:00Z")];
  long = Uint8Array.from(addValidationData(thrice, { certificates: [root, timeRoot], ocsps, crls }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const good = (file: Uint8Array) => {
  const { intact, coversWholeFile, trusted } = verifyPades(file, trust());
  return intact && coversWholeFile && trusted;
};

test("reviewer, signatory and institution are each named, with the time that was stamped", () => {
  const verdict = verifyPades(thrice, trust());
  expect(verdict).toMatchObject({ intact: true, coversWholeFile: true, trusted: true, reasons: [], level: "B-T" });
  expect(verdict.signatures.map(({ signedBy, signer }) => [signedBy, signer?.subject])).toEqual([
    ["Reviewer", "Reviewer"],
    ["Signatory", "Signatory"],
    ["Institution", "Institution"],
  ]);
  expect(verdict).toMatchObject({ signer: { subject: "Institution" }, stampedAt, signedAt: claimed.signedAt });
});

test("with certificates and revocation data inside, the signatures are B-LT", () => {
  const verdict = verifyPades(long, trust());
  expect(verdict).toMatchObject({ intact: true, coversWholeFile: true, trusted: true, reasons: [], level: "B-LT" });
  expect(verdict.signatures.map(({ level }) => level)).toEqual(["B-LT", "B-LT", "B-LT"]);
});

test("one signer whom nobody vouches for, and the whole is not trusted", async () => {
  const other = await demoSigner({ rootSeed: 5, commonName: "Stranger" });
  const file = await addSignature(thrice, { ...claimed, signer: other.signer, signedBy: "Stranger" });
  const verdict = verifyPades(file, trust());
  expect(verdict).toMatchObject({ intact: true, coversWholeFile: true, trusted: false });
  expect(verdict.signatures.map(({ trusted }) => trusted)).toEqual([true, true, true, false]);
});

/** Incremental updates as attackers make them, before and without a further signature. */
const attacks: Record<string, (file: Uint8Array) => readonly UpdatedObject[]> = {
  "another page content": () => [
    { id: 4, value: { kind: "stream", dict: dict({ Length: 0 }), raw: new Uint8Array() } },
  ],
  "another page": (file) => [{ id: 3, value: withEntries(page(file), { MediaBox: array(0, 0, 10, 10) }) }],
  "an annotation that draws": (file) => {
    const id = nextId(openPdf(file));
    const raw = new TextEncoder().encode("1 1 1 rg 0 0 500 500 re f");
    const looks = dict({
      Type: name("XObject"),
      Subtype: name("Form"),
      BBox: array(0, 0, 500, 500),
      Length: raw.length,
    });
    const stamp = dict({
      Type: name("Annot"),
      Subtype: name("Stamp"),
      Rect: array(0, 0, 500, 500),
      AP: dict({ N: ref(id + 1) }),
    });
    const annots = as("array", openPdf(file).entry(page(file), "Annots"))?.items ?? [];
    return [
      { id, value: stamp },
      { id: id + 1, value: { kind: "stream", dict: looks, raw } },
      { id: 3, value: withEntries(page(file), { Annots: array(...annots, ref(id)) }) },
    ];
  },
  "an action on opening": (file) => [
    {
      id: 1,
      value: withEntries(openPdf(file).catalog, { OpenAction: dict({ S: name("JavaScript"), JS: text("x") }) }),
    },
  ],
  "other embedded files": (file) => [{ id: 1, value: withEntries(openPdf(file).catalog, { Names: dict({}) }) }],
  "a form without signatures": (file) => [{ id: 1, value: withEntries(openPdf(file).catalog, { AcroForm: dict({}) }) }],
  "an object of no use": (file) => [{ id: nextId(openPdf(file)), value: text("hidden") }],
};

const page = (file: Uint8Array) => as("dict", openPdf(file).object(3)) as PdfDict;

for (const [what, attack] of Object.entries(attacks)) {
  test(`${what} after the last signature is a change, also under a further signature of somebody trusted`, async () => {
    for (const file of [thrice, long]) expect(good(appendUpdate(openPdf(file), attack(file)).bytes)).toBe(false);
    if (what === "a form without signatures" || what === "an object of no use") return;
    const { signer } = await demoSigner({ seed: 4, commonName: "Institution" });
    const changed = appendUpdate(openPdf(once), attack(once)).bytes;
    const verdict = verifyPades(await addSignature(changed, { ...claimed, signer, signedBy: "Institution" }), trust());
    expect(verdict.coversWholeFile).toBe(false);
    expect(verdict.reasons).toContain("changed-after-signing");
  });
}

test("a file that waited for content to come is not made whole by a further signature", async () => {
  const pdf = openPdf(tinyPdf());
  const waiting = nextId(pdf) + 40;
  const catalog = withEntries(pdf.catalog, { Shadow: ref(waiting) });
  const { signer } = await demoSigner();
  const shadowed = appendUpdate(pdf, [{ id: 1, value: catalog }]).bytes;
  const first = await signPdf(shadowed, { ...claimed, signer, signedBy: "Reviewer" });
  expect(good(first)).toBe(true);
  const revealed = appendUpdate(openPdf(first), [{ id: waiting, value: text("now it comes") }]).bytes;
  expect(good(await addSignature(revealed, { ...claimed, signer, signedBy: "Institution" }))).toBe(false);
});

test("leading and trailing bytes make it another file", () => {
  for (const file of [once, thrice, long]) {
    expect(good(file)).toBe(true);
    expect(good(Uint8Array.from([0x0a, ...file]))).toBe(false);
    expect(good(Uint8Array.from([...Buffer.from("GIF89a"), ...file]))).toBe(false);
    expect(good(Uint8Array.from([...file, 0x0a]))).toBe(false);
    expect(good(Uint8Array.from([...file, ...Buffer.from("PK\u0003\u0004")]))).toBe(false);
    expect(good(file.subarray(0, -1))).toBe(false);
  }
});

test("cut back to the first signature, it is what the reviewer signed, and no more", () => {
  const end = once.length;
  const verdict = verifyPades(thrice.subarray(0, end), trust());
  expect(verdict.signatures.map(({ signedBy }) => signedBy)).toEqual(["Reviewer"]);
});

test("no changed byte of a file with three signatures and validation data is unnoticed", () => {
  const text = Buffer.from(long).toString("latin1");
  const holes = [...text.matchAll(/0{300,}/g)].map(({ index, 0: zeros }) => [index + 8, index + zeros.length - 8]);
  const unnoticed: number[] = [];
  // All bytes take an hour. What no signature covers, at the end, is tried more closely; steps of 1 try them all.
  const [STEP, CLOSER] = [4999, 397];
  for (let at = 0; at < long.length; at += at < thrice.length ? STEP : CLOSER) {
    // Of the thousands of padding zeros, the first and last speak for all.
    if (holes.some(([from = 0, to = 0]) => at > from && at < to)) continue;
    const changed = long.slice();
    changed[at] = (changed[at] ?? 0) ^ (at % 2 === 0 ? 0x01 : 0x20);
    if (good(changed)) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

test("a revocation before the stamp takes the trust, one after it does not; without a stamp any does", async () => {
  const { signer } = await demoSigner({ seed: 4, commonName: "Institution" });
  const { serial } = readCertificate(signer.certificate);
  const responder = await demoResponder({ root, now: "2026-11-25T08:01:00Z" });
  const known = async (at: string) => ({
    ...trust(),
    revocation: { ocsps: [], crls: [await responder.crl([{ serial, at }])] },
  });
  const [before, after] = [await known("2026-11-25T08:00:04Z"), await known("2026-11-25T08:00:06Z")];
  expect(verifyPades(thrice, before)).toMatchObject({ intact: true, trusted: false, reasons: ["certificate-revoked"] });
  expect(verifyPades(thrice, after)).toMatchObject({ intact: true, trusted: true, reasons: [] });
  const unstamped = await signPdf(tinyPdf(), { ...claimed, signer, signedBy: "Institution" });
  expect(verifyPades(unstamped, after)).toMatchObject({ trusted: false, reasons: ["certificate-revoked"] });
});

test("a responder says revoked, and nobody believes an impostor", async () => {
  const { signer } = await demoSigner();
  const request = ocspRequest(readCertificate(signer.certificate), readCertificate(root));
  const file = await signPdf(tinyPdf(), { ...claimed, signer, signedBy: "Reviewer" });
  const said = async (impostor: boolean) => {
    const revokedAt = "2026-11-24T00:00:00Z";
    const responder = await demoResponder({ root, now: "2026-11-25T08:01:00Z", revokedAt, impostor });
    return verifyPades(file, { ...trust(), revocation: { ocsps: [await responder.respond(request)], crls: [] } });
  };
  expect((await said(false)).reasons).toEqual(["certificate-revoked"]);
  expect((await said(true)).reasons).toEqual([]);
});

const has = (tool: string) => {
  const found = spawnSync(tool, ["--version"]).error === undefined;
  if (!found) console.info(`${tool} is not installed: the checks that need it did not run`);
  return found;
};
const at = (file: string) => join(folder, file);
const run = (tool: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: "utf8" });
  return { text: stdout + stderr, status };
};

test.runIf(has("qpdf"))("qpdf finds no fault in it", () => {
  writeFileSync(at("long.pdf"), long);
  const { text, status } = run("qpdf", "--check", at("long.pdf"));
  expect(text).not.toContain("WARNING");
  expect(status).toBe(0);
});

test.runIf(has("pdfsig"))("pdfsig finds each signature valid, in a file that grew", () => {
  writeFileSync(at("long.pdf"), long);
  const { text } = run("pdfsig", "-nocert", at("long.pdf"));
  expect(text.match(/Signature is Valid/g)?.length).toBe(3);
});

test.runIf(has("openssl"))("openssl believes our responder and our list", async () => {
  const { signer } = await demoSigner();
  const responder = await demoResponder({ root, now: "2026-11-25T08:01:00Z" });
  const issuer = readCertificate(root);
  const request = ocspRequest(readCertificate(signer.certificate), issuer);
  writeFileSync(at("root.pem"), pemOfCertificate(root));
  writeFileSync(at("leaf.pem"), pemOfCertificate(signer.certificate));
  writeFileSync(at("answer.der"), await responder.respond(request));
  const pems = ["-issuer", at("root.pem"), "-cert", at("leaf.pem"), "-CAfile", at("root.pem")];
  const ocsp = run(
    "openssl",
    "ocsp",
    ...pems,
    "-respin",
    at("answer.der"),
    "-no_nonce",
    "-validity_period",
    "999999999",
  );
  expect(ocsp.text).toContain("Response verify OK");
  expect(ocsp.text).toContain("leaf.pem: good");
  const { serial } = readCertificate(signer.certificate);
  writeFileSync(at("list.der"), await responder.crl([{ serial, at: "2026-11-25T00:00:00Z" }]));
  const crl = run(
    "openssl",
    "crl",
    "-inform",
    "DER",
    "-in",
    at("list.der"),
    "-CAfile",
    at("root.pem"),
    "-noout",
    "-text",
  );
  expect(crl.text).toContain("verify OK");
  expect(crl.text.toLowerCase()).toContain(serial);
});
