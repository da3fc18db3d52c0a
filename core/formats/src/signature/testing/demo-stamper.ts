import { p256 } from "@noble/curves/nist.js";
import { readCertificate } from "../certificate.ts";
import { issueCertificate, publicKeyInfo } from "../certificate-write.ts";
import { signedData } from "../cms-write.ts";
import { issueCrl } from "../crl.ts";
import { children, expectTag, oidOf, readDer, TAG } from "../der.ts";
import { generalizedTime } from "../der-time.ts";
import { element, oid, sequence, smallInteger } from "../der-write.ts";
import { OID } from "../oids.ts";
import type { DocumentSigner } from "../signer.ts";

const secret = (seed: number) => new Uint8Array(32).fill(seed);
const key = (seed: number) => publicKeyInfo("ecdsa-p256-sha256", p256.getPublicKey(secret(seed), false));
const sign = (seed: number) => async (message: Uint8Array) =>
  p256.sign(message, secret(seed), { lowS: false, format: "der" });

const ROOT = { country: "CN", organization: "Test Time", commonName: "Test Time Root" };
const POLICY = "1.3.6.1.4.1.32473.1.1";

export type StamperOptions = {
  /** What it says the time is, ISO 8601 in UTC. */
  readonly time: string;
  /** A certificate for signing documents instead, as an impostor would use. */
  readonly role?: "stamper" | "signer";
  /** Stamps another nonce or imprint than it was asked for, or declines. */
  readonly lies?: "nonce" | "imprint" | "declines";
};

/** A time-stamping authority for tests, with fixed keys. */
export async function demoStamper(options: StamperOptions) {
  const rootKey = key(21);
  const authority = { algorithm: "ecdsa-p256-sha256" as const, sign: sign(21) };
  const validity = { notBefore: "2026-01-01T00:00:00Z", notAfter: "2046-01-01T00:00:00Z" };
  const root = await issueCertificate(
    {
      ...validity,
      serial: secret(21),
      subject: ROOT,
      issuer: ROOT,
      publicKey: rootKey,
      issuerKey: rootKey,
      role: "authority",
    },
    authority,
  );
  const subject = { ...ROOT, commonName: "Test Time Stamps" };
  const role = options.role ?? "stamper";
  const certificate = await issueCertificate(
    { ...validity, serial: secret(22), subject, issuer: ROOT, publicKey: key(22), issuerKey: rootKey, role },
    authority,
  );
  const signer: DocumentSigner = { algorithm: "ecdsa-p256-sha256", certificate, intermediates: [], sign: sign(22) };
  const crl = (revoked: Parameters<typeof issueCrl>[0]["revoked"], thisUpdate: string) => {
    const nextUpdate = "2046-01-01T00:00:00Z";
    return issueCrl({ authority: readCertificate(root), number: 1, thisUpdate, nextUpdate, revoked }, authority);
  };
  return {
    root,
    certificate,
    crl,
    policy: POLICY,
    respond: (request: Uint8Array) => respond(request, signer, options),
  };
}

async function respond(request: Uint8Array, signer: DocumentSigner, options: StamperOptions): Promise<Uint8Array> {
  if (options.lies === "declines") return sequence(sequence(smallInteger(2)));
  const [, imprint, ...rest] = children(readDer(request));
  const policy = rest.find(({ tag }) => tag === TAG.oid);
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  const changed = Uint8Array.from(expectTag(imprint, TAG.sequence).whole);
  if (options.lies === "imprint") changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  const info = sequence(
    smallInteger(1),
    oid(policy ? oidOf(policy) : POLICY),
    changed,
    smallInteger(77),
    generalizedTime(options.time),
    options.lies === "nonce" || !nonce ? element(TAG.integer, Uint8Array.of(1)) : nonce.whole,
  );
  const token = await signedData(info, signer, undefined, { type: OID.timestampInfo });
  return sequence(sequence(smallInteger(0)), token);
}

/** Asks such an authority as a signer does, without looking at the answer. */
export function stampBy(stamper: { respond(request: Uint8Array): Promise<Uint8Array> }, request: Uint8Array) {
  return stamper.respond(request).then((response) => children(readDer(response))[1]?.whole ?? new Uint8Array());
}
