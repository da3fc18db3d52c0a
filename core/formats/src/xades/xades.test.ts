import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pemOfCertificate } from "../signature/pem.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { readXml } from "../xml/read.ts";
import { signXml } from "./sign.ts";
import { verifyXades } from "./verify.ts";

const AT = "2026-11-25T08:00:00Z";
const PLAIN = '<d:doc xmlns:d="urn:d"><d:value unit="K">12.5</d:value><d:text lang="zh">合格</d:text></d:doc>';
const { root, signer } = await demoSigner();
const trust = { roots: [root] };
const signed = await signXml(readXml(PLAIN), signer, AT);

function judge(text: string) {
  return verifyXades(readXml(text), trust, AT);
}

function isValid(text: string | Uint8Array): boolean {
  try {
    const verdicts = verifyXades(readXml(text), trust, AT);
    return verdicts.length > 0 && verdicts.every(({ intact, trusted }) => intact && trusted);
  } catch {
    return false;
  }
}

test("what we sign holds, and says who signed and when", () => {
  expect(judge(signed)).toMatchObject([
    { intact: true, trusted: true, reasons: [], form: "xades", signer: "Test Centre", signingTime: AT },
  ]);
});

test("a signer under another root is unknown", async () => {
  const other = await demoSigner({ rootSeed: 5 });
  const [verdict] = verifyXades(readXml(signed), { roots: [other.root] }, AT);
  expect(verdict).toMatchObject({ intact: true, trusted: false, reasons: ["signer-unknown"] });
});

test("every flipped bit of a signed document is found", () => {
  const bytes = new TextEncoder().encode(signed);
  const valid: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    if (isValid(flipped)) valid.push(`${at}: ${new TextDecoder().decode(flipped.subarray(at - 20, at + 20))}`);
  }
  expect(valid).toEqual([]);
}, 120_000);

test("a document moved under another element with its signature is no signed document", () => {
  const inner = signed.slice(signed.indexOf("<d:doc"));
  const wrapped = `<d:doc xmlns:d="urn:d"><d:value>99</d:value><d:box>${inner}</d:box></d:doc>`;
  expect(judge(wrapped)).toMatchObject([{ intact: false, reasons: ["signature-misplaced"] }]);
});

test("a reference to a part, by id, is no signature of the document", () => {
  const byId = signed.replace('URI=""', 'URI="#signed-properties"');
  expect(judge(byId)).toMatchObject([{ intact: false, reasons: ["document-not-covered"] }]);
});

test("ids that stand twice, hidden transforms and other algorithms are refused", () => {
  const cases: readonly (readonly [from: string, to: string, reason: string])[] = [
    ["<d:value unit", '<d:value Id="signature" unit', "duplicate-id"],
    [
      'http://www.w3.org/2006/12/xml-c14n11"></ds:Transform></ds:Transforms>',
      'http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform></ds:Transforms>',
      "transform-unsupported",
    ],
    [
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
      "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
      "algorithm-unsupported",
    ],
    [
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
      "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
      "algorithm-unsupported",
    ],
    [
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      "algorithm-unsupported",
    ],
    ["http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1", "algorithm-unsupported"],
    [
      'CanonicalizationMethod Algorithm="http://www.w3.org/2006/12/xml-c14n11"',
      'CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
      "signature-mismatch",
    ],
    [AT, "2026-11-26T08:00:00Z", "digest-mismatch"],
    ["12.5", "12.6", "digest-mismatch"],
    ["<ds:KeyInfo>", "<ds:KeyInfo>x", "signature-malformed"],
    ["<ds:X509Data>", "<ds:X509Data><!--x-->", "signature-malformed"],
  ];
  for (const [from, to, reason] of cases) {
    expect(signed).toContain(from);
    expect([to, judge(signed.replace(from, to))[0]?.reasons]).toEqual([to, [reason]]);
  }
});

test("a comment inside a value changes neither what is read nor what is signed", () => {
  expect(judge(signed.replace("12.5", "12<!--9-->.5"))).toMatchObject([{ intact: true }]);
});

test("what is signed, holds comments, or has a key without a name in XML is not signed", async () => {
  const declined = (why: string) => expect.objectContaining({ code: "dcc-not-signable", facts: { why } });
  await expect(signXml(readXml(signed), signer, AT)).rejects.toThrow(declined("signed"));
  await expect(signXml(readXml("<a><!--c--></a>"), signer, AT)).rejects.toThrow(declined("comments"));
  const { signer: edwards } = await demoSigner({ algorithm: "ed25519" });
  await expect(signXml(readXml(PLAIN), edwards, AT)).rejects.toThrow(declined("ed25519"));
});

function xmlsec(): string | undefined {
  try {
    return execFileSync("xmlsec1", ["--version"], { encoding: "utf8" });
  } catch {
    return undefined;
  }
}

const tool = xmlsec();
if (tool === undefined) console.info("xmlsec1 is not installed: its agreement with our signatures is not tested here");

test.runIf(tool !== undefined)("xmlsec1 agrees with what we sign, and refuses it changed", () => {
  const folder = mkdtempSync(join(tmpdir(), "xades-"));
  const verify = (text: string) => {
    writeFileSync(join(folder, "root.pem"), pemOfCertificate(root));
    writeFileSync(join(folder, "doc.xml"), text);
    const ids = ["--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties"];
    execFileSync("xmlsec1", ["--verify", "--trusted-pem", join(folder, "root.pem"), ...ids, join(folder, "doc.xml")], {
      stdio: "pipe",
    });
  };
  try {
    verify(signed);
    expect(() => verify(signed.replace("12.5", "12.6"))).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
