import { readFile } from "node:fs/promises";
import { blocksOfPem, certificatesOfPem, pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { SigningSettings } from "../../settings.ts";
import { refuseStart } from "../postgres/refusals.ts";
import { openResponder, type RevocationSource } from "../timestamp/revocation-source.ts";
import { openTimeStamper } from "../timestamp/time-stamper.ts";
import type { LongTerm } from "./sign-in-turn.ts";

/** The services that the platform was set up with. */
export type SignatureServices = {
  /** PEM of the authorities that vouch for time stamps, for the bundle of trust. */
  readonly roots: readonly string[];
  /**
   * What signing needs of them.
   *
   * @param authorities certificates of the own authorities, DER
   * @param ownList the own authority's list of revoked certificates, DER
   */
  longTerm(authorities: readonly Uint8Array[], ownList: Uint8Array): LongTerm;
};

/** Without a responder the own authority's list says the same of the certificates that sign. */
const LIST_ONLY: RevocationSource = { answers: async () => [] };

/**
 * Opens the services as they are set; none is asked before something is signed.
 *
 * @throws Refusal `signing-settings-wrong`
 */
export async function openSignatureServices(settings: SigningSettings): Promise<SignatureServices> {
  const { timestampUrl, timestampPolicy, timestampRoots, ocspUrl, required } = settings;
  // Authorities alone: nothing new is stamped, and stamps of former years can still be believed.
  if (!timestampUrl && (required || ocspUrl || !timestampRoots)) return wrong("QUANHENG_TIMESTAMP_URL", "missing");
  if (timestampUrl) requireAddress("QUANHENG_TIMESTAMP_URL", timestampUrl);
  if (ocspUrl) requireAddress("QUANHENG_OCSP_URL", ocspUrl);
  if (timestampPolicy && !/^[0-2](\.(0|[1-9]\d{0,15})){1,30}$/.test(timestampPolicy)) {
    return wrong("QUANHENG_TIMESTAMP_POLICY", timestampPolicy);
  }
  if (!timestampRoots) return wrong("QUANHENG_TIMESTAMP_ROOTS", "missing");
  const { roots, crls } = await authoritiesIn(timestampRoots);
  const policy = timestampPolicy ? { policy: timestampPolicy } : {};
  const timestamp = timestampUrl ? openTimeStamper({ url: timestampUrl, roots, ...policy }) : undefined;
  const revocation = ocspUrl ? openResponder(ocspUrl) : LIST_ONLY;
  return {
    roots: roots.map(pemOfCertificate),
    longTerm: (authorities, ownList) => ({
      ...(timestamp && { timestamp }),
      revocation,
      authorities,
      kept: { certificates: roots, crls: [...crls, ownList] },
      required,
    }),
  };
}

function wrong(name: string, why: string): never {
  return refuseStart("signing-settings-wrong", { name, why });
}

function requireAddress(name: string, address: string): void {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) wrong(name, address);
}

async function authoritiesIn(file: string) {
  try {
    const pem = await readFile(file, "utf8");
    const roots = certificatesOfPem(pem);
    if (roots.length > 0) return { roots, crls: blocksOfPem(pem, "X509 CRL") };
    return wrong("QUANHENG_TIMESTAMP_ROOTS", file);
  } catch (error) {
    if (error instanceof Refusal && error.code === "signing-settings-wrong") throw error;
    return wrong("QUANHENG_TIMESTAMP_ROOTS", error instanceof Error ? error.message : file);
  }
}
