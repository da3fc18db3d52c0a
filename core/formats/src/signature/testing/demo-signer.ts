import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { sm2 } from "sm-crypto-v2";
import { issueCertificate, publicKeyInfo } from "../certificate-write.ts";
import type { DocumentSigner, SigningAlgorithm } from "../signer.ts";
import { sm2SignatureDer } from "../sm2.ts";

/** Fixed keys for tests: what they sign can be made again byte for byte, but for SM2, whose library draws a number. */
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
  "sm2-sm3": {
    key: (seed: number) => bytes(sm2.getPublicKeyFromPrivateKey(digits(seed))),
    sign: (message: Uint8Array, seed: number) =>
      sm2SignatureDer(bytes(sm2.doSignature(message, digits(seed), { hash: true }))),
  },
};

const digits = (seed: number) => Buffer.from(secret(seed)).toString("hex");
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

const VALID = { notBefore: "2026-01-01T00:00:00Z", notAfter: "2036-01-01T00:00:00Z" };
const ROOT = { country: "CN", organization: "Test", commonName: "Test Root" };

type Options = {
  readonly algorithm?: SigningAlgorithm;
  /** Of the authority; P-256 when left out. */
  readonly rootAlgorithm?: SigningAlgorithm;
  readonly rootSeed?: number;
  /** Of the signer. */
  readonly seed?: number;
  readonly commonName?: string;
  readonly notAfter?: string;
  readonly role?: "signer" | "authority";
};

/** A root and a signer below it. */
export async function demoSigner(options: Options = {}): Promise<{ root: Uint8Array; signer: DocumentSigner }> {
  const { algorithm = "ecdsa-p256-sha256", rootSeed = 1, notAfter = VALID.notAfter, role = "signer" } = options;
  const { rootAlgorithm = "ecdsa-p256-sha256", seed = 2, commonName = "Test Centre" } = options;
  const rootKey = publicKeyInfo(rootAlgorithm, CURVE[rootAlgorithm].key(rootSeed));
  const authority = {
    algorithm: rootAlgorithm,
    sign: async (message: Uint8Array) => CURVE[rootAlgorithm].sign(message, rootSeed),
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
  const publicKey = publicKeyInfo(algorithm, CURVE[algorithm].key(seed));
  const subject = { country: "CN", organization: "测试中心", commonName };
  const certificate = await issueCertificate(
    { ...VALID, notAfter, serial: secret(7 + seed), subject, issuer: ROOT, publicKey, issuerKey: rootKey, role },
    authority,
  );
  return {
    root,
    signer: {
      algorithm,
      certificate,
      intermediates: [],
      sign: async (message) => CURVE[algorithm].sign(message, seed),
    },
  };
}
