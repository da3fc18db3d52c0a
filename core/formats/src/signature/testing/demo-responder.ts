import { p256 } from "@noble/curves/nist.js";
import { readCertificate } from "../certificate.ts";
import { issueCertificate, publicKeyInfo, signatureAlgorithm } from "../certificate-write.ts";
import { issueCrl } from "../crl.ts";
import { children, expectTag, readDer, TAG } from "../der.ts";
import { generalizedTime } from "../der-time.ts";
import { element, octets, oid, sequence } from "../der-write.ts";
import { OID } from "../oids.ts";

const secret = (seed: number) => new Uint8Array(32).fill(seed);
const sign = (seed: number) => async (message: Uint8Array) =>
  p256.sign(message, secret(seed), { lowS: false, format: "der" });

export type ResponderOptions = {
  /** The authority it answers for, DER, and the seed of its key. */
  readonly root: Uint8Array;
  readonly rootSeed?: number;
  readonly now: string;
  /** Since when the certificate is revoked; left out, it is good. */
  readonly revokedAt?: string;
  /** Signs with a certificate that nobody named a responder. */
  readonly impostor?: boolean;
};

/** A responder for tests: answers about every certificate alike. */
export async function demoResponder(options: ResponderOptions) {
  const { root, rootSeed = 1, now, revokedAt } = options;
  const authority = readCertificate(root);
  const signer = { algorithm: "ecdsa-p256-sha256" as const, sign: sign(rootSeed) };
  const subject = { country: "CN", organization: "Test", commonName: "Test Responder" };
  const issuer = { country: "CN", organization: "Test", commonName: "Test Root" };
  const key = publicKeyInfo("ecdsa-p256-sha256", p256.getPublicKey(secret(31), false));
  const certificate = await issueCertificate(
    {
      serial: secret(31),
      subject,
      issuer,
      publicKey: key,
      issuerKey: authority.publicKey,
      role: options.impostor ? "signer" : "responder",
      notBefore: "2026-01-01T00:00:00Z",
      notAfter: "2036-01-01T00:00:00Z",
    },
    signer,
  );
  const next = "2046-01-01T00:00:00Z";
  const algorithm = signatureAlgorithm("ecdsa-p256-sha256");
  return {
    async respond(request: Uint8Array): Promise<Uint8Array> {
      const [list] = children(expectTag(children(readDer(request))[0], TAG.sequence));
      const [one] = children(expectTag(list, TAG.sequence));
      const [id] = children(expectTag(one, TAG.sequence));
      const status = revokedAt === undefined ? element(0x80) : element(0xa1, generalizedTime(revokedAt));
      const answer = sequence(
        id?.whole ?? new Uint8Array(),
        status,
        generalizedTime(now),
        element(0xa0, generalizedTime(next)),
      );
      const responder = element(0xa1, readCertificate(certificate).subject);
      const signed = sequence(responder, generalizedTime(now), sequence(answer));
      const basic = sequence(
        signed,
        algorithm,
        element(TAG.bits, Uint8Array.of(0), await sign(31)(signed)),
        element(0xa0, sequence(certificate)),
      );
      return sequence(element(0x0a, Uint8Array.of(0)), element(0xa0, sequence(oid(OID.ocspBasic), octets(basic))));
    },
    crl: (revoked: Parameters<typeof issueCrl>[0]["revoked"]) =>
      issueCrl({ authority, number: 1, thisUpdate: now, nextUpdate: next, revoked }, signer),
  };
}
