import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { p256 } from "@noble/curves/nist.js";
import { expect, test } from "vitest";
import { publicKeyInfo } from "./certificate-write.ts";
import { readDer } from "./der.ts";
import { element, oid, sequence } from "./der-write.ts";
import { OID } from "./oids.ts";
import { algorithmOf, signatureHolds } from "./public-key.ts";

const message = new TextEncoder().encode("sample");
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const algorithm = (id: string) => algorithmOf(readDer(sequence(oid(id))));
const spkiOf = (key: KeyObject) => new Uint8Array(key.export({ type: "spki", format: "der" }));

test("RFC 6979, A.2.5: the signature of “sample” holds under its key, and not for another message", () => {
  const point = bytes(
    `04${"60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"}${"7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"}`,
  );
  const numbers = bytes(
    `${"EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"}${"F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"}`,
  );
  const signature = p256.Signature.fromBytes(numbers).toBytes("der");
  const spki = publicKeyInfo("ecdsa-p256-sha256", point);
  expect(signatureHolds(spki, algorithm(OID.ecdsaSha256), message, signature)).toBe(true);
  expect(signatureHolds(spki, algorithm(OID.ecdsaSha256), new TextEncoder().encode("test"), signature)).toBe(false);
});

test("RFC 8032, 7.1, test 2: the Ed25519 signature of the byte 72 holds", () => {
  const spki = publicKeyInfo("ed25519", bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
  const signature = bytes(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  );
  expect(signatureHolds(spki, algorithm(OID.ed25519), Uint8Array.of(0x72), signature)).toBe(true);
  expect(signatureHolds(spki, algorithm(OID.ed25519), Uint8Array.of(0x73), signature)).toBe(false);
});

test("signatures that OpenSSL makes hold: RSA and both curves, each with each digest", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const curves = ["P-256", "P-384"].map((namedCurve) => generateKeyPairSync("ec", { namedCurve }));
  const digests = ["sha256", "sha384", "sha512"] as const;
  const rsaIds = [OID.rsaSha256, OID.rsaSha384, OID.rsaSha512];
  const ecIds = [OID.ecdsaSha256, OID.ecdsaSha384, OID.ecdsaSha512];
  for (const [i, digest] of digests.entries()) {
    for (const [pair, id] of [[rsa, rsaIds[i]], ...curves.map((curve) => [curve, ecIds[i]] as const)] as const) {
      const signature = new Uint8Array(createSign(digest).update(message).sign(pair.privateKey));
      const spki = spkiOf(pair.publicKey);
      expect(signatureHolds(spki, algorithm(id ?? ""), message, signature)).toBe(true);
      signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      expect(signatureHolds(spki, algorithm(id ?? ""), message, signature)).toBe(false);
    }
  }
});

test("bare rsaEncryption takes its digest from beside it", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signature = new Uint8Array(createSign("sha256").update(message).sign(privateKey));
  const withNull = algorithmOf(readDer(sequence(oid(OID.rsa), element(0x05))));
  expect(signatureHolds(spkiOf(publicKey), withNull, message, signature, OID.sha256)).toBe(true);
  expect(signatureHolds(spkiOf(publicKey), withNull, message, signature)).toBe("unsupported");
});

test("what is too weak, unknown or mixed up is neither good nor bad but unsupported", () => {
  const small = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const signature = new Uint8Array(createSign("sha256").update(message).sign(small.privateKey));
  expect(signatureHolds(spkiOf(small.publicKey), algorithm(OID.rsaSha256), message, signature)).toBe("unsupported");
  const curve = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
  expect(signatureHolds(spkiOf(curve.publicKey), algorithm(OID.ecdsaSha256), message, signature)).toBe("unsupported");
  const p = generateKeyPairSync("ec", { namedCurve: "P-256" });
  expect(signatureHolds(spkiOf(p.publicKey), algorithm(OID.rsaSha256), message, signature)).toBe("unsupported");
  // SHA-1 with RSA.
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  expect(signatureHolds(spkiOf(rsa.publicKey), algorithm("1.2.840.113549.1.1.5"), message, signature)).toBe(
    "unsupported",
  );
});
