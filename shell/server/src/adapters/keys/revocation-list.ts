import { join } from "node:path";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import type { CertificateSigner } from "@quanheng/formats/signature/certificate-write.ts";
import { issueCrl } from "@quanheng/formats/signature/crl.ts";
import { keptCertificate } from "./certificate-file.ts";
import type { KeyRing } from "./key-ring.ts";

const VALID_DAYS = 30;

/**
 * The authority's list of the certificates whose keys others may have had. What was provably signed before that date
 * stays good. An empty list says that there is none.
 */
export async function revocationList(
  { folder, now }: { readonly folder: string; now(): Date },
  ring: KeyRing,
  authority: Uint8Array,
  signer: CertificateSigner,
): Promise<{ readonly der: Uint8Array; readonly isEmpty: boolean }> {
  const changed = ring.rotated().flatMap((key) => ring.generations(key));
  const revoked = changed.flatMap(({ name, compromisedAt }) => {
    const certificate = compromisedAt === null ? undefined : keptCertificate(join(folder, `${name}.pem`));
    return certificate && compromisedAt !== null
      ? [{ serial: readCertificate(certificate).serial, at: compromisedAt }]
      : [];
  });
  const day = now().toISOString().slice(0, 10);
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + VALID_DAYS * 86_400_000).toISOString();
  const der = await issueCrl(
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
  return { der, isEmpty: revoked.length === 0 };
}
