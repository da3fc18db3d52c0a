import type { TrustBundle } from "@quanheng/contract/schemas/attestation.ts";
import { NOTE_TYPE, vkey } from "@quanheng/formats/log/key.ts";
import type { z } from "zod";
import type { KeyStore } from "./key-store.ts";

/** What the bundle holds besides the platform's own keys. */
export type TrustParts = {
  /** Name of the log key, which is the log's origin, e.g. `qi.example.org/log`. */
  readonly logName: string;
  /** Keys of witnesses as note verifier keys. */
  readonly witnesses: readonly string[];
  /** DID documents by DID, made from `credentialSignerOf`. */
  readonly dids: Readonly<Record<string, unknown>>;
  /** Signed status list credentials by URL. */
  readonly statusLists: Readonly<Record<string, string>>;
  /** PEM of the authorities that vouch for time stamps; left out, there are none. */
  readonly timestampCertificates?: readonly string[];
  /** PEM of the certificates with which institutions sign by SM2; left out, none does. */
  readonly sm2Certificates?: readonly string[];
  readonly madeAt: Date;
};

/** All that a verifier needs to check this platform's documents without asking it again. */
export async function trustBundle(keys: KeyStore, parts: TrustParts): Promise<z.infer<typeof TrustBundle>> {
  const { publicKey } = await keys.logSigner();
  const revoked = await keys.revocationList();
  return {
    certificates: [...(await keys.certificates())],
    logs: [vkey({ name: parts.logName, type: NOTE_TYPE.ed25519, publicKey })],
    witnesses: [...parts.witnesses],
    dids: parts.dids,
    statusLists: parts.statusLists,
    ...(revoked ? { revocationLists: [Buffer.from(revoked).toString("base64")] } : {}),
    ...(parts.timestampCertificates ? { timestampCertificates: [...parts.timestampCertificates] } : {}),
    ...(parts.sm2Certificates?.length ? { sm2Certificates: [...parts.sm2Certificates] } : {}),
    madeAt: parts.madeAt.toISOString(),
  };
}
