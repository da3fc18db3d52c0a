import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachedFiles } from "../pdf/attachments.ts";
import { openPdf } from "../pdf/document.ts";
import { tinyPdf } from "../pdf/testing/tiny-pdf.ts";
import { appendUpdate } from "../pdf/update.ts";
import { dict, withEntries } from "../pdf/value.ts";
import { sequence } from "./der-write.ts";
import { signPdf } from "./pades-sign.ts";
import { verifyPades } from "./pades-verify.ts";
import { pemOfCertificate } from "./pem.ts";
import { demoSigner } from "./testing/demo-signer.ts";
import { demoStamper, stampBy } from "./testing/demo-stamper.ts";
import { requestFor, timestampRequest } from "./timestamp-request.ts";

const attachment = { name: "snapshot.json", mediaType: "application/json", content: '{"a":1}' };
const place = { page: 1, xPt: 20, yPt: 200, widthPt: 120, heightPt: 40 };
const request = {
  signedAt: "2026-11-25T08:00:00Z",
  signedBy: "韦明 Wei Ming",
  reason: "Issue",
  location: "Nanning",
  place,
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pades-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A tool of the machine; a missing one is said aloud, and the tests that need it do not run. */
function has(tool: string): boolean {
  const found = spawnSync(tool, ["--version"]).error === undefined;
  if (!found) console.info(`${tool} is not installed: the checks that need it did not run`);
  return found;
}

async function signed(options: Parameters<typeof demoSigner>[0] = {}) {
  const { root, signer } = await demoSigner(options);
  return { root, file: await signPdf(tinyPdf({ attachment }), { ...request, signer }) };
}

for (const algorithm of ["ecdsa-p256-sha256", "ed25519"] as const) {
  test(`a signature with ${algorithm} is whole, covers the file and is trusted`, async () => {
    const { root, file } = await signed({ algorithm });
    const verdict = verifyPades(file, { roots: [root] });
    expect(verdict).toMatchObject({ found: true, intact: true, coversWholeFile: true, trusted: true, reasons: [] });
    expect(verdict.signer?.subject).toBe("Test Centre");
    expect(verdict.signedAt).toBe(request.signedAt);
  });
}

test("signing the same file twice gives the same bytes, and the pages stay as they were", async () => {
  const [first, second] = [await signed(), await signed()];
  expect(Buffer.from(first.file).equals(second.file)).toBe(true);
  const original = tinyPdf({ attachment });
  expect(Buffer.from(first.file.subarray(0, original.length)).equals(original)).toBe(true);
  expect(attachedFiles(first.file)[0]).toMatchObject({ name: "snapshot.json", mediaType: "application/json" });
});

test("a changed byte is noticed wherever it is, also inside the signature value", async () => {
  const { root, file } = await signed();
  const text = Buffer.from(file).toString("latin1");
  const contents = text.indexOf("/Contents <") + 11;
  const zeros = text.indexOf("0".repeat(400), contents);
  const unnoticed: number[] = [];
  // All bytes take 20 s; every nineteenth takes one. STEP = 1 tries them all.
  const STEP = 19;
  for (let at = 0; at < file.length; at += STEP) {
    // Of the thousands of padding zeros, the first hundred speak for all.
    if (at > zeros + 100 && at < contents + 16_384) continue;
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ (at % 2 === 0 ? 0x01 : 0x20);
    const verdict = verifyPades(changed, { roots: [root] });
    if (verdict.intact && verdict.coversWholeFile && verdict.trusted) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

test("a changed page says changed, not unknown", async () => {
  const { root, file } = await signed();
  const at = Buffer.from(file).indexOf("50 50 100");
  file[at] = 0x36;
  const verdict = verifyPades(file, { roots: [root] });
  expect(verdict).toMatchObject({ found: true, intact: false, trusted: true });
  expect(verdict.reasons).toContain("digest-mismatch");
});

test("a file too damaged to read is still known to have been signed", async () => {
  const { root, file } = await signed();
  const at = Buffer.from(file).lastIndexOf("startxref") + 10;
  file[at] = 0x39;
  expect(verifyPades(file, { roots: [root] })).toMatchObject({ found: true, intact: false });
});

test("something added afterwards is told apart from something changed", async () => {
  const { root, file } = await signed();
  const longer = new Uint8Array([...file, ...Buffer.from("% more\n")]);
  const verdict = verifyPades(longer, { roots: [root] });
  expect(verdict).toMatchObject({ found: true, intact: true, coversWholeFile: false });
  expect(verdict.reasons).toEqual(["changed-after-signing"]);
});

test("an update that takes the signature out of the form, or changes a page, is a change and not a fresh file", async () => {
  const { root, file } = await signed();
  const pdf = openPdf(file);
  const withoutForm = appendUpdate(pdf, [{ id: 1, value: withEntries(pdf.catalog, { AcroForm: dict({}) }) }]).bytes;
  const verdict = verifyPades(withoutForm, { roots: [root] });
  expect(verdict).toMatchObject({ found: true, intact: false, coversWholeFile: false });
  const page = { id: 4, value: { kind: "stream", dict: dict({ Length: 0 }), raw: new Uint8Array() } } as const;
  expect(verifyPades(appendUpdate(pdf, [page]).bytes, { roots: [root] })).toMatchObject({
    intact: true,
    coversWholeFile: false,
  });
});

test("a second signature by someone else over a changed file does not make it good", async () => {
  const { root, file } = await signed();
  const pdf = openPdf(file);
  const stripped = appendUpdate(pdf, [{ id: 1, value: withEntries(pdf.catalog, { AcroForm: dict({}) }) }]).bytes;
  const forger = await demoSigner({ rootSeed: 5 });
  const forged = await signPdf(stripped, { ...request, signer: forger.signer });
  expect(verifyPades(forged, { roots: [root] })).toMatchObject({ found: true, coversWholeFile: true, trusted: false });
});

test("an unknown signer is told apart: the bytes are whole, nobody vouches", async () => {
  const { file } = await signed();
  const other = await demoSigner({ rootSeed: 5 });
  const verdict = verifyPades(file, { roots: [other.root] });
  expect(verdict).toMatchObject({ found: true, intact: true, coversWholeFile: true, trusted: false });
  expect(verdict.reasons).toEqual(["signer-unknown"]);
});

test("a certificate that had expired when it signed is not trusted", async () => {
  const { root, file } = await signed({ notAfter: "2026-11-24T00:00:00Z" });
  expect(verifyPades(file, { roots: [root] }).reasons).toEqual(["certificate-not-valid-then"]);
});

test("an authority's certificate does not sign documents", async () => {
  const { root, file } = await signed({ role: "authority" });
  expect(verifyPades(file, { roots: [root] }).reasons).toContain("certificate-not-for-signing");
});

test("a file without signature, an empty file and noise are not signed, and nothing throws", () => {
  for (const bytes of [tinyPdf(), new Uint8Array(), new TextEncoder().encode("%PDF-1.7\nstartxref\n9\n%%EOF")]) {
    expect(verifyPades(bytes, { roots: [] })).toMatchObject({ found: false, intact: false, trusted: false });
  }
});

test("a time stamp travels with the signature, and the signature still holds", async () => {
  const { root, signer } = await demoSigner();
  const stamper = await demoStamper({ time: "2026-11-25T08:00:02Z" });
  const tokens: Uint8Array[] = [];
  const timestamp = async (signature: Uint8Array) => {
    const question = timestampRequest(requestFor(signature, Uint8Array.of(1)));
    tokens.push(await stampBy(stamper, question));
    return tokens[0] ?? new Uint8Array();
  };
  const file = await signPdf(tinyPdf(), { ...request, signer, timestamp });
  const verdict = verifyPades(file, { roots: [root], timestampRoots: [stamper.root] });
  expect(verdict).toMatchObject({ intact: true, trusted: true, reasons: [], level: "B-T" });
  expect(verdict.stampedAt).toBe("2026-11-25T08:00:02Z");
  expect(tokens.length).toBe(1);
  expect(Buffer.from(file).toString("latin1")).toContain(Buffer.from(tokens[0] ?? []).toString("hex"));
  // Nobody vouches for the time: the signature stands by its claimed time, and says so.
  const doubted = verifyPades(file, { roots: [root] });
  expect(doubted).toMatchObject({ intact: true, trusted: true, level: "B-B", stampedAt: null });
  expect(doubted.reasons).toEqual(["timestamp-untrusted"]);
});

test("a signature longer than the room set aside is refused", async () => {
  const { signer } = await demoSigner();
  const timestamp = async () => sequence(new Uint8Array(9000));
  const signing = signPdf(tinyPdf(), { ...request, signer, timestamp });
  await expect(signing).rejects.toMatchObject({ code: "signature-too-long" });
});

test("a signed file is not signed a second time", async () => {
  const { file } = await signed();
  const { signer } = await demoSigner();
  await expect(signPdf(file, { ...request, signer })).rejects.toMatchObject({ code: "pdf-already-signed" });
});

test.runIf(has("qpdf"))("qpdf finds no fault in the signed file, tagged or not, with table or stream", async () => {
  const { signer } = await demoSigner();
  const plain = join(folder, "plain.pdf");
  writeFileSync(plain, tinyPdf({ attachment }));
  const packed = join(folder, "packed.pdf");
  execFileSync("qpdf", ["--object-streams=generate", plain, packed]);
  const sources = [tinyPdf(), tinyPdf({ tagged: false }), execFileSync("cat", [packed])];
  for (const [i, source] of sources.entries()) {
    const path = join(folder, `signed-${i}.pdf`);
    writeFileSync(path, await signPdf(source, { ...request, signer }));
    const check = spawnSync("qpdf", ["--check", path], { encoding: "utf8" });
    expect(check.stderr + check.stdout).not.toContain("WARNING");
    expect(check.status).toBe(0);
  }
});

test.runIf(has("openssl"))("openssl follows the certificate to its root", async () => {
  const { root, signer } = await demoSigner();
  const [rootPath, leafPath] = [join(folder, "root.pem"), join(folder, "leaf.pem")];
  writeFileSync(rootPath, pemOfCertificate(root));
  writeFileSync(leafPath, pemOfCertificate(signer.certificate));
  const answer = execFileSync("openssl", ["verify", "-x509_strict", "-CAfile", rootPath, leafPath], {
    encoding: "utf8",
  });
  expect(answer).toContain("OK");
});

test.runIf(has("openssl"))("openssl accepts the signature as CAdES", async () => {
  const { root, file } = await signed();
  const text = Buffer.from(file).toString("latin1");
  const [, before = 0, after = 0] = (/\/ByteRange \[(\d+) (\d+) (\d+)/.exec(text) ?? []).slice(1).map(Number);
  const digits = text.slice(before + 1, after - 1);
  const der = Buffer.from(digits, "hex");
  const length = 4 + der.readUInt16BE(2);
  writeFileSync(join(folder, "sig.der"), der.subarray(0, length));
  writeFileSync(join(folder, "content"), Buffer.concat([file.subarray(0, before), file.subarray(after)]));
  writeFileSync(join(folder, "ca.pem"), pemOfCertificate(root));
  const at = ["-inform", "DER", "-in", join(folder, "sig.der"), "-content", join(folder, "content")];
  const check = spawnSync(
    "openssl",
    [
      "cms",
      "-verify",
      "-cades",
      "-binary",
      ...at,
      "-CAfile",
      join(folder, "ca.pem"),
      "-purpose",
      "any",
      "-out",
      "/dev/null",
    ],
    { encoding: "utf8" },
  );
  expect(check.stderr).toMatch(/success/i);
});

test.runIf(has("pdfsig"))("pdfsig agrees that the signature is valid, and that a changed file is not", async () => {
  const { file } = await signed();
  const path = join(folder, "pdfsig.pdf");
  writeFileSync(path, file);
  const answer = spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout;
  expect(answer).toContain("Signature is Valid");
  expect(answer).toContain("Total document signed");
  expect(answer).toContain("ETSI.CAdES.detached");
  file[Buffer.from(file).indexOf("50 50 100")] = 0x36;
  writeFileSync(path, file);
  expect(spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout).toContain("Digest Mismatch");
});
