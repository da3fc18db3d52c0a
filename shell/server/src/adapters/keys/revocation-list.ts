import { join } from "node:path";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import type { CertificateSigner } from "@quanheng/formats/signature/certificate-write.ts";
import { issueCrl } from "@quanheng/formats/signature/crl.ts";
import { keptCertificate } from "./certificate-file.ts";
import type { KeyRing } from "./key-ring.ts";

const VALID_DAYS = 30;

/**
 * The authority's list of the certificates whose keys others may have had. What was provably signed before that date
 * stays good.
 *
 * @returns DER; null while there is no such certificate
 */
export async function revocationList(
  { folder, now }: { readonly folder: string; now(): Date },
  ring: KeyRing,
  authority: Uint8Array,
  signer: CertificateSigner,
): Promise<Uint8Array | null> {
  const changed = ring.rotated().flatMap((key) => ring.generations(key));
  const revoked = changed.flatMap(({ name, compromisedAt }) => {
    const certificate = compromisedAt === null ? undefined : keptCertificate(join(folder, `${name}.pem`));
    return certificate && compromisedAt !== null
      ? [{ serial: readCertificate(certificate).serial, at: compromisedAt }]
      : [];
  });
  if (revoked.length === 0) return null;
  const day = now().toISOString().slice(0, 10);
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + VALID_DAYS * 86_400_000).toISOString();
  return issueCrl(
    {
      authority: readCertificate(authority),
      // Days since 1970, and changes of that day: later lists have greater numbers.
      number: Math.floor(Date.parse(day) / 86_400_000) * 1000 + (revoked.length % 1000),
      thisUpdate: `${day}T00:00:00Z`,
      nextUpdate: next,
      revoked,
    },
    signer,
  );
}
