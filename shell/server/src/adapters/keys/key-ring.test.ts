import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { didDocument, ed25519Jwk, keyUrl } from "@quanheng/formats/credential/did.ts";
import { judgeJwt, signCredential } from "@quanheng/formats/credential/jws.ts";
import { tinyPdf } from "@quanheng/formats/pdf/testing/tiny-pdf.ts";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import { signPdf } from "@quanheng/formats/signature/pades-sign.ts";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import { demoStamper, stampBy } from "@quanheng/formats/signature/testing/demo-stamper.ts";
import { requestFor, timestampRequest } from "@quanheng/formats/signature/timestamp-request.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openKeyRing } from "./key-ring.ts";
import { openKeyStore } from "./key-store.ts";

const institution = { id: "ins-abcd", name: { zh: "糖业质检中心", en: "Sugar Quality Centre" } };
const DID = "did:web:qi.example:institutions:ins-abcd";
const claimed = { signedBy: "Centre", reason: "Issue", location: "Nanning", signedAt: "2026-11-25T08:00:00Z" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ring-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () =>
  openKeyStore({ folder, passphrase: null, demonstration: true, now: () => new Date("2026-11-25T08:00:00Z") });

async function trust() {
  const keys = open();
  const list = await keys.revocationList();
  return {
    roots: (await keys.certificates()).flatMap(certificatesOfPem),
    revocation: { ocsps: [], crls: list ? [list] : [] },
  };
}

test("after a change the new key signs, and what the old one signed still verifies", async () => {
  const keys = open();
  const old = await keys.signerOf(institution);
  const file = await signPdf(tinyPdf(), { ...claimed, signer: old });
  openKeyRing(folder).rotate(`document-${institution.id}`, new Date("2026-11-25T09:00:00Z"), null);
  const next = await keys.signerOf(institution);
  expect(next.certificate).not.toEqual(old.certificate);
  expect((await open().signerOf(institution)).certificate).toEqual(next.certificate);
  expect(keys.changes()).toBe(`document-${institution.id}--2`);
  expect(verifyPades(file, await trust())).toMatchObject({ intact: true, trusted: true, reasons: [] });
  const { document } = await keys.formerKeysOf(institution);
  expect(document).toEqual([
    { key: readCertificate(old.certificate).publicKey, until: "2026-11-25T09:00:00Z", compromisedAt: null },
  ]);
  expect(await keys.revocationList()).toBe(null);
});

test("a key that others may have had: signatures stamped before that date stay good, others do not", async () => {
  const keys = open();
  const signer = await keys.signerOf(institution);
  const stamper = await demoStamper({ time: "2026-11-25T08:00:03Z" });
  const timestamp = (signature: Uint8Array) =>
    stampBy(stamper, timestampRequest(requestFor(signature, Uint8Array.of(1))));
  const stamped = await signPdf(tinyPdf(), { ...claimed, signer, timestamp });
  const unstamped = await signPdf(tinyPdf(), { ...claimed, signer });
  const since = new Date("2026-11-25T08:30:00Z");
  openKeyRing(folder).rotate(`document-${institution.id}`, new Date("2026-11-25T09:00:00Z"), since);
  const known = { ...(await trust()), timestampRoots: [stamper.root] };
  expect(verifyPades(stamped, known)).toMatchObject({ trusted: true, reasons: [] });
  expect(verifyPades(unstamped, known)).toMatchObject({ trusted: false, reasons: ["certificate-revoked"] });
  const next = await signPdf(tinyPdf(), { ...claimed, signer: await keys.signerOf(institution) });
  expect(verifyPades(next, known)).toMatchObject({ trusted: true, reasons: [] });
});

test("the DID document keeps a former key of credentials for what it said, and lets it say nothing new", async () => {
  const keys = open();
  const old = await keys.credentialSignerOf(institution.id);
  const kid = keyUrl(DID, ed25519Jwk(old.publicKey));
  const said = (validFrom: string) => signCredential({ issuer: { id: DID }, validFrom }, { kid, sign: old.sign });
  const [before, after] = [await said("2026-11-25T08:00:00Z"), await said("2026-11-25T09:00:01Z")];
  const ended = async (compromisedAt: Date | null) => {
    openKeyRing(folder).rotate(`credential-${institution.id}`, new Date("2026-11-25T09:00:00Z"), compromisedAt);
    const { publicKey } = await keys.credentialSignerOf(institution.id);
    const former = await keys.formerKeysOf(institution);
    const document = didDocument(DID, { credential: [publicKey], document: [], former });
    expect(document.assertionMethod).not.toContain(kid);
    expect(document.verificationMethod.map(({ id }) => id)).toContain(kid);
    return new Map([[DID, document]]);
  };
  const dids = await ended(null);
  expect(judgeJwt(before, dids).signature).toBe("ok");
  expect(judgeJwt(after, dids).signature).toBe("unknown");
});

test("two that change a key at once make one change", () => {
  const rings = [openKeyRing(folder), openKeyRing(folder)];
  const key = "credential-ins-abcd";
  const [first] = rings;
  first?.rotate(key, new Date("2026-11-25T09:00:00Z"), null);
  expect(rings.map((ring) => ring.current(key))).toEqual([`${key}--2`, `${key}--2`]);
  expect(first?.rotated()).toEqual([key]);
});

test("an institution signs with SM2 beside, under the same authority", async () => {
  const signer = await open().sm2SignerOf(institution);
  expect(signer.algorithm).toBe("sm2-sm3");
  const file = await signPdf(tinyPdf(), { ...claimed, signer });
  expect(verifyPades(file, await trust())).toMatchObject({ intact: true, trusted: true, reasons: [] });
  expect(readdirSync(folder)).toContain("sm2-ins-abcd.sm2-sm3.key");
  expect(readFileSync(join(folder, "sm2-ins-abcd.sm2-sm3.key")).length).toBe(32 + 12 + 16);
});
