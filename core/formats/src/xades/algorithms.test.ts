import { execFileSync } from "node:child_process";
import { constants, createHash, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readCertificate } from "../signature/certificate.ts";
import { certificatesOfPem } from "../signature/pem.ts";
import { canonicalXml } from "../xml/canonical.ts";
import { childNamed, type XmlElement } from "../xml/node.ts";
import { readXml } from "../xml/read.ts";
import { C14N_11, DSIG, ENVELOPED, SHA_256 } from "./algorithms.ts";
import { verifyXades } from "./verify.ts";

function openssl(...words: readonly string[]): string | undefined {
  try {
    return execFileSync("openssl", words, { encoding: "utf8", stdio: "pipe" });
  } catch {
    return undefined;
  }
}

const isThere = openssl("version") !== undefined;
if (!isThere) console.info("openssl is not installed: other keys than ours are not tested here");

type Kind = {
  readonly method: string;
  readonly key: readonly string[];
  readonly sign: (k: KeyObject, m: Uint8Array) => Buffer;
};
const pss = (digest: string) => (key: KeyObject, message: Uint8Array) =>
  sign(digest, message, {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
const raw = (digest: string) => (key: KeyObject, message: Uint8Array) =>
  sign(digest, message, { key, dsaEncoding: "ieee-p1363" });
const EC = "http://www.w3.org/2001/04/xmldsig-more#";
const PSS = "http://www.w3.org/2007/05/xmldsig-more#";
const RSA_KEY = ["rsa:2048"];
const KINDS: readonly Kind[] = [
  { method: `${EC}ecdsa-sha384`, key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"], sign: raw("sha384") },
  { method: `${EC}ecdsa-sha512`, key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"], sign: raw("sha512") },
  { method: `${EC}rsa-sha256`, key: RSA_KEY, sign: (key, message) => sign("sha256", message, key) },
  { method: `${PSS}sha256-rsa-MGF1`, key: RSA_KEY, sign: pss("sha256") },
  { method: `${PSS}sha384-rsa-MGF1`, key: RSA_KEY, sign: pss("sha384") },
  // A modulus whose encoding has a byte less, and one with unused bits.
  { method: `${PSS}sha512-rsa-MGF1`, key: ["rsa:2049"], sign: pss("sha512") },
  { method: `${PSS}sha256-rsa-MGF1`, key: ["rsa:2050"], sign: pss("sha256") },
];

function signedBy({ method, sign: make }: Kind, key: KeyObject, certificate: Uint8Array): string {
  const document = readXml('<d:doc xmlns:d="urn:d"><d:value>12.5</d:value></d:doc>');
  const digest = createHash("sha256")
    .update(canonicalXml(document, { form: "c14n-1.1" }))
    .digest("base64");
  const build = (value: string) =>
    `<d:doc xmlns:d="urn:d"><d:value>12.5</d:value><ds:Signature xmlns:ds="${DSIG}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${C14N_11}"/><ds:SignatureMethod Algorithm="${method}"/><ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${ENVELOPED}"/><ds:Transform Algorithm="${C14N_11}"/></ds:Transforms><ds:DigestMethod Algorithm="${SHA_256}"/><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${Buffer.from(certificate).toString("base64")}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature></d:doc>`;
  const signature = childNamed(readXml(build("AA==")).root, DSIG, "Signature");
  const info = signature && childNamed(signature, DSIG, "SignedInfo");
  const message = canonicalXml(info as XmlElement, { form: "c14n-1.1" });
  return build(make(key, message).toString("base64"));
}

test.runIf(isThere)("signatures by P-384, RSA and RSA-PSS hold, and no longer once a bit of them differs", () => {
  const folder = mkdtempSync(join(tmpdir(), "keys-"));
  try {
    for (const kind of KINDS) {
      const [keyPath, path] = [join(folder, "key.pem"), join(folder, "cert.pem")];
      const made = [
        "req",
        "-x509",
        "-newkey",
        ...kind.key,
        "-nodes",
        "-keyout",
        keyPath,
        "-out",
        path,
        "-subj",
        "/CN=Lab",
      ];
      openssl(...made, "-days", "3650", "-addext", "keyUsage=critical,digitalSignature");
      const [certificate] = certificatesOfPem(readFileSync(path, "utf8"));
      const xml = signedBy(kind, createPrivateKey(readFileSync(keyPath)), certificate!);
      const at = readCertificate(certificate!).notBefore;
      const judged = (text: string) => verifyXades(readXml(text), { roots: [certificate!] }, at)[0];
      expect([kind.method, kind.key, judged(xml)]).toMatchObject([
        kind.method,
        kind.key,
        { intact: true, form: "xml-dsig" },
      ]);
      expect(judged(xml.replace("12.5", "12.6"))).toMatchObject({ intact: false, reasons: ["digest-mismatch"] });
      const turned = xml.replace(
        /(<ds:SignatureValue>.{20})(.)/,
        (_, before: string, one: string) => `${before}${one === "A" ? "B" : "A"}`,
      );
      expect([kind.method, judged(turned)]).toMatchObject([
        kind.method,
        { intact: false, reasons: ["signature-mismatch"] },
      ]);
      const other = kind.method.includes("MGF1") ? `${EC}rsa-sha256` : `${PSS}sha256-rsa-MGF1`;
      expect(judged(xml.replace(kind.method, other))?.intact).toBe(false);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const shared = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const stamped = `${shared}/vectors/dcc/samples/dcc_gp_temperature_typical_v12_v3.2.0_signed_lt.xml`;
const isStampThere = existsSync(stamped);
if (!isStampThere) console.info("the published stamped certificate is not there: its time is not read here");

test.runIf(isStampThere)(
  "the time of an embedded stamp is read, of a damaged one or one of another signature it is not",
  () => {
    const text = readFileSync(stamped, "utf8");
    const judge = (xml: string) => verifyXades(readXml(xml), { roots: [] }, "2026-11-25T00:00:00Z")[0];
    expect(judge(text)).toMatchObject({ intact: true, stampedAt: "2023-06-20T12:12:37Z", stampTrusted: false });
    const [token = ""] = /(?<=EncapsulatedTimeStamp[^>]*>)[^<]{2000}/.exec(text) ?? [];
    const damaged = text.replace(token, `${token.slice(0, 150)}${token[150] === "A" ? "B" : "A"}${token.slice(151)}`);
    expect(damaged).not.toBe(text);
    expect(judge(damaged)?.stampedAt).toBeUndefined();
  },
);
