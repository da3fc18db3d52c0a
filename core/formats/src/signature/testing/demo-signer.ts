import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { issueCertificate, publicKeyInfo } from "../certificate-write.ts";
import type { DocumentSigner, SigningAlgorithm } from "../signer.ts";

/** Fixed keys for tests: what they sign can be made again byte for byte. */
const secret = (seed: number) => new Uint8Array(32).fill(seed);

const CURVE = {
  "ecdsa-p256-sha256": {
    key: (seed: number) => p256.getPublicKey(secret(seed), false),
    sign: (message: Uint8Array, seed: number) => p256.sign(message, secret(seed), { lowS: false, format: "der" }),
  },
  ed25519: {
    key: (seed: number) => ed25519.getPublicKey(secret(seed)),
    sign: (message: Uint8Array, seed: number) => ed25519.sign(message, secret(seed)),
  },
};

const VALID = { notBefore: "2026-01-01T00:00:00Z", notAfter: "2036-01-01T00:00:00Z" };
const ROOT = { country: "CN", organization: "Test", commonName: "Test Root" };

type Options = {
  readonly algorithm?: SigningAlgorithm;
  readonly rootSeed?: number;
  readonly notAfter?: string;
  readonly role?: "signer" | "authority";
};

/** A root and a signer below it. */
export async function demoSigner(options: Options = {}): Promise<{ root: Uint8Array; signer: DocumentSigner }> {
  const { algorithm = "ecdsa-p256-sha256", rootSeed = 1, notAfter = VALID.notAfter, role = "signer" } = options;
  const rootKey = publicKeyInfo("ecdsa-p256-sha256", CURVE["ecdsa-p256-sha256"].key(rootSeed));
  const authority = {
    algorithm: "ecdsa-p256-sha256" as const,
    sign: async (message: Uint8Array) => CURVE["ecdsa-p256-sha256"].sign(message, rootSeed),
  };
  const root = await issueCertificate(
    {
      ...VALID,
      serial: secret(7),
      subject: ROOT,
      issuer: ROOT,
      publicKey: rootKey,
      issuerKey: rootKey,
      role: "authority",
    },
    authority,
  );
  const publicKey = publicKeyInfo(algorithm, CURVE[algorithm].key(2));
  const subject = { country: "CN", organization: "测试中心", commonName: "Test Centre" };
  const certificate = await issueCertificate(
    { ...VALID, notAfter, serial: secret(9), subject, issuer: ROOT, publicKey, issuerKey: rootKey, role },
    authority,
  );
  return {
    root,
    signer: { algorithm, certificate, intermediates: [], sign: async (message) => CURVE[algorithm].sign(message, 2) },
  };
}
